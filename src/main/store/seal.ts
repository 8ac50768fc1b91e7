import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { AppError } from '../../shared/result'

/** Every key of a store is derived from its DEK under one of these labels, so that no key serves two purposes. */
const KEY_LABELS = {
  db: 'dandang/db/v1',
  files: 'dandang/files/v1',
  header: 'dandang/header/v1',
  backup: 'dandang/backup/v1',
  anchor: 'dandang/anchor/v1',
  checkpoint: 'dandang/checkpoint/v1',
  tries: 'dandang/tries/v1',
} as const

export type KeyPurpose = keyof typeof KEY_LABELS

const IV_BYTES = 12
const TAG_BYTES = 16
const KEY_BYTES = 32
/** DER around a raw X25519 key (RFC 8410): raw keys never become JavaScript strings, which could not be wiped. */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b656e04220420', 'hex')
const SPKI_PREFIX = Buffer.from('302a300506032b656e032100', 'hex')
const EMPTY = Buffer.alloc(0)

/** Overwrites key material; the buffers are useless afterwards. */
export function zero(...buffers: (Buffer | undefined)[]): void {
  for (const buffer of buffers) buffer?.fill(0)
}

/** HKDF-SHA256 (RFC 5869). */
export const hkdf = (key: Buffer, salt: Buffer, info: string, bytes = KEY_BYTES): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, info, bytes))

/** The 32-byte key for one purpose, derived from a DEK, an X25519 private key (checkpoint) or a machine secret (tries). */
export const deriveFor = (purpose: KeyPurpose, key: Buffer): Buffer => hkdf(key, EMPTY, KEY_LABELS[purpose])

export function hmac(key: Buffer, ...parts: (Buffer | string)[]): Buffer {
  const mac = createHmac('sha256', key)
  for (const part of parts) mac.update(part)
  return mac.digest()
}

export const sha256 = (data: Buffer | string): Buffer => createHash('sha256').update(data).digest()

/** Compares without telling by its duration where the difference lies. */
export const sameBytes = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b)

const damaged = (message: string) => new AppError('store-damaged', message)

/**
 * Decodes base64 only in its canonical spelling. Node's own decoder skips strange characters and ignores spare bits,
 * which let 12 of 20,000 flipped bits through (security.md §3.3).
 * @throws AppError store-damaged
 */
export function fromBase64(text: string, bytes?: number): Buffer {
  const buffer = Buffer.from(text, 'base64')
  if (buffer.toString('base64') !== text) throw damaged('加密数据的编码不规范')
  if (bytes !== undefined && buffer.length !== bytes) throw damaged('加密数据的长度不符')
  return buffer
}

function encrypt(key: Buffer, plaintext: Buffer, aad: string): Buffer {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(aad, 'utf8'))
  return Buffer.concat([iv, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()])
}

function decrypt(key: Buffer, sealed: Buffer, aad: string): Buffer {
  if (sealed.length < IV_BYTES + TAG_BYTES) throw damaged('加密数据不完整')
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(aad, 'utf8'))
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()])
  } catch {
    throw damaged('加密数据未通过校验')
  }
}

/** AES-256-GCM under a 32-byte key: base64 of iv ‖ ciphertext ‖ tag. `aad` binds the place where the result is kept. */
export const wrap = (kek: Buffer, plaintext: Buffer, aad: string): string =>
  encrypt(kek, plaintext, aad).toString('base64')

/** @throws AppError store-damaged when the key, the `aad` or a single bit differs */
export const unwrap = (kek: Buffer, wrapped: string, aad: string): Buffer => decrypt(kek, fromBase64(wrapped), aad)

const privateObject = (raw: Buffer) => {
  const der = Buffer.concat([PKCS8_PREFIX, raw])
  try {
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  } finally {
    zero(der)
  }
}
const publicObject = (raw: Buffer) =>
  createPublicKey({ key: Buffer.concat([SPKI_PREFIX, raw]), format: 'der', type: 'spki' })

export type KeyPair = { readonly publicKey: Buffer; readonly privateKey: Buffer }

/** A fresh X25519 pair as raw 32-byte keys. */
export function newKeyPair(): KeyPair {
  const pair = generateKeyPairSync('x25519')
  const der = pair.privateKey.export({ format: 'der', type: 'pkcs8' })
  const privateKey = Buffer.from(der.subarray(-KEY_BYTES))
  zero(der)
  return { privateKey, publicKey: publicKeyFor(privateKey) }
}

/** The raw public key that belongs to a raw private key. */
export function publicKeyFor(privateKey: Buffer): Buffer {
  const der = createPublicKey(privateObject(privateKey)).export({ format: 'der', type: 'spki' })
  return Buffer.from(der.subarray(-KEY_BYTES))
}

/** X25519 (RFC 7748) of raw keys; throws for a public key of small order. */
export const agree = (privateKey: Buffer, publicKey: Buffer): Buffer =>
  diffieHellman({ privateKey: privateObject(privateKey), publicKey: publicObject(publicKey) })

const sealKey = (shared: Buffer, ephemeral: Buffer, recipient: Buffer, context: string) =>
  hkdf(shared, Buffer.concat([ephemeral, recipient]), `dandang/seal/v1|${context}`)

/**
 * Encrypts for whoever holds the private key: ephemeral X25519, HKDF-SHA256, AES-256-GCM. Anyone can seal, so a seal
 * proves nothing about its author. `context` names the place and must be the same when opening.
 */
export function seal(publicKey: Buffer, plaintext: Buffer, context: string): string {
  const ephemeral = newKeyPair()
  const shared = agree(ephemeral.privateKey, publicKey)
  const key = sealKey(shared, ephemeral.publicKey, publicKey, context)
  const sealed = Buffer.concat([ephemeral.publicKey, encrypt(key, plaintext, context)]).toString('base64')
  zero(ephemeral.privateKey, shared, key)
  return sealed
}

/** @throws AppError store-damaged when it was sealed to another key or context, or was changed */
export function unseal(privateKey: Buffer, sealed: string, context: string): Buffer {
  const bytes = fromBase64(sealed)
  if (bytes.length < KEY_BYTES + IV_BYTES + TAG_BYTES) throw damaged('加密数据不完整')
  const ephemeral = bytes.subarray(0, KEY_BYTES)
  let shared: Buffer
  try {
    shared = agree(privateKey, ephemeral)
  } catch {
    throw damaged('加密数据未通过校验')
  }
  const key = sealKey(shared, ephemeral, publicKeyFor(privateKey), context)
  try {
    return decrypt(key, bytes.subarray(KEY_BYTES), context)
  } finally {
    zero(shared, key)
  }
}
