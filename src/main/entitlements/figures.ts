import type * as z from 'zod'
import type { EntitlementRow, UnitFigures } from '../../shared/entitlements/entitlements'
import type { BoardShow } from '../../shared/entitlements/entitlements.contract'
import { dayNow } from '../ipc/clock'
import type { QueryContext } from '../ipc/contexts'
import { listWithin } from '../units/units.repo'
import * as entitlements from './entitlements.repo'

type Show = z.infer<typeof BoardShow>
/** Whom each choice of the board shows. */
export const shows: Record<Show, (row: EntitlementRow) => boolean> = {
  all: () => true,
  nothing: ({ entitled, taken }) => taken === 0 && (entitled === null || entitled.most > 0),
  frontline: ({ frontLine, taken }) => frontLine.length > 0 && taken === 0,
  unchecked: ({ checkOn }) => checkOn === null,
  resting: ({ retreatDays }) => retreatDays > 0,
}
export const countOf = (rows: readonly EntitlementRow[], show: Show): number => rows.filter(shows[show]).length

/** Everybody in service of a unit with what is below it, or of all that the caller sees. */
export async function rowsOf(
  { db, caller, now }: Pick<QueryContext, 'db' | 'caller' | 'now'>,
  year: number,
  unitId: string | null,
) {
  const within = unitId === null ? null : (await listWithin(db, [unitId])).map(({ id }) => id as string)
  return entitlements.board(db, caller.scope, { year, within, on: dayNow({ now }) })
}

export function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}

/** The year unit by unit, without names. */
export async function figuresOf(
  context: Pick<QueryContext, 'db' | 'caller' | 'now'>,
  year: number,
  unitId: string | null,
): Promise<z.infer<typeof UnitFigures>[]> {
  return [...grouped(await rowsOf(context, year, unitId), row => row.unitName)].map(([unitName, rows]) => ({
    unitName,
    people: rows.length,
    entitled: rows.reduce((sum, { entitled }) => sum + (entitled?.least ?? 0), 0),
    taken: rows.reduce((sum, { taken }) => sum + taken, 0),
    nothing: countOf(rows, 'nothing'),
    frontline: countOf(rows, 'frontline'),
    unchecked: countOf(rows, 'unchecked'),
    resting: countOf(rows, 'resting'),
  }))
}
