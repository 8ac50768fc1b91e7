import type { ExchangeId, Partner } from '../../shared/exchange/exchange'
import type { Card } from '../../shared/exchange/package'
import { AppError } from '../../shared/result'
import * as accounts from '../accounts/accounts.repo'
import { instantOf } from '../ipc/clock'
import type { CommandContext } from '../ipc/contexts'
import type { Reads, Writes } from '../store/schema'
import type { ExchangeTables } from './exchange.table'
import { fingerprintOf } from './signing'

export type PartnerRow = ExchangeTables['exchangePartners']

export const find = (db: Reads, id: ExchangeId): Promise<PartnerRow | undefined> =>
  db.selectFrom('exchangePartners').selectAll().where('id', '=', id).executeTakeFirst()

/** @throws AppError not-found */
export async function get(db: Reads, id: ExchangeId): Promise<PartnerRow> {
  const row = await find(db, id)
  if (!row) throw new AppError('not-found', '往来单位里没有这个单位')
  return row
}

/** One with which something may be exchanged now. @throws AppError refused before it was confirmed and after it was stopped */
export function insistOpen({ unit, confirmedAt, stoppedAt }: PartnerRow): void {
  if (confirmedAt === null)
    throw new AppError('refused', `“${unit}”的名片还没有核对指纹，请先由安全保密管理员打电话核对`)
  if (stoppedAt !== null) throw new AppError('refused', `与“${unit}”的往来已经停止`)
}

/** The highest number that was applied and stands; 0 for none. */
export async function lastReceived(db: Reads, id: ExchangeId): Promise<number> {
  const { last } = await db
    .selectFrom('exchangeArrivals')
    .innerJoin('importBatches', 'importBatches.id', 'exchangeArrivals.id')
    .where('partnerId', '=', id)
    .where('exchangeArrivals.state', '=', 'applied')
    .where('importBatches.state', '=', 'confirmed')
    .select(({ fn }) => fn.max('number').as('last'))
    .executeTakeFirstOrThrow()
  return last ?? 0
}

async function toPartner(db: Reads, row: PartnerRow, names: ReadonlyMap<string, string>): Promise<Partner> {
  const { id, unit, addedAt, confirmedAt, confirmedBy, stoppedAt, lastSent } = row
  return {
    id,
    unit,
    addedAt,
    confirmedAt,
    confirmedBy: confirmedBy === null ? null : (names.get(confirmedBy) ?? ''),
    stoppedAt,
    lastSent,
    lastReceived: await lastReceived(db, id),
  }
}

export async function list(db: Reads): Promise<Partner[]> {
  const names = await accounts.names(db)
  const rows = await db.selectFrom('exchangePartners').selectAll().orderBy('unit').orderBy('id').execute()
  const partners: Partner[] = []
  for (const row of rows) partners.push(await toPartner(db, row, names))
  return partners
}

export const shown = async (db: Reads, id: ExchangeId): Promise<Partner> =>
  toPartner(db, await get(db, id), await accounts.names(db))

/** A new partner, or another card of one: it counts only once its fingerprint is confirmed. */
export async function put(context: CommandContext, { id, unit, recipient, signKey }: Card): Promise<void> {
  const { db, caller } = context
  const card = { unit, recipient, signKey, addedAt: instantOf(context), addedBy: caller.id }
  const unconfirmed = { confirmedAt: null, confirmedBy: null }
  await db
    .insertInto('exchangePartners')
    .values({ id, ...card, ...unconfirmed, stoppedAt: null, lastSent: 0 })
    .onConflict(conflict => conflict.column('id').doUpdateSet({ ...card, ...unconfirmed }))
    .execute()
}

/** Whether the digits are those of the card that was imported; how they are grouped does not matter. */
export function isFingerprint({ id, unit, recipient, signKey }: PartnerRow, digits: string): boolean {
  const card: Card = { format: 'dandang-card', version: 1, id, unit, recipient, signKey }
  return digits.normalize('NFKC').replaceAll(/\D/g, '') === fingerprintOf(card).replaceAll(' ', '')
}

export const update = async (db: Writes, id: ExchangeId, change: Partial<PartnerRow>): Promise<void> =>
  void (await db.updateTable('exchangePartners').set(change).where('id', '=', id).execute())
