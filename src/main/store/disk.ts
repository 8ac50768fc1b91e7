import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs'
import { AppError } from '../../shared/result'
import { toStoreError } from './store-errors'
import { ballastFile } from './store-paths'

const MIB = 2 ** 20
const BALLAST_BYTES = 64 * MIB

/** Bytes that this user can still write on the disk of a folder. */
export function freeBytes(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch (error) {
    throw toStoreError(error)
  }
}

/** @throws AppError disk-full, saying how much must be freed; `details` `{ neededBytes, freeBytes }` */
export function requireFree(folder: string, bytes: number): void {
  const free = freeBytes(folder)
  if (free >= bytes) return
  const missing = Math.ceil((bytes - free) / MIB)
  throw new AppError('disk-full', `磁盘空间不足：还需要腾出约 ${missing} MB`, { neededBytes: bytes, freeBytes: free })
}

/** The size of a file in bytes, 0 when there is none. */
export const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

/**
 * Keeps room aside: on a full disk SQLite cannot even delete, so giving this up is what lets people recover.
 * @returns whether the ballast is in place; it is never forced onto a disk that is short of room
 */
export function makeBallast(folder: string, bytes = BALLAST_BYTES): boolean {
  const path = ballastFile(folder)
  if (sizeOf(path) >= bytes) return true
  if (freeBytes(folder) < bytes * 2) return false
  const descriptor = openSync(path, 'w', 0o600)
  try {
    // Random bytes: a file of zeros takes no room on a disk that compresses or skips holes.
    const block = randomBytes(MIB)
    for (let left = bytes; left > 0; left -= MIB) writeSync(descriptor, block, 0, Math.min(MIB, left))
    fsyncSync(descriptor)
    return true
  } catch (error) {
    rmSync(path, { force: true })
    throw toStoreError(error)
  } finally {
    closeSync(descriptor)
  }
}

/** Gives the room back. @returns whether there was any ballast */
export function releaseBallast(folder: string): boolean {
  const path = ballastFile(folder)
  const there = existsSync(path)
  rmSync(path, { force: true })
  return there
}
