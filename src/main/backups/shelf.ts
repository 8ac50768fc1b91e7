import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupCheck, BackupHead, BackupPlace, ListedBackup, Rotation } from '../../shared/backups/backups'
import { outdated } from '../../shared/backups/rotation.rules'
import { AppError } from '../../shared/result'
import { type BackupFile, openManifest, readBackup } from '../store/backup-format'
import { toStoreError } from '../store/store-errors'
import { fileStamp } from '../store/store-paths'

const ENDING = '.ddb'
const NAME = /^[\w.-]{1,120}\.ddb$/

/** 20300102-030405-daily-1a2b3c4d.ddb: sorts by time and is a file name everywhere. */
export const fileNameOf = ({ at, kind, id }: Pick<BackupHead, 'at' | 'kind' | 'id'>): string =>
  `${fileStamp(at)}-${kind}-${id.slice(0, 8)}${ENDING}`

/** The place of a listed file. What comes from the page is a name, and never leads out of the folder. */
export function pathIn(folder: string, file: string): string {
  if (!NAME.test(file)) throw new AppError('invalid-input', '备份文件名不规范')
  return join(folder, file)
}

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw toStoreError(error)
  }
}

/** Begins the names of folders in which restoring is practised. */
export const DRILL = 'drill-'

/** What another program holds, such as a scanner, goes another time: tidying up must not stop what it was done for. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {
    // Left for the next time.
  }
}

/** Takes away what a kill or a power cut left of backups and drills that were never finished. */
export function sweep(folder: string): void {
  for (const name of namesIn(folder))
    if (name.endsWith(`${ENDING}.partial`) || name.startsWith(DRILL)) removeQuietly(join(folder, name))
}

const OURS = /^\d{8}-\d{6}-[a-z]+-[0-9a-f]{8}\.ddb\.partial$/
const STALE_MS = 86_400_000

/** The same on a medium that others write to as well: only what carries our names and has not grown for a day. */
export function sweepShared(folder: string, nowMs: number): void {
  for (const name of namesIn(folder).filter(each => OURS.test(each))) {
    const stats = statSync(join(folder, name), { throwIfNoEntry: false })
    if (stats && nowMs - stats.mtimeMs > STALE_MS) removeQuietly(join(folder, name))
  }
}

export interface Shelf {
  readonly folder: string
  readonly place: BackupPlace
  readonly dek: Buffer | null
  /** Whose backups are listed; null for those of any store. */
  readonly storeId: string | null
  /** The last check of each backup, by its id. */
  readonly checks: ReadonlyMap<string, BackupCheck>
}

/** The backups of one store in a folder, newest first. Only the end of each file is read. */
export function listShelf(shelf: Shelf): ListedBackup[] {
  const listed = namesIn(shelf.folder)
    .filter(name => NAME.test(name))
    .map(file => listOne(shelf, file))
  return listed
    .filter(({ head }) => head === null || shelf.storeId === null || head.storeId === shelf.storeId)
    .toSorted((a, b) => (b.head?.at ?? b.file).localeCompare(a.head?.at ?? a.file))
}

function listOne({ folder, place, dek, checks }: Shelf, file: string): ListedBackup {
  const path = join(folder, file)
  const stats = statSync(path, { throwIfNoEntry: false })
  const bytes = stats?.size ?? 0
  const read = readOnce(path, `${bytes} ${stats?.mtimeMs} ${stats?.ctimeMs}`, dek)
  if (!read) return { file, place, bytes, head: null, contents: null, check: null, good: false }
  const check = checks.get(read.head.id) ?? null
  return { file, place, bytes, ...read, check, good: check?.good ?? true }
}

type Read = Pick<ListedBackup, 'contents'> & { readonly head: BackupHead }
/** What was read under a key. The list is asked for after every change of the store, and its files hardly ever change. */
const known = new WeakMap<Buffer, Map<string, { readonly as: string; readonly read: Read | null }>>()

/** @param as how the file stands now; what was read of it holds as long as it stands so */
function readOnce(path: string, as: string, dek: Buffer | null): Read | null {
  if (dek === null) return readOne(path, dek)
  const files = known.get(dek) ?? new Map<string, { as: string; read: Read | null }>()
  known.set(dek, files)
  const before = files.get(path)
  if (before?.as === as) return before.read
  const read = readOne(path, dek)
  files.set(path, { as, read })
  return read
}

/** The end of a backup; null for one that is damaged or cut off. */
function readOne(path: string, dek: Buffer | null): Read | null {
  try {
    const { manifest } = readBackup(path)
    return { head: manifest.head, contents: contentsOf(manifest, dek) }
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

function contentsOf(manifest: BackupFile['manifest'], dek: Buffer | null) {
  if (dek === null) return null
  try {
    return openManifest(manifest, dek)
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

/** Takes away what the rotation no longer keeps. @returns how many were to go */
export function rotate(shelf: Shelf, rotation: Rotation): number {
  const listed = listShelf(shelf)
  const kept = listed.flatMap(({ head, good }) => (head ? [{ id: head.id, kind: head.kind, at: head.at, good }] : []))
  const gone = new Set(outdated(kept, rotation))
  const files = listed.filter(({ head }) => head !== null && gone.has(head.id))
  for (const { file } of files) removeQuietly(join(shelf.folder, file))
  return files.length
}
