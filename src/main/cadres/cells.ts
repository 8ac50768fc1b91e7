import type { Cadre } from '../../shared/cadres/cadres'
import type { CadreRow, ListRow } from '../../shared/cadres/cadres.contract'
import type { PartialDate } from '../../shared/dates/partial-date'
import { columnOf, type RosterKey, rosterKeys } from '../../shared/exports/roster-columns'
import { AppError } from '../../shared/result'
import { overridesOf } from '../retirements/overrides'
import type { Reads } from '../store/schema'

/** Columns that a list may show. What is masked in a file is masked in a list too, by leaving it out. */
export function listColumns(keys: readonly string[] = []): RosterKey[] {
  const known = rosterKeys.filter(key => key !== 'place' && columnOf(key).sensitive === null)
  return keys.map(key => {
    const column = known.find(other => other === key)
    if (!column) throw new AppError('invalid-input', '名册里没有这一列')
    return column
  })
}

/** The lines with what the chosen columns say, in their order. Only the files of these lines are read. */
export async function withCells(
  db: Reads,
  rows: readonly CadreRow[],
  columns: readonly RosterKey[],
  on: PartialDate,
): Promise<ListRow[]> {
  if (columns.length === 0 || rows.length === 0) return rows.map(row => ({ ...row, cells: [] }))
  const ids = rows.map(({ id }) => id)
  const found = await db
    .selectFrom('cadres')
    .innerJoin('cadreFiles', 'cadreFiles.key', 'cadres.key')
    .where('cadres.id', 'in', ids)
    .select(['cadres.id', 'cadres.key', 'cadreFiles.file'])
    .execute()
  const decisions = columns.includes('retireOn')
    ? await overridesOf(
        db,
        found.map(({ key }) => key),
      )
    : undefined
  const files = new Map(found.map(({ id, ...file }) => [id, file]))
  return rows.map(row => {
    const stored = files.get(row.id)
    // The store wrote it from a checked file: reading two hundred of them must not check them again.
    const person = stored && {
      cadre: JSON.parse(stored.file) as Cadre,
      unitName: row.unitName,
      decided: decisions?.get(stored.key),
    }
    return {
      ...row,
      cells: columns.map(key =>
        person ? String(columnOf(key).value(person, { on, place: 0, marked: true }) ?? '') : '',
      ),
    }
  })
}

/** What a spreadsheet would take for a formula when it is pasted. */
const formula = /^[=+\-@]/
const pasted = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return formula.test(line) ? `'${line}` : line
}

/** A table as a spreadsheet takes it from the clipboard: tabs between cells, the titles first, the name before all. */
export const tableText = (rows: readonly ListRow[], columns: readonly RosterKey[]): string =>
  [['姓名', ...columns.map(key => columnOf(key).title)], ...rows.map(({ name, cells }) => [name, ...cells].map(pasted))]
    .map(cells => cells.join('\t'))
    .join('\n')
