import type { CampaignFacts, Member, Nominee, NomineeFacts, Quota } from './campaigns'
import { overQuota } from './quotas.rules'

const named = ({ cadreId, name }: Member): boolean => cadreId !== null || name !== ''

/** What is wrong with who is nominated; undefined when nothing is. */
export function nomineeRefusal(
  { kind, cadreId, name, members, attachments }: NomineeFacts,
  { personHonour, teamHonour }: Pick<CampaignFacts, 'personHonour' | 'teamHonour'>,
): string | undefined {
  if (kind === 'person') {
    if (personHonour === '') return '这次行动不表彰个人'
    if (cadreId === null && name === '') return '先选人，没有档案的写姓名'
    if (cadreId === null && attachments.length > 0) return '证明材料选自本人档案，没有档案的写在佐证里'
    return members.length > 0 ? '个人没有成员，成员只属于团队' : undefined
  }
  if (teamHonour === '') return '这次行动不表彰团队'
  if (cadreId !== null || attachments.length > 0) return '团队不挂在一个人的档案上，参与的人写进成员'
  if (name === '') return '写上团队名称'
  if (members.length === 0) return '写上团队成员'
  return members.every(named) ? undefined : '有的成员没有姓名'
}

/** Units that have nominated more than their places, in words for each kind. Nothing of it bars anything. */
export function quotaWarnings(
  nominees: readonly Pick<Nominee, 'unitId' | 'unitName' | 'kind' | 'state'>[],
  quotas: readonly Quota[],
): { readonly unitId: string; readonly words: string }[] {
  const units = new Map(nominees.map(({ unitId, unitName }) => [unitId, unitName]))
  return [...units].flatMap(([unitId, unitName]) => {
    const quota = quotas.find(each => each.unitId === unitId)
    const words = (['person', 'team'] as const).flatMap(kind => {
      const count = nominees.filter(
        each => each.unitId === unitId && each.kind === kind && each.state === '在选',
      ).length
      const places = kind === 'person' ? quota?.persons : quota?.teams
      return overQuota(count, places) > 0
        ? [`${kind === 'person' ? '个人' : '团队'}推荐 ${count} 个，名额 ${places ?? 0} 个`]
        : []
    })
    return words.length === 0 ? [] : [{ unitId, words: `${unitName}${words.join('，')}` }]
  })
}
