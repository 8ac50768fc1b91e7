import type { Basis } from '../basis/basis'
import type { Cadre, PunishmentRow } from '../cadres/cadres'
import { showDate } from '../dates/partial-date'
import { influenceStateOn } from '../restrictions/restrictions.rules'
import type { ReviewReason } from './medal-case.rules'
import { awardDay } from './medal-year.rules'
import { probationBasis, reviewBasis } from './medals.data'

const endsMembership = ['开除党籍', '除名', '劝退', '取消预备党员资格', '自行脱党']

const dated = ({ on, name }: PunishmentRow): string => `${on === null ? '' : `${showDate(on)} `}${name}`

function reasonOf(row: PunishmentRow, day: string): { words: string; basis: Basis } | undefined {
  const name = row.name.replaceAll(/\s/g, '')
  if (endsMembership.some(each => name.includes(each)))
    return { words: `档案里有：${dated(row)}，核对党籍和党龄`, basis: reviewBasis }
  if (row.on === null && row.influenceUntil === null && row.kind !== '其他')
    return { words: `档案里有：${row.name}，没有日期，核对影响期`, basis: reviewBasis }
  const state = influenceStateOn([row], day)
  if (name.startsWith('留党察看'))
    return {
      words: `档案里有：${dated(row)}，恢复权利以后党龄继续计算，核对起止${state === 'over' ? '' : '，影响期到七一可能未满'}`,
      basis: probationBasis,
    }
  if (state !== 'over')
    return {
      words: `档案里有：${dated(row)}，影响期到七一${state === 'open' ? '未满' : '是否届满不明'}`,
      basis: reviewBasis,
    }
  // Over long ago: whether conduct was consistently good is for a person to say, with what stands in the file before them.
  return row.kind === '党纪处分' || row.kind === '政务处分'
    ? { words: `档案里有：${dated(row)}，影响期已满`, basis: reviewBasis }
    : undefined
}

const left: Partial<Record<Cadre['status'], string>> = {
  调出: '档案状态是调出，核对组织关系在哪里',
  辞职: '档案状态是辞职，核对组织关系在哪里',
  开除: '档案状态是开除，核对党籍',
  其他: '档案状态是其他，核对组织关系在哪里',
}

/** What stands in the file that a person has to look at before a medal is given. Source: rule book 5.5, 5.6. */
export function conductReasons(
  { status, punishments }: Pick<Cadre, 'status' | 'punishments'>,
  year: number,
): ReviewReason[] {
  const day = awardDay(year)
  const found: ReviewReason[] = punishments
    .filter(({ revokedOn }) => revokedOn === null)
    .flatMap(row => reasonOf(row, day) ?? [])
    .map(each => ({ ...each, inFile: true }))
  const words = left[status]
  return words === undefined ? found : [...found, { words, basis: reviewBasis, inFile: false }]
}
