import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CadreId } from '../../../src/shared/cadres/cadres'
import type { ArrivalId, ExchangeId, ExchangeModule, Outcome } from '../../../src/shared/exchange/exchange'
import { tempFolder } from '../../helpers/folders'
import { type Core, freshStore, type Place, signedIn } from '../../helpers/harness'

export const reason = '区里下发'
const tokens = { count: 0 }

/** A place to save to, granted as the shell would. */
export function target(core: Core, name: string): { readonly token: string; readonly path: string } {
  const [token, path] = [`t${(tokens.count += 1)}`, join(tempFolder(), name)]
  core.files.grant(token, path)
  return { token, path }
}
export function chosen(core: Core, path: string): string {
  const token = `t${(tokens.count += 1)}`
  core.files.grantReading(token, [path])
  return token
}

async function cardOf(place: Place): Promise<{ id: ExchangeId; path: string; digits: string }> {
  const core = await signedIn('secadmin', place)
  const { token, path } = target(core, 'own.ddcard')
  const { id, fingerprint } = await core.api.exchange.saveCard({ target: token })
  core.close()
  return { id, path, digits: fingerprint }
}

/** Imports and confirms the card of another store, as its 安全保密管理员 does with the telephone in hand. */
async function befriend(place: Place, other: { id: ExchangeId; path: string; digits: string }): Promise<void> {
  const core = await signedIn('secadmin', place)
  await core.api.exchange.importCard({ token: chosen(core, other.path) })
  await core.api.exchange.confirmPartner({ id: other.id, digits: other.digits })
  core.close()
}

export interface Store {
  readonly place: Place
  readonly id: ExchangeId
  /** An officer's. */
  readonly core: Core
}

/** So many stores that all know one another, an officer signed in at each. */
export async function stores(count: number): Promise<Store[]> {
  const places: Place[] = []
  for (let i = 0; i < count; i += 1) places.push((await freshStore()).place)
  return acquainted(places)
}
async function acquainted(places: readonly Place[]): Promise<Store[]> {
  const cards = []
  for (const place of places) cards.push(await cardOf(place))
  const made: Store[] = []
  for (const [i, place] of places.entries()) {
    for (const [j, card] of cards.entries()) if (i !== j) await befriend(place, card)
    const id = cards[i]?.id
    if (id) made.push({ place, id, core: await signedIn('officer', place) })
  }
  return made
}
export const pair = async (): Promise<readonly [Store, Store]> => two(await stores(2))
/** The same with a store that was made before, and a fresh one. */
export const befriended = async (place: Place): Promise<readonly [Store, Store]> =>
  two(await acquainted([place, (await freshStore()).place]))

function two([a, b]: readonly Store[]): readonly [Store, Store] {
  if (!a || !b) throw new Error('two stores')
  return [a, b]
}

export const closeAll = (...some: readonly Store[]): void => {
  for (const { core } of some) core.close()
}

export async function person(core: Core, name: string, fields: Record<string, unknown> = {}): Promise<CadreId> {
  const { cadre } = await core.api.cadres.add({ name, birth: '1980-05', unitId: null })
  await change(core, cadre.id, fields)
  return cadre.id
}
export async function change(core: Core, id: CadreId, fields: Record<string, unknown>): Promise<void> {
  const changes = Object.entries(fields).map(([field, value]) => ({ field, value }))
  if (changes.length === 0) return
  const { revision } = await core.api.cadres.get({ id })
  await core.api.cadres.change({ id, revision, changes, reason: '登记' })
}

interface Order {
  readonly ids: readonly CadreId[]
  readonly modules?: readonly ExchangeModule[]
  readonly passphrase?: string
  readonly sensitive?: readonly ('idNumber' | 'phone' | 'family' | 'form.health')[]
}
/** Makes a package for the other store. @returns where it lies */
export async function send(from: Store, to: Store, { ids, modules = ['files'], passphrase, sensitive }: Order) {
  const { token, path } = target(from.core, 'package.ddx')
  const made = await from.core.api.exchange.make({
    partnerId: to.id,
    whom: { by: 'ids', ids: [...ids] },
    modules: [...modules],
    sensitive: [...(sensitive ?? ['idNumber', 'phone', 'family', 'form.health'])],
    reason,
    mark: null,
    passphrase: passphrase ?? null,
    target: token,
  })
  return { ...made, path }
}
export const open = (at: Store, path: string, passphrase: string | null = null) =>
  at.core.api.exchange.open({ token: chosen(at.core, path), passphrase })
export async function opened(at: Store, path: string): Promise<ArrivalId> {
  const found = await open(at, path)
  if (found.kind !== 'package') throw new Error('a package')
  return found.id
}
/** Opens a package and takes it in, every conflict decided one way. */
export async function take(
  at: Store,
  path: string,
  choice: 'keep' | 'take' = 'take',
): Promise<Outcome & { id: ArrivalId }> {
  const id = await opened(at, path)
  const { counts } = await at.core.api.exchange.decideAll({ id, choice })
  if (counts['conflict'] !== 0) throw new Error('every conflict is decided')
  return { id, ...(await at.core.api.exchange.apply({ id, unitId: null })) }
}
/** A copy with one byte otherwise. */
export function altered(path: string, bytes: Buffer): string {
  const copy = join(tempFolder(), 'altered.ddx')
  copyFileSync(path, copy)
  writeFileSync(copy, bytes)
  return copy
}
