import { type Kysely, sql } from 'kysely'
import type { Reads, Tables } from '../store/schema'

/** What events of care are read from, and the column with the key of the person. */
const sources = [
  ['care_records', 'cadre_key'],
  ['care_entries', 'cadre_key'],
  ['life_events', 'cadre_key'],
  ['cadre_events', 'key'],
  ['hardships', 'cadre_key'],
] as const

const note = (row: 'new' | 'old', column: string): string =>
  `INSERT INTO care_touched SELECT ${row}.${column} WHERE NOT EXISTS (SELECT 1 FROM care_touched WHERE person = ${row}.${column});`
const acts = [
  ['INSERT', ['new']],
  ['UPDATE', ['old', 'new']],
  ['DELETE', ['old']],
] as const

type TakeTouched = () => Promise<number[]>
const watched = new WeakMap<object, TakeTouched>()

/**
 * From now on the database itself notes whose events were written, whoever writes them: in a table of this connection's memory,
 * which nothing keeps, inside the transaction that writes, so that what is undone was never noted.
 */
export async function watchEvents(root: Kysely<Tables>): Promise<void> {
  await sql`CREATE TEMP TABLE IF NOT EXISTS care_touched (person INTEGER PRIMARY KEY) STRICT`.execute(root)
  for (const [table, column] of sources)
    for (const [act, rows] of acts)
      await sql
        .raw(
          `CREATE TEMP TRIGGER IF NOT EXISTS touched_${table}_${act} AFTER ${act} ON main.${table}
           BEGIN ${rows.map(row => note(row, column)).join(' ')} END`,
        )
        .execute(root)
  watched.set(root, async () => {
    const { rows } = await sql<{ person: number }>`DELETE FROM temp.care_touched RETURNING person`.execute(root)
    return rows.map(({ person }) => person)
  })
}

/** Tells whose events were written since this was asked last, each once. Undefined inside a transaction. */
export const touchedIn = (db: Reads): TakeTouched | undefined => watched.get(db)
