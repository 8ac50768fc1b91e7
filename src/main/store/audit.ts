import { randomBytes } from 'node:crypto'
import { AppError } from '../../shared/result'
import {
  epochLink,
  fingerprint,
  GENESIS_MAC,
  type KeyHolder,
  lineMac,
  nextKey,
  openFirstKey,
  type Recipient,
  type Seals,
  sealFirstKey,
} from './audit-chain'
import { canonicalJson } from './canonical-json'
import type { Raw } from './open'
import { sameBytes, zero } from './seal'

export type { KeyHolder, Recipient } from './audit-chain'

/** One thing that was done or attempted. Everything that is here is signed; nothing here is secret from an auditor. */
export type AuditLine = {
  /** Wall clock and monotonic clock, milliseconds. */
  readonly t: number
  readonly m: number
  /** One start of the program, and one sign-in of an account. */
  readonly boot: string
  readonly session: string | null
  readonly account: string | null
  readonly roles: readonly string[]
  readonly machine: string
  readonly channel: string
  /** What it was done to, as `feature:id`. */
  readonly subject: string | null
  readonly outcome: 'done' | 'refused' | 'failed'
  readonly reason: string | null
  /** JSON; names of changed fields and digests, no plaintext of confidential fields. */
  readonly details: unknown
  readonly version: string
}

export type AuditHead = {
  readonly epoch: number
  /** The last line, 0 when there is none. */
  readonly seq: number
  readonly mac: Buffer
  /** The latest wall clock that any line bore. */
  readonly maxSeenMs: number
}

type HeadRow = AuditHead & { readonly key: Buffer }
export type EpochRow = {
  readonly epoch: number
  readonly firstSeq: number
  readonly seals: string
  readonly link: Buffer | null
}

function prepare(raw: Raw) {
  return {
    head: raw.prepare<[], HeadRow>(
      'SELECT epoch, seq, key, mac, max_seen_ms AS maxSeenMs FROM audit_head WHERE id = 1',
    ),
    insert: raw.prepare<[number, number, string, Buffer]>(
      'INSERT INTO audit_lines (seq, epoch, body, mac) VALUES (?, ?, ?, ?)',
    ),
    advance: raw.prepare<[number, Buffer, Buffer, number]>(
      'UPDATE audit_head SET seq = ?, key = ?, mac = ?, max_seen_ms = ? WHERE id = 1',
    ),
    turn: raw.prepare<[number, number, Buffer, Buffer, number]>(
      'INSERT OR REPLACE INTO audit_head (id, epoch, seq, key, mac, max_seen_ms) VALUES (1, ?, ?, ?, ?, ?)',
    ),
    epochs: raw.prepare<[], EpochRow>(
      'SELECT epoch, first_seq AS firstSeq, seals, link FROM audit_epochs ORDER BY epoch',
    ),
    addEpoch: raw.prepare<[number, number, string, Buffer | null]>(
      'INSERT INTO audit_epochs (epoch, first_seq, seals, link) VALUES (?, ?, ?, ?)',
    ),
    share: raw.prepare<[string, number]>('UPDATE audit_epochs SET seals = ? WHERE epoch = ?'),
  }
}

const prepared = new WeakMap<Raw, ReturnType<typeof prepare>>()

function statements(raw: Raw) {
  const known = prepared.get(raw)
  if (known) return known
  const made = prepare(raw)
  prepared.set(raw, made)
  return made
}

/** A line belongs to the transaction of what it tells of: both happen or neither does. */
function assertInTransaction(raw: Raw): void {
  if (!raw.inTransaction) throw new Error('the audit chain is written inside the transaction it tells of')
}

/** The present head without its key, or undefined before the first epoch. */
export function readHead(raw: Raw): AuditHead | undefined {
  const row = statements(raw).head.get()
  if (!row) return undefined
  zero(row.key)
  return { epoch: row.epoch, seq: row.seq, mac: row.mac, maxSeenMs: row.maxSeenMs }
}

/**
 * The head and the last line tell of each other in one transaction: where they differ, a part of the file is older.
 * @throws AppError store-damaged
 */
export function assertOneEnd(raw: Raw): void {
  const last = raw.prepare<[], Buffer>('SELECT mac FROM audit_lines ORDER BY seq DESC LIMIT 1').pluck().get()
  const head = readHead(raw)
  if (last && head && sameBytes(last, head.mac)) return
  if (!last && (head?.seq ?? 0) === 0) return
  throw new AppError('store-damaged', '审计日志的末尾与数据不一致：数据库文件已损坏或被改动，请从备份恢复')
}

/** For verification only: the head with the key that will sign the next line. */
export const readHeadRow = (raw: Raw): HeadRow | undefined => statements(raw).head.get()

export const readEpochs = (raw: Raw): EpochRow[] => statements(raw).epochs.all()

/**
 * Begins an epoch: a fresh random key that only the recipients (all auditors and the recovery key) can find again.
 * Call it in the transaction that creates a store or that adds, removes or resets an auditor.
 * @returns the number of the epoch, from 1
 */
export function startEpoch(raw: Raw, recipients: readonly Recipient[]): number {
  assertInTransaction(raw)
  const { head, turn, addEpoch } = statements(raw)
  const before = head.get()
  const epoch = (before?.epoch ?? 0) + 1
  const firstSeq = (before?.seq ?? 0) + 1
  const firstKey = randomBytes(32)
  const link = before ? epochLink(before.key, epoch, firstSeq, firstKey) : null
  addEpoch.run(epoch, firstSeq, canonicalJson(sealFirstKey(epoch, firstKey, recipients)), link)
  turn.run(epoch, firstSeq - 1, firstKey, before?.mac ?? GENESIS_MAC, before?.maxSeenMs ?? 0)
  zero(firstKey, before?.key)
  return epoch
}

/** Adds a line to the chain, inside an open transaction: when it fails, the whole operation fails. */
export function appendLine(raw: Raw, line: AuditLine): { readonly seq: number; readonly mac: Buffer } {
  assertInTransaction(raw)
  const { head, insert, advance } = statements(raw)
  const before = head.get()
  if (!before) throw new Error('the audit chain has no epoch yet')
  const seq = before.seq + 1
  const body = canonicalJson(line)
  const mac = lineMac(before.key, before.mac, seq, body)
  const key = nextKey(before.key)
  insert.run(seq, before.epoch, body, mac)
  advance.run(seq, key, mac, Math.max(before.maxSeenMs, line.t))
  zero(before.key, key)
  return { seq, mac }
}

/**
 * Lets newcomers read the epochs that `holder` can read: a new auditor, an auditor whose key was reset, a new recovery
 * key. Inside a transaction.
 * @returns how many seals were added
 */
export function shareEpochs(raw: Raw, holder: KeyHolder, newcomers: readonly Recipient[]): number {
  assertInTransaction(raw)
  const { share } = statements(raw)
  let added = 0
  for (const { epoch, seals: text } of readEpochs(raw)) {
    const seals = JSON.parse(text) as Seals
    const missing = newcomers.filter(({ publicKey }) => !Object.hasOwn(seals, fingerprint(publicKey)))
    const firstKey = missing.length > 0 ? openFirstKey(epoch, seals, holder.privateKey) : undefined
    if (!firstKey) continue
    share.run(canonicalJson({ ...seals, ...sealFirstKey(epoch, firstKey, missing) }), epoch)
    zero(firstKey)
    added += missing.length
  }
  return added
}
