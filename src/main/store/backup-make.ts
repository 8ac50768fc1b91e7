import { appendFileSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { BackupContents, BackupHead, BackupKind } from '../../shared/backups/backups'
import { AppError } from '../../shared/result'
import { makeFolder, renameOver, syncFile, syncFolder } from './atomic-file'
import { assertOneEnd, readHead } from './audit'
import { copyStart, hashOf, openManifest, readBackup, sealManifest, trailerOf } from './backup-format'
import { canonicalJson } from './canonical-json'
import { requireFree } from './disk'
import { storeVersion } from './migrate'
import { openEncrypted, type Raw } from './open'
import { sameBytes, sha256 } from './seal'
import { toStoreError } from './store-errors'
import { assertWhole, countsOf, storeBytes, tablesOf } from './whole'

/** security.md §5.4: the copy, and room for what is written meanwhile. */
const MARGIN_BYTES = 200 * 2 ** 20

/** What a person can follow of the work; `done` and `total` are bytes. */
export type BackupStep = 'copy' | 'hash' | 'check' | 'salvage' | 'write'
export interface BackupWatch {
  step(step: BackupStep, done: number, total: number): void
  /** @throws AppError cancelled to stop; nothing is left behind */
  insist(): void
}
const unwatched: BackupWatch = { step: () => undefined, insist: () => undefined }

export interface BackupOrder {
  readonly id: string
  readonly storeId: string
  readonly kind: BackupKind
  readonly at: string
  readonly version: string
  readonly note: string
  /** The store's header as it is now. */
  readonly header: string
}

/** Where the copy grows until it is known to be good. Nothing of this name is ever listed. */
export const partialOf = (target: string): string => `${target}.partial`

/** After a failure, which is what a person must hear of, and not of this one. */
function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // A medium that is gone has taken the file with it; what is left is swept at the next sign-in.
  }
}

function contentsOf(raw: Raw, note: string): BackupContents {
  const counts = countsOf(raw)
  // A store that has not been set up yet has no chain, and one of the first versions no people.
  const head = counts['audit_lines'] === undefined ? undefined : readHead(raw)
  const people =
    counts['cadres'] === undefined
      ? 0
      : Number(raw.prepare('SELECT count(*) FROM cadres WHERE trashed_at IS NULL').pluck().get())
  return {
    note,
    people,
    counts,
    seq: head?.seq ?? 0,
    mac: head?.mac.toString('base64') ?? '',
    lastChangeAt: head && head.maxSeenMs > 0 ? new Date(head.maxSeenMs).toISOString() : null,
  }
}

/**
 * A backup of a store in one file, written through VACUUM INTO by a connection of its own, so that whoever works is not
 * waited for. It gets its name only once every page was read back with the key.
 * @param source a connection that may write: SQLite refuses VACUUM INTO on any other
 * @throws AppError disk-full, store-damaged, cancelled; nothing is left behind
 */
export function makeBackup(
  source: Raw,
  dek: Buffer,
  target: string,
  order: BackupOrder,
  watch = unwatched,
): BackupHead {
  const folder = dirname(target)
  const partial = partialOf(target)
  try {
    makeFolder(folder)
    const bytes = storeBytes(source)
    requireFree(folder, bytes + MARGIN_BYTES)
    rmSync(partial, { force: true })
    watch.step('copy', 0, bytes)
    source.prepare('VACUUM INTO ?').run(partial)
    watch.insist()
    const dataBytes = statSync(partial).size
    const { contents, schema } = readWhole(partial, dek, order.note, watch, dataBytes)
    watch.insist()
    const head: BackupHead = {
      format: 1,
      id: order.id,
      storeId: order.storeId,
      kind: order.kind,
      at: order.at,
      version: order.version,
      schema,
      dataBytes,
      dataSha256: hashOf(partial, dataBytes, done => {
        watch.step('hash', done, dataBytes)
        watch.insist()
      }),
      headerSha256: sha256(order.header).toString('hex'),
    }
    appendFileSync(partial, trailerOf(order.header, sealManifest(head, contents, dek)))
    syncFile(partial)
    renameOver(partial, target)
    syncFolder(folder)
    return head
  } catch (error) {
    removeQuietly(partial)
    throw toStoreError(error)
  }
}

/** Opens a copy with the key and reads every page of it. */
function readWhole(file: string, dek: Buffer, note: string, watch: BackupWatch, bytes: number) {
  watch.step('check', 0, bytes)
  const copy = openEncrypted(file, dek, { readonly: true })
  try {
    assertWhole(copy)
    if ((copy.pragma('foreign_key_check') as unknown[]).length > 0)
      throw new AppError('store-damaged', '数据之间的引用不完整')
    // That no line of the chain was changed takes an auditor's key; a gap that a salvage left must not end all backups.
    if (tablesOf(copy).includes('audit_lines')) assertOneEnd(copy)
    return { contents: contentsOf(copy, note), schema: storeVersion(copy) }
  } finally {
    copy.close()
  }
}

/**
 * Checks a backup from its first byte to its last: hashes, signature, every page, the rows of every table, and where the
 * audit chain ends. @returns what it holds
 * @throws AppError backup-damaged saying what is wrong, cancelled
 */
export function verifyBackup(file: string, dek: Buffer, watch = unwatched): Verified {
  const { manifest } = readBackup(file)
  const { dataBytes, dataSha256 } = manifest.head
  const contents = openManifest(manifest, dek)
  const hash = hashOf(file, dataBytes, done => {
    watch.step('hash', done, dataBytes)
    watch.insist()
  })
  if (hash !== dataSha256) throw new AppError('backup-damaged', '备份的数据与清单不符，文件已损坏')
  return compared(file, dek, manifest.head, contents, watch)
}

export interface Verified {
  readonly head: BackupHead
  readonly contents: BackupContents
}

/**
 * Takes the data file out of a backup and checks it like the backup itself. @param target a file that is not there yet
 * @throws AppError backup-damaged, disk-full, cancelled; no file is left behind then
 */
export function extractBackup(file: string, dek: Buffer, target: string, watch = unwatched): Verified {
  const { manifest } = readBackup(file)
  const { dataBytes, dataSha256 } = manifest.head
  const contents = openManifest(manifest, dek)
  try {
    requireFree(dirname(target), dataBytes + MARGIN_BYTES / 10)
    const hash = copyStart(file, target, dataBytes, done => {
      watch.step('copy', done, dataBytes)
      watch.insist()
    })
    if (hash !== dataSha256) throw new AppError('backup-damaged', '备份的数据与清单不符，文件已损坏')
    return compared(target, dek, manifest.head, contents, watch)
  } catch (error) {
    removeQuietly(target)
    throw toStoreError(error)
  }
}

/** Reads a data file whole and compares it with what the manifest says of it. */
function compared(file: string, dek: Buffer, head: BackupHead, contents: BackupContents, watch: BackupWatch): Verified {
  const found = readFound(file, dek, contents.note, watch, head.dataBytes)
  const same =
    found.schema === head.schema &&
    found.contents.seq === contents.seq &&
    sameBytes(Buffer.from(found.contents.mac), Buffer.from(contents.mac)) &&
    canonicalJson(found.contents.counts) === canonicalJson(contents.counts)
  if (!same) throw new AppError('backup-damaged', '备份里的记录与清单不符')
  return { head, contents }
}

function readFound(file: string, dek: Buffer, note: string, watch: BackupWatch, bytes: number) {
  try {
    return readWhole(file, dek, note, watch, bytes)
  } catch (error) {
    const { code, message } = toStoreError(error)
    throw code === 'cancelled' ? error : new AppError('backup-damaged', message)
  }
}

/**
 * Copies a whole backup to another place and reads the copy back: what cannot be read back is no copy.
 * @throws AppError disk-full, backup-damaged, cancelled; no copy is left behind then
 */
export function copyBackup(file: string, target: string, watch = unwatched): void {
  const partial = partialOf(target)
  const bytes = statSync(file).size
  const seen = (done: number): void => {
    watch.step('write', done, bytes * 2)
    watch.insist()
  }
  try {
    makeFolder(dirname(target))
    requireFree(dirname(target), bytes)
    removeQuietly(partial)
    const hash = copyStart(file, partial, bytes, seen)
    if (hashOf(partial, bytes, done => seen(bytes + done)) !== hash)
      throw new AppError('backup-damaged', '备份写入后读出来不一致，请换一个磁盘或移动盘')
    renameOver(partial, target)
    syncFolder(dirname(target))
  } catch (error) {
    removeQuietly(partial)
    throw toStoreError(error)
  }
}
