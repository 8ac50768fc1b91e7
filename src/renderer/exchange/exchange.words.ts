import type { ArrivalItem, Outcome, PersonState } from '../../shared/exchange/exchange'

export { minuteWords } from '../../shared/exports/exports'

export const stateWords: Readonly<Record<PersonState, string>> = {
  conflict: '有冲突',
  undecided: '待认定',
  new: '新增',
  changed: '更新',
  same: '相同',
  skipped: '未并入',
}
/** In the order that an officer works through them. */
export const stateOrder: readonly PersonState[] = ['undecided', 'conflict', 'new', 'changed', 'same', 'skipped']

export function itemWords({ state, changes, conflicts }: ArrivalItem): string {
  if (state === 'conflict') return `${conflicts} 处待决定`
  if (state === 'undecided') return '请认定'
  return state === 'changed' || state === 'new' ? `采用 ${changes} 处` : ''
}

/** What came of a package, in one sentence. */
export function outcomeWords({ added, changed, same, skipped, decidedTaken, decidedKept }: Outcome): string {
  const decided = decidedTaken + decidedKept
  return [
    `新增 ${added} 人，更新 ${changed} 人，相同 ${same} 人`,
    ...(skipped > 0 ? [`未并入 ${skipped} 人`] : []),
    ...(decided > 0 ? [`人工决定 ${decided} 处（采用对方 ${decidedTaken}，保留本库 ${decidedKept}）`] : []),
  ].join('，')
}
