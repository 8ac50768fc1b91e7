import { hmac, publicKeyFor, seal, sha256, unseal } from './seal'

/** What the first line follows. */
export const GENESIS_MAC: Buffer = Buffer.alloc(32)

export const seqBytes = (seq: number): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(seq))
  return bytes
}

/** mac_i = HMAC(k_i, mac_{i−1} ‖ seq ‖ body) */
export const lineMac = (key: Buffer, previous: Buffer, seq: number, body: string): Buffer =>
  hmac(key, previous, seqBytes(seq), body)

/** k_{i+1} = HMAC(k_i, 'next'): who has a key cannot find the one before it, and so cannot rewrite what it signed. */
export const nextKey = (key: Buffer): Buffer => hmac(key, 'next')

/**
 * Ties an epoch's random first key to the last key of the epoch before. Anyone can seal a key to an auditor, so without
 * this link an epoch could be invented afterwards and signed all over again.
 */
export const epochLink = (lastKey: Buffer, epoch: number, firstSeq: number, firstKey: Buffer): Buffer =>
  hmac(lastKey, 'epoch', seqBytes(epoch), seqBytes(firstSeq), sha256(firstKey))

/** Who can read an epoch. A password reset by others gives an account a new key, so keys and not ids are told apart. */
export type Recipient = { readonly id: string; readonly publicKey: Buffer }
export type KeyHolder = { readonly id: string; readonly privateKey: Buffer }
export type Seals = Record<string, { readonly id: string; readonly sealed: string }>

export const fingerprint = (publicKey: Buffer): string => sha256(publicKey).toString('hex').slice(0, 16)

const context = (epoch: number) => `dandang/audit/v1|${epoch}`

export const sealFirstKey = (epoch: number, firstKey: Buffer, recipients: readonly Recipient[]): Seals =>
  Object.fromEntries(
    recipients.map(({ id, publicKey }) => [
      fingerprint(publicKey),
      { id, sealed: seal(publicKey, firstKey, context(epoch)) },
    ]),
  )

/**
 * The epoch's first key, or undefined when it was not sealed to this holder.
 * @throws AppError store-damaged when a seal that bears the holder's name does not open
 */
export function openFirstKey(epoch: number, seals: Seals, privateKey: Buffer): Buffer | undefined {
  const mine = seals[fingerprint(publicKeyFor(privateKey))]
  return mine && unseal(privateKey, mine.sealed, context(epoch))
}
