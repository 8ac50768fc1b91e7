import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import type { Card } from '../../shared/exchange/package'
import { zero } from '../store/seal'

/** DER around a raw Ed25519 key (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const SPKI = Buffer.from('302a300506032b6570032100', 'hex')
const KEY_BYTES = 32

const privateKeyOf = (base64: string) => {
  const raw = Buffer.from(base64, 'base64')
  const der = Buffer.concat([PKCS8, raw])
  try {
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  } finally {
    zero(raw, der)
  }
}

/** A fresh Ed25519 private key, base64 of the raw 32 bytes. */
export function newSignKey(): string {
  const der = generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' })
  const key = der.subarray(-KEY_BYTES).toString('base64')
  zero(der)
  return key
}

/** The public key of a private one, both base64 of raw bytes. */
export const verifyKeyOf = (signKey: string): string =>
  createPublicKey(privateKeyOf(signKey)).export({ format: 'der', type: 'spki' }).subarray(-KEY_BYTES).toString('base64')

export const signed = (bytes: Buffer, signKey: string): Buffer => sign(null, bytes, privateKeyOf(signKey))

export function isSignedBy(bytes: Buffer, signature: Buffer, verifyKey: string): boolean {
  const key = createPublicKey({
    key: Buffer.concat([SPKI, Buffer.from(verifyKey, 'base64')]),
    format: 'der',
    type: 'spki',
  })
  return verify(null, bytes, key, signature)
}

const GROUPS = 6
const GROUP_DIGITS = 5

/** Thirty digits, in groups of five, over everything that a card says: two people compare them by telephone. */
export function fingerprintOf({ id, unit, recipient, signKey }: Card): string {
  const digest = createHash('sha256')
    .update(JSON.stringify(['dandang/card/v1', id, unit, recipient, signKey]))
    .digest('hex')
  const digits = (BigInt(`0x${digest}`) % 10n ** BigInt(GROUPS * GROUP_DIGITS))
    .toString()
    .padStart(GROUPS * GROUP_DIGITS, '0')
  return (digits.match(/\d{5}/g) ?? []).join(' ')
}
