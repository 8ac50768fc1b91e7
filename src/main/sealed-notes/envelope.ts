import { randomBytes } from 'node:crypto'
import type { AccountId } from '../../shared/accounts/accounts'
import { AppError } from '../../shared/result'
import { SealedContent, SealedDraft, type SealedNoteId } from '../../shared/sealed-notes/sealed-notes'
import type { OwnKeys } from '../session/own-keys'
import { fingerprint } from '../store/audit-chain'
import { seal, unwrap, wrap, zero } from '../store/seal'

/** Lengths are rounded up to this, so that a ciphertext does not tell how much was written. */
const BLOCK_BYTES = 2048
const LENGTH_BYTES = 4
const KEY_BYTES = 32

export interface Place {
  readonly id: SealedNoteId
  readonly revision: number
}
/** A row of another record, of another revision or of another store does not open in this one's place. */
const contentPlace = ({ storeId }: OwnKeys, { id, revision }: Place) =>
  `dandang/sealed-note/v1|${storeId}|${id}|${revision}`
const keyPlace = ({ storeId }: OwnKeys, id: SealedNoteId, account: AccountId) =>
  `dandang/sealed-note-key/v1|${storeId}|${id}|${account}`
const draftPlace = ({ storeId }: OwnKeys, account: AccountId) => `dandang/sealed-draft/v1|${storeId}|${account}`

function packed(value: unknown): Buffer {
  const text = Buffer.from(JSON.stringify(value), 'utf8')
  const whole = Buffer.alloc(Math.ceil((LENGTH_BYTES + text.length) / BLOCK_BYTES) * BLOCK_BYTES)
  whole.writeUInt32BE(text.length)
  text.copy(whole, LENGTH_BYTES)
  zero(text)
  return whole
}
function unpacked(whole: Buffer): unknown {
  const length = whole.readUInt32BE()
  return JSON.parse(whole.subarray(LENGTH_BYTES, LENGTH_BYTES + length).toString('utf8'))
}

export const newContentKey = (): Buffer => randomBytes(KEY_BYTES)

/** AES-256-GCM under the record's own key. */
export function sealContent(keys: OwnKeys, key: Buffer, place: Place, content: SealedContent): string {
  const whole = packed(content)
  try {
    return wrap(key, whole, contentPlace(keys, place))
  } finally {
    zero(whole)
  }
}

/** @throws AppError store-damaged when the key, the place or a single bit differs */
export function openContent(keys: OwnKeys, key: Buffer, place: Place, sealed: string): SealedContent {
  const whole = unwrap(key, sealed, contentPlace(keys, place))
  try {
    return SealedContent.parse(unpacked(whole))
  } finally {
    zero(whole)
  }
}

/** The record's key for one carer, and which of their key pairs opens it. @throws AppError refused without a key slot */
export function sealKeyTo(keys: OwnKeys, key: Buffer, id: SealedNoteId, account: AccountId) {
  const publicKey = keys.publicKeyOf(account)
  if (!publicKey) throw new AppError('refused', '这个账户没有自己的密钥，不能指定')
  return {
    noteId: id,
    accountId: account,
    keyPrint: fingerprint(publicKey),
    sealed: seal(publicKey, key, keyPlace(keys, id, account)),
  }
}

/** @throws AppError store-damaged when it was sealed to another key, account or record, or was changed */
export const openKey = (keys: OwnKeys, id: SealedNoteId, account: AccountId, sealed: string): Buffer =>
  keys.unseal(sealed, keyPlace(keys, id, account))

/** What is not saved yet is sealed to its author alone. */
export function sealDraft(keys: OwnKeys, account: AccountId, draft: SealedDraft): string {
  const publicKey = keys.publicKeyOf(account)
  if (!publicKey) throw new AppError('refused', '这个账户没有自己的密钥')
  const whole = packed(draft)
  try {
    return seal(publicKey, whole, draftPlace(keys, account))
  } finally {
    zero(whole)
  }
}
/** @throws AppError store-damaged */
export function openDraft(keys: OwnKeys, account: AccountId, sealed: string): SealedDraft {
  const whole = keys.unseal(sealed, draftPlace(keys, account))
  try {
    return SealedDraft.parse(unpacked(whole))
  } finally {
    zero(whole)
  }
}
