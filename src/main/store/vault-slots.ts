import { randomBytes } from 'node:crypto'
import { AppError } from '../../shared/result'
import { canonicalJson } from './canonical-json'
import { assertKdfRange, deriveKey, type KdfParams, passwordBytes } from './kdf'
import { fromBase64, hkdf, hmac, newKeyPair, publicKeyFor, sameBytes, seal, unseal, unwrap, wrap, zero } from './seal'
import type { RecoverySlot, Slot } from './vault-format'

const SALT_BYTES = 16
const KEY_BYTES = 32

/** Names a login without telling it: only who holds the machine secret can compute or guess it. */
export const loginHash = (machineSecret: Buffer, login: string): string =>
  hmac(machineSecret, 'dandang/login/v1|', login.normalize('NFKC')).toString('base64')

/** The place a key belongs to. Moving a slot, its salt, its parameters or its public key elsewhere breaks the wrap. */
const placeOf = (storeId: string, slotId: string, slot: Pick<Slot, 'salt' | 'kdf' | 'publicKey'>) =>
  ['dandang/slot/v1', storeId, slotId, 'password', slot.salt, canonicalJson(slot.kdf), slot.publicKey].join('|')
const recoveryPlace = (storeId: string, slot: Pick<RecoverySlot, 'salt' | 'publicKey'>) =>
  ['dandang/slot/v1', storeId, 'recovery', 'code', slot.salt, slot.publicKey].join('|')

type SealedKey = 'dek' | 'next-dek' | 'machine-secret'
const context = (what: SealedKey, storeId: string, slotId: string) => `dandang/${what}/v1|${storeId}|${slotId}`

export const sealFor = (what: SealedKey, storeId: string, slotId: string, publicKey: string, key: Buffer): string =>
  seal(fromBase64(publicKey, KEY_BYTES), key, context(what, storeId, slotId))

export const unsealFor = (what: SealedKey, storeId: string, slotId: string, privateKey: Buffer, sealed: string) =>
  unseal(privateKey, sealed, context(what, storeId, slotId))

async function passwordKek(
  place: { storeId: string; slotId: string },
  password: string,
  machineSecret: Buffer,
  { salt, kdf }: Pick<Slot, 'salt' | 'kdf'>,
): Promise<Buffer> {
  assertKdfRange(kdf)
  const typed = passwordBytes(password)
  const saltBytes = fromBase64(salt, SALT_BYTES)
  const stretched = await deriveKey(typed, saltBytes, kdf)
  const material = Buffer.concat([stretched, machineSecret])
  try {
    return hkdf(material, saltBytes, `dandang/kek/v1|${place.storeId}|${place.slotId}`)
  } finally {
    zero(typed, stretched, material)
  }
}

export type SlotSecrets = {
  readonly password: string
  readonly machineSecret: Buffer
  readonly kdf: KdfParams
  /** Kept when the holder changes a password; without it (reset by others) the slot gets a new key pair. */
  readonly privateKey?: Buffer | undefined
}

/** A slot for one account with a fresh salt. */
export async function newSlot(
  storeId: string,
  account: { readonly id: string; readonly loginHash: string },
  dek: Buffer,
  { password, machineSecret, kdf, privateKey }: SlotSecrets,
): Promise<Slot> {
  const pair = privateKey ? { privateKey, publicKey: publicKeyFor(privateKey) } : newKeyPair()
  const outer = { kdf, salt: randomBytes(SALT_BYTES).toString('base64'), publicKey: pair.publicKey.toString('base64') }
  const kek = await passwordKek({ storeId, slotId: account.id }, password, machineSecret, outer)
  const slot = {
    id: account.id,
    loginHash: account.loginHash,
    ...outer,
    privateKey: wrap(kek, pair.privateKey, placeOf(storeId, account.id, outer)),
    dek: sealFor('dek', storeId, account.id, outer.publicKey, dek),
  }
  zero(kek)
  if (!privateKey) zero(pair.privateKey)
  return slot
}

/** @throws AppError wrong-password, store-damaged */
export async function openSlot(storeId: string, slot: Slot, password: string, machineSecret: Buffer): Promise<Buffer> {
  const kek = await passwordKek({ storeId, slotId: slot.id }, password, machineSecret, slot)
  return openPrivateKey(kek, slot, placeOf(storeId, slot.id, slot), '用户名或密码错误')
}

/** Takes as long as a real try, so that the time does not tell which logins exist. */
export async function spendATry(storeId: string, slot: Slot, password: string, machineSecret: Buffer): Promise<void> {
  zero(await passwordKek({ storeId, slotId: slot.id }, password, machineSecret, slot))
}

function openPrivateKey(kek: Buffer, slot: Pick<Slot, 'privateKey' | 'publicKey'>, place: string, message: string) {
  let privateKey: Buffer
  try {
    privateKey = unwrap(kek, slot.privateKey, place)
  } catch {
    throw new AppError('wrong-password', message)
  } finally {
    zero(kek)
  }
  if (!sameBytes(publicKeyFor(privateKey), fromBase64(slot.publicKey, KEY_BYTES))) {
    throw new AppError('store-damaged', '数据库的钥匙文件已损坏或被改动', { part: 'publicKey' })
  }
  return privateKey
}

const recoveryKek = (storeId: string, entropy: Buffer, salt: string) =>
  hkdf(entropy, fromBase64(salt, SALT_BYTES), `dandang/recovery/v1|${storeId}`)

/** The slot of the printed code; 160 random bits need no slow derivation. */
export function newRecoverySlot(storeId: string, entropy: Buffer, dek: Buffer, machineSecret: Buffer): RecoverySlot {
  const pair = newKeyPair()
  const outer = { salt: randomBytes(SALT_BYTES).toString('base64'), publicKey: pair.publicKey.toString('base64') }
  const kek = recoveryKek(storeId, entropy, outer.salt)
  const slot = {
    ...outer,
    privateKey: wrap(kek, pair.privateKey, recoveryPlace(storeId, outer)),
    machineSecret: sealFor('machine-secret', storeId, 'recovery', outer.publicKey, machineSecret),
    dek: sealFor('dek', storeId, 'recovery', outer.publicKey, dek),
  }
  zero(kek, pair.privateKey)
  return slot
}

/** @throws AppError wrong-password, store-damaged */
export const openRecoverySlot = (storeId: string, slot: RecoverySlot, entropy: Buffer): Buffer =>
  openPrivateKey(
    recoveryKek(storeId, entropy, slot.salt),
    slot,
    recoveryPlace(storeId, slot),
    '恢复码与本数据库不符，可能是另一个数据库或已更换的恢复码',
  )
