import type { Cadre, CadreId } from '../../shared/cadres/cadres'
import type { DuplicatePair, DuplicatePerson } from '../../shared/duplicates/duplicates'
import type { Side } from '../../shared/duplicates/merge.rules'
import { dateWords, instantWords, monthWords } from '../cadres/cadres.words'

export const mergeRoute = (keep: CadreId, drop: CadreId): string => `/cadres/duplicates/${keep}/${drop}`

/** The fuller one stands first as the one to keep, of two alike the one changed later; the person may turn them round. */
export function keptFirst({
  first,
  second,
}: Pick<DuplicatePair, 'first' | 'second'>): [DuplicatePerson, DuplicatePerson] {
  const more = second.completeness - first.completeness
  return more > 0 || (more === 0 && second.changedAt > first.changedAt) ? [second, first] : [first, second]
}

export const routeOfPair = (pair: Pick<DuplicatePair, 'first' | 'second'>): string => {
  const [keep, drop] = keptFirst(pair)
  return mergeRoute(keep.id, drop.id)
}

/** 男，1972.04，身份证 37**************46 */
export const identityWords = ({ sex, birth, idNumber }: Pick<DuplicatePerson, 'sex' | 'birth' | 'idNumber'>): string =>
  [sex ?? '', birth ? `${dateWords(birth)}生` : '出生年月不详', idNumber === '' ? '没有身份证号' : `身份证 ${idNumber}`]
    .filter(text => text !== '')
    .join('，')

export const placeWords = ({ unitName, currentPost }: Pick<DuplicatePerson, 'unitName' | 'currentPost'>): string =>
  currentPost || unitName || '没有填单位和职务'

export const stateWords = ({ completeness, changedAt, steps }: DuplicatePerson): string =>
  `完整度 ${completeness}%，${instantWords(changedAt).slice(0, 10)} 最后改动，共 ${steps} 次变更`

/** 林岫（1972.04，区水利局科员）: enough to tell namesakes apart in a sentence. */
export const whoWords = (person: Pick<DuplicatePerson, 'name' | 'birth' | 'unitName' | 'currentPost'>): string =>
  `${person.name}（${[monthWords(person.birth), placeWords(person)].filter(text => text !== '').join('，')}）`

/** What a merge will do, in one sentence. */
export function mergeWords({
  kept,
  sides,
  takePhoto,
}: {
  kept: Cadre
  sides: readonly Side[]
  takePhoto: boolean
}): string {
  const taken = sides.filter(side => side !== 'kept').length
  const parts = [
    `保留${whoWords({ ...kept, unitName: '', currentPost: kept.form.currentPost })}的这份`,
    taken > 0 ? `从另一份取 ${taken} 处` : '不取另一份的内容',
    takePhoto ? '换用另一份的照片' : '',
    '另一份移入回收站，记在它名下的其他事项一并转来',
  ]
  return `${parts.filter(part => part !== '').join('，')}。合并是一步，随时可以撤销。`
}
