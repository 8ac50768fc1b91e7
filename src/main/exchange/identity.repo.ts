import { ExchangeId, FORMAT, type OwnCard } from '../../shared/exchange/exchange'
import type { Writer } from '../../shared/exchange/merge.rules'
import type { Card } from '../../shared/exchange/package'
import { AppError } from '../../shared/result'
import { instantOf } from '../ipc/clock'
import type { CommandContext } from '../ipc/contexts'
import type { Reads, Writes } from '../store/schema'
import { recipientOf } from './age'
import { fingerprintOf, verifyKeyOf } from './signing'

export interface Identity {
  readonly id: ExchangeId
  readonly ageKey: string
  readonly signKey: string
  readonly writer: string
  readonly clock: number
}

export const find = (db: Reads): Promise<Identity | undefined> =>
  db.selectFrom('exchangeIdentity').select(['id', 'ageKey', 'signKey', 'writer', 'clock']).executeTakeFirst()

/** @throws AppError refused until the card was saved for the first time */
export async function get(db: Reads): Promise<Identity> {
  const identity = await find(db)
  if (!identity) throw new AppError('refused', '本库还没有名片，请先由安全保密管理员在数据交换里保存本库名片')
  return identity
}

/** Who this store is from now on. Keys are made beforehand: a transaction waits for nothing but the store. */
export async function make(context: CommandContext, keys: Pick<Identity, 'ageKey' | 'signKey'>): Promise<Identity> {
  const { db, caller, newId } = context
  const known = await find(db)
  if (known) return known
  const identity = { id: ExchangeId.parse(newId()), writer: newId(), clock: 0, ...keys }
  await db
    .insertInto('exchangeIdentity')
    .values({ only: 1, ...identity, madeAt: instantOf(context), byId: caller.id })
    .execute()
  return identity
}

export async function cardOf(db: Reads, { id, ageKey, signKey }: Identity): Promise<Card> {
  const { unit } = await db.selectFrom('storeInfo').select('unit').executeTakeFirstOrThrow()
  const recipient = await recipientOf(ageKey)
  return { format: 'dandang-card', version: FORMAT, id, unit, recipient, signKey: verifyKeyOf(signKey) }
}

export const shown = (card: Card): OwnCard => ({ id: card.id, unit: card.unit, fingerprint: fingerprintOf(card) })

/** This store's numbers for changes. Until `keep` is called nothing of it is used up: a preview takes none. */
export function writerOf(identity: Pick<Identity, 'writer' | 'clock'>): Writer & { keep(db: Writes): Promise<void> } {
  let clock = identity.clock
  return {
    id: identity.writer,
    next: atLeast => {
      clock = Math.max(clock + 1, atLeast)
      return clock
    },
    keep: async db => void (await db.updateTable('exchangeIdentity').set({ clock }).execute()),
  }
}

/** Numbers of its own for a store that was brought back from a backup: those it gave before are in the hands of others. */
export const beginAnew = async (db: Writes, writer: string): Promise<void> =>
  void (await db.updateTable('exchangeIdentity').set({ writer }).execute())
