import type { Cadre } from '../../../shared/cadres/cadres'
import type { ChangeSet } from '../../../shared/cadres/cadres.contract'
import { diffCadres } from '../../../shared/cadres/diff.rules'
import { type ChangeWords, describeChange, showValue } from '../../../shared/cadres/diff-words'
import type { CadreField } from '../../../shared/cadres/field-labels'
import type { Unit } from '../../../shared/units/units'

export const kindTitles: Record<ChangeSet['kind'], string> = {
  add: '建立档案',
  change: '修改',
  import: '导入',
  undo: '撤销',
  trash: '移入回收站',
  restore: '从回收站恢复',
}

const isPlain = (value: unknown): value is string | number | null =>
  value === null || typeof value === 'string' || typeof value === 'number'

/** One field's change as the officer reads it: a table row by row, a unit by its name, what is sensitive not at all. */
export function changeWords(
  { field, label, before, after }: ChangeSet['changes'][number],
  cadre: Cadre,
  units: readonly Unit[],
): readonly ChangeWords[] {
  if (before === null || after === null) return [{ label, before: '', after: '已改，内容不显示' }]
  const from: unknown = JSON.parse(before)
  const to: unknown = JSON.parse(after)
  if (field === 'unitId') {
    const name = (id: unknown): string =>
      units.find(unit => unit.id === id)?.name ?? (id === null ? '（空）' : '看不到的单位')
    return [{ label, before: name(from), after: name(to) }]
  }
  if (isPlain(from) && isPlain(to))
    return [{ label, before: showValue(field as CadreField, from), after: showValue(field as CadreField, to) }]
  const withValue = (value: unknown): Cadre => ({ ...cadre, [field]: value })
  return diffCadres(withValue(from), withValue(to), [field as CadreField]).map(describeChange)
}
