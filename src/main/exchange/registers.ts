import { ExchangeModule, Outcome, type ReceivedPackage, type SentPackage } from '../../shared/exchange/exchange'
import { numberWords } from '../../shared/exports/exports'
import { SecrecyMark } from '../../shared/secrecy/secrecy.rules'
import * as accounts from '../accounts/accounts.repo'
import type { Caller } from '../ipc/contexts'
import type { Reads } from '../store/schema'
import { modulesOf } from './arrivals.repo'

interface Page {
  readonly offset: number
  readonly limit: number
}

/** Packages that were written, the newest first. An account with a scope sees its own alone. */
export async function sent(
  db: Reads,
  caller: Caller,
  { offset, limit }: Page,
): Promise<{ rows: SentPackage[]; total: number }> {
  let from = db
    .selectFrom('exchangeSent')
    .innerJoin('exports', 'exports.id', 'exchangeSent.exportId')
    .innerJoin('exchangePartners', 'exchangePartners.id', 'exchangeSent.partnerId')
    .where('exports.outcome', '=', 'done')
  if (caller.scope !== null) from = from.where('exchangeSent.byId', '=', caller.id)
  const { total } = await from.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const names = await accounts.names(db)
  const rows = await from
    .selectAll('exchangeSent')
    .select(['exports.year', 'exports.number as exported', 'exchangePartners.unit'])
    .orderBy('exchangeSent.at', 'desc')
    .orderBy('exchangeSent.number', 'desc')
    .offset(offset)
    .limit(limit)
    .execute()
  return {
    total,
    rows: rows.map(row => ({
      id: row.id,
      partnerUnit: row.unit,
      number: row.number,
      at: row.at,
      byName: names.get(row.byId) ?? '',
      mark: SecrecyMark.parse(row.mark),
      people: row.people,
      modules: ExchangeModule.array().parse(JSON.parse(row.modules)),
      exportWords: numberWords({ year: row.year, number: row.exported }),
      receipt:
        row.receipt === null || row.receiptAt === null
          ? null
          : { ...Outcome.parse(JSON.parse(row.receipt)), at: row.receiptAt },
    })),
  }
}

/** Packages that came, the newest first; what is still looked at is shown to its opener alone. */
export async function received(
  db: Reads,
  caller: Caller,
  { offset, limit }: Page,
): Promise<{ rows: ReceivedPackage[]; total: number }> {
  let from = db
    .selectFrom('exchangeArrivals')
    .innerJoin('exchangePartners', 'exchangePartners.id', 'exchangeArrivals.partnerId')
    .leftJoin('importBatches', 'importBatches.id', 'exchangeArrivals.id')
    .where(({ or, eb }) =>
      or([eb('exchangeArrivals.state', '=', 'applied'), eb('exchangeArrivals.byId', '=', caller.id)]),
    )
  if (caller.scope !== null) from = from.where('exchangeArrivals.byId', '=', caller.id)
  const { total } = await from.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const names = await accounts.names(db)
  const rows = await from
    .selectAll('exchangeArrivals')
    .select(['exchangePartners.unit', 'importBatches.state as batch', 'importBatches.confirmedAt'])
    .orderBy('exchangeArrivals.openedAt', 'desc')
    .orderBy('exchangeArrivals.number', 'desc')
    .offset(offset)
    .limit(limit)
    .execute()
  return {
    total,
    rows: rows.map(row => ({
      id: row.id,
      partnerUnit: row.unit,
      number: row.number,
      madeAt: row.madeAt,
      mark: SecrecyMark.parse(row.mark),
      modules: modulesOf(row),
      people: row.people,
      openedAt: row.openedAt,
      byName: names.get(row.byId) ?? '',
      isOwn: row.byId === caller.id,
      state: row.state === 'staged' ? 'staged' : row.batch === 'undone' ? 'undone' : 'applied',
      appliedAt: row.confirmedAt,
      outcome: row.outcome === null ? null : Outcome.parse(JSON.parse(row.outcome)),
      receiptSavedAt: row.receiptSavedAt,
    })),
  }
}
