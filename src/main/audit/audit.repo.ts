import { type Expression, type SqlBool, sql } from 'kysely'
import type { AuditFilter } from '../../shared/audit/audit'
import type { Reads } from '../store/schema'

const PAGE = 500

export interface AuditRow {
  readonly seq: number
  readonly body: string
  readonly mac: Uint8Array
}

/** The local day's first instant, milliseconds. */
const startOf = (day: string): number => new Date(`${day}T00:00:00`).getTime()
const DAY_MS = 86_400_000

const field = (name: string) => sql<string>`json_extract(body, ${`$.${name}`})`

/** What the log is asked for. `channels` are those whose title contains the text that is looked for. */
export type AuditQuestion = AuditFilter & { readonly channels: readonly string[] }

function conditions(filter: AuditQuestion): Expression<SqlBool>[] {
  const all: Expression<SqlBool>[] = []
  if (filter.from) all.push(sql`${field('t')} >= ${startOf(filter.from)}`)
  if (filter.to) all.push(sql`${field('t')} < ${startOf(filter.to) + DAY_MS}`)
  if (filter.accountId) all.push(sql`${field('account')} = ${filter.accountId}`)
  if (filter.outcome) all.push(sql`${field('outcome')} = ${filter.outcome}`)
  if (filter.feature) all.push(sql`${field('channel')} LIKE ${`${filter.feature}.%`}`)
  if (filter.text) {
    const inTitle = filter.channels.length > 0 ? sql`${field('channel')} IN (${sql.join(filter.channels)})` : sql`0`
    all.push(sql`(instr(body, ${filter.text}) > 0 OR ${inTitle})`)
  }
  return all
}

/** Newest first, below `before`. */
export async function page(
  db: Reads,
  filter: AuditQuestion,
  before: number | null,
  limit: number,
): Promise<AuditRow[]> {
  let found = db.selectFrom('auditLines').select(['seq', 'body', 'mac']).orderBy('seq', 'desc').limit(limit)
  for (const condition of conditions(filter)) found = found.where(condition)
  if (before !== null) found = found.where('seq', '<', before)
  return found.execute()
}

export async function count(db: Reads, filter: AuditQuestion): Promise<number> {
  let counted = db.selectFrom('auditLines').select(({ fn }) => fn.countAll<number>().as('total'))
  for (const condition of conditions(filter)) counted = counted.where(condition)
  return (await counted.executeTakeFirstOrThrow()).total
}

/** Every matching line, oldest first, in pages. */
export async function* pages(db: Reads, filter: AuditQuestion): AsyncGenerator<AuditRow[]> {
  for (let after = 0; ; ) {
    let found = db
      .selectFrom('auditLines')
      .select(['seq', 'body', 'mac'])
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(PAGE)
    for (const condition of conditions(filter)) found = found.where(condition)
    const rows = await found.execute()
    const last = rows.at(-1)
    if (!last) return
    yield rows
    after = last.seq
    // The sqlite driver answers at once, so the event loop gets its turn here.
    await new Promise(resolve => setImmediate(resolve))
  }
}

/** When the log was last reviewed or, before any review, when it began; milliseconds. */
export async function lastReviewAt(db: Reads): Promise<number> {
  const row = await db
    .selectFrom('auditLines')
    .select(({ fn }) => fn.max(sql<number>`json_extract(body, '$.t')`).as('at'))
    .where(sql<SqlBool>`json_extract(body, '$.channel') IN ('audit.review', 'session.create')`)
    .executeTakeFirstOrThrow()
  return row.at ?? 0
}
