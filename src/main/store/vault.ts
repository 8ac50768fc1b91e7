import { randomBytes } from 'node:crypto'
import { AppError } from '../../shared/result'
import type { KdfParams } from './kdf'
import { newRecoveryCode, parseRecoveryCode } from './recovery-code'
import { fromBase64, zero } from './seal'
import { assertVaultMac, type Slot, sealVault, type Vault } from './vault-format'
import {
  loginHash,
  newRecoverySlot,
  newSlot,
  openRecoverySlot,
  openSlot,
  type SlotSecrets,
  sealFor,
  spendATry,
  unsealFor,
} from './vault-slots'

export type { Vault } from './vault-format'
export { loginHash } from './vault-slots'

export type NewSlotAccount = { readonly id: string; readonly login: string; readonly password: string }

export type Unlocked = {
  /** The copy that was accepted: changes start from it. */
  readonly vault: Vault
  readonly slotId: string
  readonly dek: Buffer
  /** Set while a re-key is unfinished; `openWithVault` settles it. */
  readonly nextDek?: Buffer
  /** The account's own X25519 key, which opens what was sealed to it (audit epochs). */
  readonly privateKey: Buffer
}

/** The keys of a new store. The recovery code is shown once and kept nowhere. Account ids and `storeId` are UUIDs. */
export async function createVault(input: {
  readonly label: string
  readonly storeId: string
  readonly accounts: readonly NewSlotAccount[]
  readonly kdf: KdfParams
  readonly machineSecret: Buffer
  readonly createdAt?: string
}): Promise<{ readonly vault: Vault; readonly dek: Buffer; readonly recoveryCode: string }> {
  const { label, storeId, machineSecret, kdf } = input
  const dek = randomBytes(32)
  const { code, entropy } = newRecoveryCode()
  const slots: Slot[] = []
  for (const { id, login, password } of input.accounts) {
    // One after the other: each derivation takes all of the memory that the parameters ask for.
    const account = { id, loginHash: loginHash(machineSecret, login) }
    slots.push(await newSlot(storeId, account, dek, { password, machineSecret, kdf }))
  }
  const recovery = newRecoverySlot(storeId, entropy, dek, machineSecret)
  zero(entropy)
  const createdAt = input.createdAt ?? new Date().toISOString()
  const body = { format: 1, suite: 'dandang-1', storeId, label, createdAt, generation: 1, cipher: 'chacha20' } as const
  return { vault: sealVault({ ...body, slots, recovery }, dek), dek, recoveryCode: code }
}

type Copies = Vault | readonly Vault[]
const listOf = (copies: Copies): readonly Vault[] => ('slots' in copies ? [copies] : copies)

/**
 * Tries the copies from the best on. A copy whose MAC fails gives way to the next. A wrong password only does when the
 * next copy is of the same generation: otherwise an old copy would bring an old password back.
 */
async function firstGood<T>(copies: Copies, open: (vault: Vault) => Promise<T> | T): Promise<T> {
  let failure: AppError | undefined
  for (const vault of listOf(copies)) {
    if (failure?.code === 'wrong-password' && vault.generation !== listOf(copies)[0]?.generation) break
    try {
      return await open(vault)
    } catch (error) {
      if (!(error instanceof AppError) || !['store-damaged', 'wrong-password'].includes(error.code)) throw error
      failure = failure?.code === 'wrong-password' ? failure : error
    }
  }
  throw failure ?? new AppError('store-damaged', '数据库的钥匙文件已损坏或被改动')
}

/** The DEKs of an opened slot, after proof that the whole header is what a holder of the DEK wrote. */
function keysOf(vault: Vault, slotId: string, slot: Pick<Slot, 'dek' | 'nextDek'>, privateKey: Buffer): Unlocked {
  const dek = unsealFor('dek', vault.storeId, slotId, privateKey, slot.dek)
  assertVaultMac(vault, dek)
  if (slot.nextDek === undefined) return { vault, slotId, dek, privateKey }
  return {
    vault,
    slotId,
    dek,
    privateKey,
    nextDek: unsealFor('next-dek', vault.storeId, slotId, privateKey, slot.nextDek),
  }
}

/** @throws AppError wrong-password (also for an unknown login, after the same time), store-damaged */
export function unlock(
  copies: Copies,
  who: { readonly login: string; readonly password: string; readonly machineSecret: Buffer },
): Promise<Unlocked> {
  const hash = loginHash(who.machineSecret, who.login)
  return firstGood(copies, async vault => {
    const slot = vault.slots.find(candidate => candidate.loginHash === hash)
    if (!slot) {
      const [any] = vault.slots
      if (any) await spendATry(vault.storeId, any, who.password, who.machineSecret)
      throw new AppError('wrong-password', '用户名或密码错误')
    }
    return keysOf(vault, slot.id, slot, await openSlot(vault.storeId, slot, who.password, who.machineSecret))
  })
}

/** The slot that a code opens: the present one, or the one before while nobody has said that the new code was written down. */
function openRecovery({ storeId, recovery, former }: Vault, entropy: Buffer) {
  try {
    return { slot: recovery, privateKey: openRecoverySlot(storeId, recovery, entropy) }
  } catch (error) {
    if (!former || !(error instanceof AppError) || error.code !== 'wrong-password') throw error
    return { slot: former, privateKey: openRecoverySlot(storeId, former, entropy) }
  }
}

/** `slotId` is 'recovery'; `isFormer` where the code is the one before. @throws AppError invalid-input (mistyped code), wrong-password (another code), store-damaged */
export async function unlockWithRecovery(
  copies: Copies,
  code: string,
): Promise<Unlocked & { readonly machineSecret: Buffer; readonly isFormer: boolean }> {
  const entropy = parseRecoveryCode(code)
  try {
    return await firstGood(copies, vault => {
      const { slot, privateKey } = openRecovery(vault, entropy)
      const machineSecret = unsealFor('machine-secret', vault.storeId, 'recovery', privateKey, slot.machineSecret)
      return { ...keysOf(vault, 'recovery', slot, privateKey), machineSecret, isFormer: slot !== vault.recovery }
    })
  } finally {
    zero(entropy)
  }
}

/** Every change starts from a proven header without a pending re-key: both would let a stranger's slot in. */
function settled(vault: Vault, dek: Buffer): Vault {
  assertVaultMac(vault, dek)
  if (vault.recovery.nextDek !== undefined) throw new AppError('conflict', '上一次更换密钥尚未完成')
  return vault
}

const findSlot = (vault: Vault, id: string): Slot => {
  const slot = vault.slots.find(candidate => candidate.id === id)
  if (!slot) throw new AppError('not-found', '没有这个账号')
  return slot
}

const withSlots = (vault: Vault, dek: Buffer, slots: readonly Slot[]) => sealVault({ ...vault, slots }, dek)

/** @throws AppError conflict when the account or the login already has a slot */
export async function withSlot(
  vault: Vault,
  dek: Buffer,
  { id, login, ...secrets }: NewSlotAccount & SlotSecrets,
): Promise<Vault> {
  const { slots, storeId } = settled(vault, dek)
  const hash = loginHash(secrets.machineSecret, login)
  if (slots.some(slot => slot.id === id || slot.loginHash === hash)) throw new AppError('conflict', '登录名已被使用')
  return withSlots(vault, dek, [...slots, await newSlot(storeId, { id, loginHash: hash }, dek, secrets)])
}

/** Takes a slot away. Old copies of the header still open the store until it is re-keyed. */
export function withoutSlot(vault: Vault, dek: Buffer, id: string): Vault {
  const { slots } = settled(vault, dek)
  findSlot(vault, id)
  if (slots.length === 1) throw new AppError('refused', '不能移除最后一个账号')
  return withSlots(
    vault,
    dek,
    slots.filter(slot => slot.id !== id),
  )
}

/** A new password with a new salt. With `privateKey` the account keeps its key pair and what was sealed to it. */
export async function withPassword(
  vault: Vault,
  dek: Buffer,
  { id, ...secrets }: { readonly id: string } & SlotSecrets,
): Promise<Vault> {
  const { slots, storeId } = settled(vault, dek)
  const changed = await newSlot(storeId, findSlot(vault, id), dek, secrets)
  return withSlots(
    vault,
    dek,
    slots.map(slot => (slot.id === id ? changed : slot)),
  )
}

/** Another login for the same account and password. @throws AppError conflict */
export function withLogin(
  vault: Vault,
  dek: Buffer,
  { id, login, machineSecret }: { readonly id: string; readonly login: string; readonly machineSecret: Buffer },
): Vault {
  const { slots } = settled(vault, dek)
  const hash = loginHash(machineSecret, login)
  findSlot(vault, id)
  if (slots.some(slot => slot.id !== id && slot.loginHash === hash)) throw new AppError('conflict', '登录名已被使用')
  return withSlots(
    vault,
    dek,
    slots.map(slot => (slot.id === id ? { ...slot, loginHash: hash } : slot)),
  )
}

export const withLabel = (vault: Vault, dek: Buffer, label: string): Vault =>
  sealVault({ ...settled(vault, dek), label }, dek)

/**
 * A new printed code and a new recovery key pair. The code that was used goes on counting until `withoutFormer`: nobody has
 * the new one yet.
 */
export function withNewRecovery(
  vault: Vault,
  dek: Buffer,
  { machineSecret, isFormer }: { readonly machineSecret: Buffer; readonly isFormer: boolean },
): { readonly vault: Vault; readonly recoveryCode: string } {
  const { storeId } = settled(vault, dek)
  const { code, entropy } = newRecoveryCode()
  const recovery = newRecoverySlot(storeId, entropy, dek, machineSecret)
  zero(entropy)
  const former = (isFormer && vault.former) || vault.recovery
  return { vault: sealVault({ ...vault, recovery, former }, dek), recoveryCode: code }
}

/** The new printed code was written down: the one before opens nothing any more. */
export function withoutFormer(vault: Vault, dek: Buffer): Vault {
  const { former: _former, ...rest } = settled(vault, dek)
  return sealVault(rest, dek)
}

/** A header as it was before a change that could not be carried through, as the newest one. */
export const takenBack = (before: Vault, changed: Vault, dek: Buffer): Vault =>
  sealVault({ ...before, generation: changed.generation }, dek)

/** First step of a re-key: every slot gets the next DEK beside the present one, without anyone's password. */
export function withNextDek(vault: Vault, dek: Buffer, nextDek: Buffer): Vault {
  const { storeId, slots, recovery, former } = settled(vault, dek)
  const next = (id: string, publicKey: string) => sealFor('next-dek', storeId, id, publicKey, nextDek)
  return sealVault(
    {
      ...vault,
      slots: slots.map(slot => ({ ...slot, nextDek: next(slot.id, slot.publicKey) })),
      recovery: { ...recovery, nextDek: next('recovery', recovery.publicKey) },
      ...(former && { former: { ...former, nextDek: next('recovery', former.publicKey) } }),
    },
    dek,
  )
}

const dropNext = <T extends { readonly nextDek?: string | undefined }>({ nextDek: _nextDek, ...rest }: T) => rest

/** Last step of a re-key: the next DEK is the only one. The header is signed with it from now on. */
export function promoted(vault: Vault, dek: Buffer, nextDek: Buffer): Vault {
  assertVaultMac(vault, dek)
  const { storeId, slots, recovery, former } = vault
  const now = (id: string, publicKey: string) => sealFor('dek', storeId, id, publicKey, nextDek)
  return sealVault(
    {
      ...vault,
      slots: slots.map(slot => ({ ...dropNext(slot), dek: now(slot.id, slot.publicKey) })),
      recovery: { ...dropNext(recovery), dek: now('recovery', recovery.publicKey) },
      ...(former && { former: { ...dropNext(former), dek: now('recovery', former.publicKey) } }),
    },
    nextDek,
  )
}

/** Public keys to seal audit epochs to. */
export const publicKeyOf = (vault: Vault, accountId: string): Buffer =>
  fromBase64(findSlot(vault, accountId).publicKey, 32)
export const recoveryPublicKey = (vault: Vault): Buffer => fromBase64(vault.recovery.publicKey, 32)
