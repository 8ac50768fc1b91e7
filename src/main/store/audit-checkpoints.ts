import { readHead } from './audit'
import { fingerprint, type KeyHolder, seqBytes } from './audit-chain'
import type { Raw } from './open'
import { deriveFor, hmac, publicKeyFor, sameBytes, zero } from './seal'

export type Checkpoint = {
  readonly seq: number
  /** 32 hex digits in 8 groups of 4, for the signed sheet of paper. */
  readonly code: string
  readonly at: string
}

type CheckpointRow = {
  readonly seq: number
  readonly mac: Buffer
  readonly tag: Buffer
  readonly at: string
  readonly auditorId: string
  readonly note: string
}

/** Half of a line's MAC: what an auditor keeps on paper, where nobody can rewrite it. */
export const checkpointCode = (mac: Buffer): string =>
  (mac.subarray(0, 16).toString('hex').toUpperCase().match(/.{4}/g) ?? []).join('-')

/** Whether a code copied from paper is this one, however it was spaced. */
export const isSameCode = (typed: string, code: string): boolean => {
  const bare = (text: string) =>
    text
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[^0-9A-Z]/g, '')
  return bare(typed) === bare(code)
}

/** The code that a line would have today, to compare with the one on paper; undefined when the line is not there. */
export function codeAt(raw: Raw, seq: number): string | undefined {
  const mac = raw.prepare<[number], Buffer>('SELECT mac FROM audit_lines WHERE seq = ?').pluck().get(seq)
  return mac && checkpointCode(mac)
}

type Signed = Pick<CheckpointRow, 'seq' | 'mac' | 'at' | 'note'>

/** The first 8 bytes name the key: a checkpoint of a key that was since replaced is not a forged one. */
function tagOf(privateKey: Buffer, { seq, mac, at, note }: Signed): Buffer {
  const key = deriveFor('checkpoint', privateKey)
  const tag = hmac(key, seqBytes(seq), mac, `${at}|${note}`)
  zero(key)
  return Buffer.concat([keyName(privateKey), tag])
}

const keyName = (privateKey: Buffer) => Buffer.from(fingerprint(publicKeyFor(privateKey)), 'hex')

/**
 * The auditor vouches for everything up to the present head. Only the auditor's own key makes the tag, so not even
 * someone who can write the whole file can invent one. Inside a transaction, or on its own.
 */
export function checkpoint(raw: Raw, auditor: KeyHolder, { at, note }: { at: string; note: string }): Checkpoint {
  const head = readHead(raw)
  if (!head) throw new Error('the audit chain has no epoch yet')
  const signed = { seq: head.seq, mac: head.mac, at, note }
  raw
    .prepare('INSERT OR REPLACE INTO audit_checkpoints (seq, mac, tag, at, auditor_id, note) VALUES (?, ?, ?, ?, ?, ?)')
    .run(signed.seq, signed.mac, tagOf(auditor.privateKey, signed), at, auditor.id, note)
  return { seq: head.seq, code: checkpointCode(head.mac), at }
}

export type CheckpointClaim = {
  readonly seq: number
  readonly mac: Buffer
  readonly at: string
  /** 'own': proven by the reader's key; 'forged': bears that key's name but not its tag; 'other': cannot be told. */
  readonly proof: 'own' | 'forged' | 'other'
}

/** What the checkpoints say each line's MAC must be. */
export function readCheckpoints(raw: Raw, reader: KeyHolder): CheckpointClaim[] {
  const rows = raw
    .prepare<[], CheckpointRow>(
      'SELECT seq, mac, tag, at, auditor_id AS auditorId, note FROM audit_checkpoints ORDER BY seq',
    )
    .all()
  const name = keyName(reader.privateKey)
  return rows.map(row => {
    const { seq, mac, at, tag } = row
    if (!tag.subarray(0, name.length).equals(name)) return { seq, mac, at, proof: 'other' }
    return { seq, mac, at, proof: sameBytes(tag, tagOf(reader.privateKey, row)) ? 'own' : 'forged' }
  })
}
