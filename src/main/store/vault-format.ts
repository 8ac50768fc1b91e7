import * as z from 'zod'
import { AppError } from '../../shared/result'
import { canonicalJson } from './canonical-json'
import { assertKdfRange } from './kdf'
import { deriveFor, fromBase64, hmac, sameBytes, sha256, zero } from './seal'

const base64 = z.string().max(1024)
const kdf = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('argon2id'), memoryKib: z.int(), passes: z.int(), lanes: z.int() }),
  z.strictObject({ name: z.literal('scrypt'), n: z.int(), r: z.int(), p: z.int() }),
])

/** One account's way to the DEK: its password opens a private key, and the DEK is sealed to the public one. */
const Slot = z.strictObject({
  id: z.uuid(),
  loginHash: base64,
  kdf,
  salt: base64,
  publicKey: base64,
  privateKey: base64,
  dek: base64,
  nextDek: base64.optional(),
})
export type Slot = Readonly<z.infer<typeof Slot>>

/** The printed code's way to the DEK, and to the machine secret, so that all passwords work again on a new PC. */
const RecoverySlot = z.strictObject({
  salt: base64,
  publicKey: base64,
  privateKey: base64,
  machineSecret: base64,
  dek: base64,
  nextDek: base64.optional(),
})
export type RecoverySlot = Readonly<z.infer<typeof RecoverySlot>>

const Vault = z.strictObject({
  format: z.literal(1),
  suite: z.literal('dandang-1'),
  storeId: z.uuid(),
  label: z.string().max(200),
  createdAt: z.iso.datetime(),
  generation: z.int().min(1),
  cipher: z.literal('chacha20'),
  slots: z.array(Slot).min(1).max(500),
  recovery: RecoverySlot,
  /** The code before, which counts until the new one has been written down. */
  former: RecoverySlot.optional(),
  mac: base64,
  checksum: base64,
})

/** The store's header. `mac` proves that a holder of the DEK wrote it, `checksum` only that the file is whole. */
export type Vault = Readonly<Omit<z.infer<typeof Vault>, 'slots' | 'recovery'>> & {
  readonly slots: readonly Slot[]
  readonly recovery: RecoverySlot
}
export type VaultBody = Omit<Vault, 'mac' | 'checksum'>

const damaged = (details: unknown) => new AppError('store-damaged', '数据库的钥匙文件已损坏或被改动', details)

const macOf = (body: VaultBody, dek: Buffer): Buffer => {
  const key = deriveFor('header', dek)
  const mac = hmac(key, canonicalJson(body))
  zero(key)
  return mac
}

const bodyOf = ({ mac: _mac, checksum: _checksum, ...body }: Vault): VaultBody => body

/** Signs a changed header as the next generation. */
export function sealVault(body: VaultBody | Vault, dek: Buffer): Vault {
  const next: VaultBody = 'mac' in body ? { ...bodyOf(body), generation: body.generation + 1 } : body
  const signed = { ...next, mac: macOf(next, dek).toString('base64') }
  return { ...signed, checksum: sha256(canonicalJson(signed)).toString('base64') }
}

/** @throws AppError store-damaged when the header was not written by a holder of this DEK, or was changed since */
export function assertVaultMac(vault: Vault, dek: Buffer): void {
  if (!sameBytes(macOf(bodyOf(vault), dek), fromBase64(vault.mac))) throw damaged({ part: 'mac' })
}

export const printVault = (vault: Vault): string => canonicalJson(vault)

/**
 * Reads a header. Only the one canonical spelling passes, so that no byte of the file can change unnoticed.
 * @throws AppError store-damaged, store-too-new
 */
export function parseVault(text: string): Vault {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    throw damaged({ part: 'text' })
  }
  const parsed = Vault.safeParse(data)
  if (!parsed.success) {
    const format = (data as { format?: unknown } | null)?.format
    if (typeof format === 'number' && Number.isInteger(format) && format > 1 && hasGoodChecksum(data, text)) {
      throw new AppError('store-too-new', '数据库由更新版本的程序建立，请先升级程序', {
        storeVersion: format,
        knownVersion: 1,
      })
    }
    throw damaged({ part: 'shape' })
  }
  if (!hasGoodChecksum(parsed.data, text)) throw damaged({ part: 'checksum' })
  for (const slot of parsed.data.slots) assertKdfRange(slot.kdf)
  return parsed.data
}

function hasGoodChecksum(data: unknown, text: string): boolean {
  if (canonicalJson(data) !== text) return false
  const { checksum, ...rest } = data as { checksum?: unknown }
  return checksum === sha256(canonicalJson(rest)).toString('base64')
}
