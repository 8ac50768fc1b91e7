import { labelOf } from '../../shared/cadres/field-labels'
import { columnNames, type RosterTarget, rosterTargets } from '../../shared/imports/columns.words'
import type { SheetView, Sureness } from '../../shared/imports/sheets'

/** As Excel names a column: 0 is A, 26 is AA. */
export const letterOf = (column: number): string =>
  (column >= 26 ? letterOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))

export const surenessWords: Readonly<Record<Sureness, string>> = {
  same: '列名一致',
  alike: '列名相近，请看内容',
  content: '按内容判断，请核对',
}

/** What the officer looks for a field by: its label first, then what rosters call it. */
export const wordsFor = (target: RosterTarget): readonly string[] => [
  ...new Set([labelOf(target), ...(columnNames[target] ?? [])]),
]

/** Fields with the names of columns that are understood as each; those of study are understood by their parts. */
export const knownColumns = (): { target: RosterTarget; label: string; names: readonly string[] }[] =>
  rosterTargets.map(target => ({ target, label: labelOf(target), names: wordsFor(target).slice(1) }))

/** What would come in and what would not. */
export function sheetPlan({
  people,
  nameless,
  columns,
  labels,
}: Pick<SheetView, 'people' | 'nameless' | 'columns' | 'labels'>): string {
  const left = columns.filter((target, at) => target === null && labels[at] !== '').length
  return [
    `可读入 ${people} 人`,
    ...(left > 0 ? [`${left} 列不读入`] : []),
    ...(nameless > 0 ? [`${nameless} 行没有姓名，不读入`] : []),
  ].join('；')
}
