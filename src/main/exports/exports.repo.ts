import type { AccountId } from '../../shared/accounts/accounts'
import { SensitiveField } from '../../shared/cadres/cadres.contract'
import type { ExportEntry, ExportId, ExportKind, ExportOutcome } from '../../shared/exports/exports'
import { AppError } from '../../shared/result'
import { SecrecyMark } from '../../shared/secrecy/secrecy.rules'
import type { Reads, Writes } from '../store/schema'
import type { ExportsTable } from './exports.table'

const toEntry = (row: ExportsTable, byName: string): ExportEntry => ({
  id: row.id,
  year: row.year,
  number: row.number,
  kind: row.kind,
  people: row.people,
  mark: SecrecyMark.parse(row.mark),
  reason: row.reason,
  recipient: row.recipient,
  sensitive: SensitiveField.array().parse(JSON.parse(row.sensitive)),
  namePattern: row.namePattern,
  byName,
  at: row.at,
  endedAt: row.endedAt,
  outcome: row.outcome,
  written: row.written,
})

const withNames = (db: Reads) =>
  db.selectFrom('exports').innerJoin('accounts', 'accounts.id', 'exports.byId').selectAll('exports')

/** @throws AppError not-found */
export async function get(db: Reads, id: ExportId): Promise<{ entry: ExportEntry; byId: AccountId }> {
  const row = await withNames(db).select('accounts.name as byName').where('exports.id', '=', id).executeTakeFirst()
  if (!row) throw new AppError('not-found', '登记簿里没有这次导出')
  return { entry: toEntry(row, row.byName), byId: row.byId }
}

export type NewExport = Omit<ExportEntry, 'year' | 'number' | 'byName' | 'endedAt' | 'outcome' | 'written'> & {
  readonly byId: AccountId
}

/** Enters an act under the next number of its year. Inside a transaction the numbers have no gap. */
export async function insert(db: Writes, { sensitive, ...act }: NewExport): Promise<ExportEntry> {
  const year = new Date(act.at).getFullYear()
  const { last } = await db
    .selectFrom('exports')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('year', '=', year)
    .executeTakeFirstOrThrow()
  const row = { ...act, year, number: (last ?? 0) + 1, sensitive: JSON.stringify(sensitive) }
  await db
    .insertInto('exports')
    .values({ ...row, endedAt: null, outcome: null, written: null })
    .execute()
  return (await get(db, act.id)).entry
}

export async function end(
  db: Writes,
  id: ExportId,
  how: { readonly outcome: ExportOutcome; readonly written: number; readonly endedAt: string },
): Promise<void> {
  await db.updateTable('exports').set(how).where('id', '=', id).execute()
}

export interface RegisterQuestion {
  readonly year: number | null
  readonly kind: ExportKind | null
  readonly text: string
  /** Null for every account's. */
  readonly byId: AccountId | null
}

function asked(db: Reads, { year, kind, text, byId }: RegisterQuestion) {
  let from = withNames(db)
  if (year !== null) from = from.where('exports.year', '=', year)
  if (kind !== null) from = from.where('exports.kind', '=', kind)
  if (byId !== null) from = from.where('exports.byId', '=', byId)
  const words = text.trim().toLowerCase()
  if (words !== '')
    from = from.where(({ or, eb, fn, val, cast, ref }) =>
      or([
        eb(fn('instr', [fn('lower', ['exports.reason']), val(words)]), '>', 0),
        eb(fn('instr', [fn('lower', ['exports.recipient']), val(words)]), '>', 0),
        eb(fn('instr', ['accounts.name', val(words)]), '>', 0),
        eb(cast<string>(ref('exports.number'), 'text'), '=', words.replaceAll(/[^\d]/g, '')),
      ]),
    )
  return from
}

/** The newest first. */
export async function page(
  db: Reads,
  question: RegisterQuestion,
  offset: number,
  limit: number,
): Promise<{ entries: ExportEntry[]; total: number; years: number[] }> {
  const { total } = await asked(db, question)
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await asked(db, question)
    .select('accounts.name as byName')
    .orderBy('exports.year', 'desc')
    .orderBy('exports.number', 'desc')
    .offset(offset)
    .limit(limit)
    .execute()
  const years = await asked(db, { ...question, year: null, kind: null, text: '' })
    .clearSelect()
    .select('exports.year')
    .distinct()
    .orderBy('exports.year', 'desc')
    .execute()
  return { entries: rows.map(row => toEntry(row, row.byName)), total, years: years.map(({ year }) => year) }
}
