import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { toStoreError } from './store-errors'

const OWNER_ONLY_FILE = 0o600
const OWNER_ONLY_FOLDER = 0o700

/** Makes renames in a folder survive a power cut. Windows cannot open folders and needs no such call. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/**
 * Makes a folder and what it lies in, so that a power cut leaves them there: a name is safe once the folder it stands in
 * is synced. @throws AppError disk-full, store-read-only
 */
export function makeFolder(folder: string): void {
  try {
    const first = mkdirSync(folder, { recursive: true, mode: OWNER_ONLY_FOLDER })
    if (first === undefined) return
    for (let made = folder; made.length >= first.length; made = dirname(made)) syncFolder(dirname(made))
  } catch (error) {
    throw toStoreError(error)
  }
}

export function syncFile(path: string): void {
  const descriptor = openSync(path, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** On Windows a virus scanner may hold the target for a moment; elsewhere the first try is the only one. */
export function renameOver(from: string, to: string): void {
  for (let attempt = 1; ; attempt++) {
    try {
      renameSync(from, to)
      return
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? ''
      if (process.platform !== 'win32' || attempt === 10 || !['EPERM', 'EACCES', 'EBUSY'].includes(code)) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)
    }
  }
}

/**
 * Replaces a file in one step: readers and a power cut see the old bytes or the new ones. Only the owner may read it.
 * Missing folders are made. @throws AppError disk-full, store-read-only
 */
export function writeFileAtomic(path: string, bytes: Buffer | string): void {
  const folder = dirname(path)
  // One name for all drafts of a file: what a kill left behind is overwritten by the next draft.
  const draft = `${path}.tmp`
  try {
    makeFolder(folder)
    const descriptor = openSync(draft, 'w', OWNER_ONLY_FILE)
    try {
      const data = Buffer.from(bytes)
      for (let written = 0; written < data.length; ) written += writeSync(descriptor, data, written)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    renameOver(draft, path)
    syncFolder(folder)
  } catch (error) {
    rmSync(draft, { force: true })
    throw toStoreError(error)
  }
}

/** The bytes of a file, or undefined when there is none. */
export function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw toStoreError(error)
  }
}
