import { createHash } from 'node:crypto'
import type { AccountId } from '../../shared/accounts/accounts'
import { AppError } from '../../shared/result'
import { type Heard, type Piece, type Recording, SoundId, soundForm } from '../../shared/sound/sound'
import { axisEnd } from '../../shared/sound/sound.rules'
import { clusterIn } from '../../shared/sound/webm.rules'
import * as accounts from '../accounts/accounts.repo'
import type { Reads, Writes } from '../store/schema'
import type { SoundPiecesTable, SoundRecordingsTable } from './sound.table'

export type SoundRow = Omit<SoundRecordingsTable, 'key'> & { readonly key: number }

const sha256 = (...parts: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

type Place = 'clusterAt' | 'clusterMs'
/** The hash of one piece by itself. */
const hashOf = ({ seq, ms, peaks, bytes }: Omit<SoundPiecesTable, 'recordingKey' | 'sha256' | Place>): Buffer =>
  sha256(`${seq} ${ms} `, peaks, bytes)
/** A recording's hash before its first piece, and after one more. */
const hashBefore = (id: SoundId): string => sha256(id).toString('hex')
const hashAfter = (before: string, piece: Uint8Array): string => sha256(before, piece).toString('hex')

/** In the order of the axis, removed ones among them. */
export const rowsOf = (db: Reads, interviewKey: number): Promise<SoundRow[]> =>
  db
    .selectFrom('soundRecordings')
    .selectAll()
    .where('interviewKey', '=', interviewKey)
    .orderBy('offsetMs')
    .orderBy('key')
    .execute()

/** @throws AppError not-found */
export async function get(db: Reads, id: SoundId): Promise<SoundRow> {
  const row = await db.selectFrom('soundRecordings').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new AppError('not-found', '没有这段录音')
  return row
}

const toRecording = (
  { key: _key, interviewKey: _interview, hash: _hash, byId, ...row }: SoundRow,
  names: ReadonlyMap<string, string>,
): Recording => ({ ...row, byName: names.get(byId) ?? '' })

export async function listOf(db: Reads, interviewKey: number): Promise<Recording[]> {
  const names = await accounts.names(db)
  return (await rowsOf(db, interviewKey)).map(row => toRecording(row, names))
}

/** Begins a recording where the axis ends. */
export async function begin(
  db: Writes,
  interviewKey: number,
  { newId, at, by }: { readonly newId: () => string; readonly at: string; readonly by: AccountId },
): Promise<Recording> {
  const names = await accounts.names(db)
  const id = SoundId.parse(newId())
  const row = {
    id,
    interviewKey,
    state: 'running' as const,
    offsetMs: axisEnd(await listOf(db, interviewKey)),
    durationMs: 0,
    pieces: 0,
    hash: hashBefore(id),
    beganAt: at,
    endedAt: at,
    byId: by,
  }
  await db.insertInto('soundRecordings').values(row).execute()
  return toRecording({ ...row, key: 0 }, names)
}

/**
 * Keeps the next piece. The last one sent again, after an answer got lost, is the same piece.
 * @returns how many are kept. @throws AppError conflict for a piece out of its turn
 */
export async function keep(db: Writes, row: SoundRow, piece: Piece, at: string): Promise<number> {
  const { seq, ms, peaks, bytes } = piece
  const own = hashOf(piece)
  if (seq === row.pieces - 1) {
    const last = await db
      .selectFrom('soundPieces')
      .select('sha256')
      .where('recordingKey', '=', row.key)
      .where('seq', '=', seq)
      .executeTakeFirst()
    if (last && own.equals(last.sha256)) return row.pieces
  }
  if (seq !== row.pieces) throw new AppError('conflict', `录音应接第 ${row.pieces + 1} 段，收到的是第 ${seq + 1} 段`)
  const cluster = clusterIn(bytes)
  await db
    .insertInto('soundPieces')
    .values({
      recordingKey: row.key,
      seq,
      ms,
      clusterAt: cluster?.at ?? null,
      clusterMs: cluster?.ms ?? null,
      peaks,
      sha256: own,
      bytes,
    })
    .execute()
  const pieces = seq + 1
  await db
    .updateTable('soundRecordings')
    .set({ pieces, durationMs: row.durationMs + ms, hash: hashAfter(row.hash, own), endedAt: at })
    .where('key', '=', row.key)
    .execute()
  return pieces
}

/** Closes one recording; of one without a piece nothing is left. */
export async function close(db: Writes, row: SoundRow, state: 'done' | 'broken'): Promise<void> {
  if (row.pieces === 0) await db.deleteFrom('soundRecordings').where('key', '=', row.key).execute()
  else await db.updateTable('soundRecordings').set({ state }).where('key', '=', row.key).execute()
}

/** Closes what a kill left open. It ends with its last piece. */
export async function closeInterrupted(db: Writes, interviewKey: number): Promise<void> {
  for (const row of await rowsOf(db, interviewKey)) if (row.state === 'running') await close(db, row, 'broken')
}

/** The bytes go; the place on the axis stays, so that lines keep their moments. */
export async function remove(db: Writes, row: SoundRow): Promise<void> {
  await db.deleteFrom('soundPieces').where('recordingKey', '=', row.key).execute()
  await db.updateTable('soundRecordings').set({ state: 'removed' }).where('key', '=', row.key).execute()
}

/** What is needed to draw and to hear the sound of a talk, without the sound. */
export async function heardOf(db: Reads, interviewKey: number): Promise<Heard[]> {
  const names = await accounts.names(db)
  const heard: Heard[] = []
  for (const row of await rowsOf(db, interviewKey)) {
    if (row.state === 'removed') continue
    const pieces = await db
      .selectFrom('soundPieces')
      .select(['seq', 'ms', 'clusterAt', 'clusterMs', 'peaks'])
      .where('recordingKey', '=', row.key)
      .orderBy('seq')
      .execute()
    const peaks = new Uint8Array(pieces.length * soundForm.peaks)
    for (const [place, piece] of pieces.entries()) peaks.set(piece.peaks, place * soundForm.peaks)
    const entries = pieces.flatMap(({ seq, clusterAt: at, clusterMs: ms }) =>
      at === null || ms === null ? [] : [{ seq, at, ms }],
    )
    heard.push({ ...toRecording(row, names), lengths: pieces.map(({ ms }) => ms), peaks, entries })
  }
  return heard
}

/** @throws AppError store-damaged for a piece that is not what came in */
export async function piecesOf(
  db: Reads,
  row: SoundRow,
  from: number,
  count: number,
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly sha256: Uint8Array }[]> {
  const pieces = await db
    .selectFrom('soundPieces')
    .select(['seq', 'ms', 'peaks', 'bytes', 'sha256'])
    .where('recordingKey', '=', row.key)
    .where('seq', '>=', from)
    .orderBy('seq')
    .limit(count)
    .execute()
  return pieces.map(piece => {
    if (!hashOf(piece).equals(piece.sha256)) throw damaged()
    // The driver hands out Buffers, which do not cross to the page as what they are.
    return { bytes: new Uint8Array(piece.bytes), sha256: piece.sha256 }
  })
}

const AT_ONCE = 30
/** Compares a recording with its hash, a few pieces at a time. @param turn lets other calls have theirs */
export async function isWhole(db: Reads, row: SoundRow, turn: () => Promise<void>): Promise<boolean> {
  let hash = hashBefore(row.id)
  let seq = 0
  while (seq < row.pieces) {
    await turn()
    const pieces = await piecesOf(db, row, seq, AT_ONCE).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'store-damaged') return []
      throw error
    })
    if (pieces.length === 0) return false
    for (const piece of pieces) hash = hashAfter(hash, piece.sha256)
    seq += pieces.length
  }
  return seq === row.pieces && hash === row.hash
}

const damaged = (): AppError => new AppError('store-damaged', '这段录音和录下时不一致，可能是磁盘损坏。请从备份恢复')

/** What the passwords under a record stand for beside its words; undefined where nothing was recorded. */
export async function confirmedOf(
  db: Reads,
  interviewKey: number,
  notes: readonly { readonly id: string; readonly soundMs: number | null }[],
): Promise<object | undefined> {
  const rows = (await rowsOf(db, interviewKey)).filter(({ state }) => state !== 'removed')
  if (rows.length === 0) return undefined
  return {
    recordings: rows.map(({ id, offsetMs, durationMs, pieces, hash }) => ({ id, offsetMs, durationMs, pieces, hash })),
    moments: notes.filter(({ soundMs }) => soundMs !== null).map(({ id, soundMs }) => ({ id, soundMs })),
  }
}
