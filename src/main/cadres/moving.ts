import { sql } from 'kysely'
import type { CadreId } from '../../shared/cadres/cadres'
import type { Reads, Writes } from '../store/schema'

/**
 * Gives rows of one person to another when two files of one person are merged, and back when that is undone.
 * @param only the rows by their ids; all when it is missing
 * @returns the ids of those that were given
 */
export type MoveTo = (db: Writes, from: CadreId, to: CadreId, only?: readonly string[]) => Promise<readonly string[]>

/** Tables in which each row has an id of its own. */
type WithId =
  | 'careEntries'
  | 'careRecords'
  | 'deskItems'
  | 'entitlementTakes'
  | 'hardships'
  | 'honours'
  | 'lifeEvents'
  | 'measures'
  | 'promises'
  | 'retirementDecisions'
  | 'talkOccasions'

/** Tables in which a person has one row for each value of a column. */
const cells = { careBatchVisits: 'batchId', entitlementYears: 'year', retirementTasks: 'task' } as const

export async function keyPair(db: Reads, from: CadreId, to: CadreId): Promise<readonly [number, number]> {
  const key = (id: CadreId) => db.selectFrom('cadres').select('key').where('id', '=', id).executeTakeFirstOrThrow()
  return [(await key(from)).key, (await key(to)).key]
}

const listed = (values: readonly (string | number)[]) =>
  sql<never>`(SELECT value FROM json_each(${JSON.stringify(values)}))`

export const rowsOf =
  (table: WithId): MoveTo =>
  async (db, from, to, only) => {
    const [source, target] = await keyPair(db, from, to)
    let moving = db.updateTable(table).set({ cadreKey: target }).where('cadreKey', '=', source)
    if (only) moving = moving.where('id', 'in', listed(only))
    return (await moving.returning('id').execute()).map(({ id }) => id)
  }

/** What both have stays where it is, since neither may write over the other. */
export async function moveCells(
  db: Writes,
  table: keyof typeof cells,
  [source, target]: readonly [number, number],
  only?: readonly (string | number)[],
): Promise<readonly string[]> {
  const cell = sql.ref(cells[table])
  const kept = sql`(SELECT ${cell} FROM ${sql.table(table)} WHERE cadre_key = ${target})`
  let moving = db.updateTable(table).set({ cadreKey: target }).where('cadreKey', '=', source)
  moving = moving.where(sql<boolean>`${cell} NOT IN ${kept}`)
  if (only) moving = moving.where(sql<boolean>`${cell} IN ${listed(only)}`)
  const rows = await moving.returning(sql<string>`CAST(${cell} AS TEXT)`.as('cell')).execute()
  return rows.map(row => row.cell)
}

/**
 * What was waived stays waived for the person under the file that is kept.
 * @param keyFor the key of a matter under another person's key
 * @returns the keys by which the waivers now go
 */
export const waiversOf =
  (table: 'careWaivers' | 'talkWaivers', keyFor: (key: string, from: number, to: number) => string): MoveTo =>
  async (db, from, to, only) => {
    const [source, target] = await keyPair(db, from, to)
    const rows = await db.selectFrom(table).select('dueKey').where('cadreKey', '=', source).execute()
    const moved: string[] = []
    for (const { dueKey } of rows) {
      if (only && !only.includes(dueKey)) continue
      const next = keyFor(dueKey, source, target)
      const known = await db.selectFrom(table).select('dueKey').where('dueKey', '=', next).executeTakeFirst()
      if (known) continue
      await db.updateTable(table).set({ dueKey: next, cadreKey: target }).where('dueKey', '=', dueKey).execute()
      moved.push(next)
    }
    return moved
  }
