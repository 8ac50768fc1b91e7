import { createHash } from 'node:crypto'
import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'
import * as z from 'zod'
import { BackupContents, BackupHead } from '../../shared/backups/backups'
import { AppError } from '../../shared/result'
import { canonicalJson } from './canonical-json'
import { deriveFor, fromBase64, hmac, sameBytes, sha256, unwrap, wrap, zero } from './seal'
import { toStoreError } from './store-errors'

/**
 * One file: the data file as SQLite wrote it, so that the backup itself opens with the key; then the header with the key
 * slots, the manifest, and where they begin.
 */
const MAGIC = Buffer.from('DDBACKUP', 'latin1')
const FOOTER_BYTES = MAGIC.length + 8
const MOST_HEADER_BYTES = 2 ** 22
const MOST_MANIFEST_BYTES = 2 ** 18

const Manifest = z.strictObject({ head: BackupHead, sealed: z.string().max(200_000), mac: z.string().max(64) })
export type Manifest = z.infer<typeof Manifest>

const damaged = (message: string) => new AppError('backup-damaged', message)
const aadOf = (head: BackupHead): string => canonicalJson(head)

/** Seals what a backup holds to the key of its store, and signs all of it. */
export function sealManifest(head: BackupHead, contents: BackupContents, dek: Buffer): Manifest {
  const key = deriveFor('backup', dek)
  const sealed = wrap(key, Buffer.from(canonicalJson(contents)), aadOf(head))
  const mac = hmac(key, canonicalJson({ head, sealed })).toString('base64')
  zero(key)
  return { head, sealed, mac }
}

/** @throws AppError backup-damaged for another store's key and for a manifest that was altered */
export function openManifest({ head, sealed, mac }: Manifest, dek: Buffer): BackupContents {
  const key = deriveFor('backup', dek)
  try {
    if (!sameBytes(hmac(key, canonicalJson({ head, sealed })), fromBase64(mac, 32)))
      throw damaged('备份的清单被改动过，或者不是这个数据库的备份')
    return BackupContents.parse(JSON.parse(unwrap(key, sealed, aadOf(head)).toString('utf8')))
  } finally {
    zero(key)
  }
}

/** What follows the data file. */
export function trailerOf(header: string, manifest: Manifest): Buffer {
  const [first, second] = [Buffer.from(header), Buffer.from(canonicalJson(manifest))]
  const footer = Buffer.alloc(FOOTER_BYTES)
  footer.writeUInt32BE(first.length, 0)
  footer.writeUInt32BE(second.length, 4)
  MAGIC.copy(footer, 8)
  return Buffer.concat([first, second, footer])
}

export interface BackupFile {
  readonly manifest: Manifest
  /** The store's header as it was: with it the accounts' passwords and the recovery code open the backup. */
  readonly header: string
}

function readAt(descriptor: number, position: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes)
  for (let read = 0; read < bytes; ) {
    const got = readSync(descriptor, buffer, read, bytes - read, position + read)
    if (got === 0) throw damaged('备份文件不完整')
    read += got
  }
  return buffer
}

function withFile<T>(path: string, work: (descriptor: number, size: number) => T): T {
  let descriptor: number | undefined
  try {
    descriptor = openSync(path, 'r')
    return work(descriptor, fstatSync(descriptor).size)
  } catch (error) {
    throw toStoreError(error)
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

/** The end of a backup alone: enough to list it. @throws AppError backup-damaged, and as files are read */
export function readBackup(path: string): BackupFile {
  return withFile(path, (descriptor, size) => {
    if (size < FOOTER_BYTES) throw damaged('备份文件不完整')
    const footer = readAt(descriptor, size - FOOTER_BYTES, FOOTER_BYTES)
    if (!footer.subarray(8).equals(MAGIC)) throw damaged('这不是担当的备份文件，或者没有写完')
    const [headerBytes, manifestBytes] = [footer.readUInt32BE(0), footer.readUInt32BE(4)]
    const dataBytes = size - FOOTER_BYTES - headerBytes - manifestBytes
    if (headerBytes > MOST_HEADER_BYTES || manifestBytes > MOST_MANIFEST_BYTES || dataBytes < 0)
      throw damaged('备份文件的结尾已损坏')
    const header = readAt(descriptor, dataBytes, headerBytes)
    const manifest = parseManifest(readAt(descriptor, dataBytes + headerBytes, manifestBytes))
    if (manifest.head.dataBytes !== dataBytes) throw damaged('备份文件的长度与清单不符')
    if (sha256(header).toString('hex') !== manifest.head.headerSha256) throw damaged('备份中的钥匙文件已损坏')
    return { manifest, header: header.toString('utf8') }
  })
}

function parseManifest(bytes: Buffer): Manifest {
  try {
    return Manifest.parse(JSON.parse(bytes.toString('utf8')))
  } catch {
    throw damaged('备份的清单已损坏')
  }
}

const SLICE_BYTES = 2 ** 20
type Seen = (done: number) => void

/** Hands out the first bytes of a file slice by slice, and their SHA-256 as hex in the end. */
function throughStart(path: string, bytes: number, take: (slice: Buffer) => void, seen?: Seen): string {
  return withFile(path, descriptor => {
    const hash = createHash('sha256')
    for (let done = 0; done < bytes; ) {
      const slice = readAt(descriptor, done, Math.min(SLICE_BYTES, bytes - done))
      hash.update(slice)
      take(slice)
      done += slice.length
      seen?.(done)
    }
    return hash.digest('hex')
  })
}

/** SHA-256 over the first bytes of a file, as hex. @param seen is told how many bytes were read */
export const hashOf = (path: string, bytes: number, seen?: Seen): string =>
  throughStart(path, bytes, () => undefined, seen)

/** Copies the first bytes of a file into a new one and syncs it. @returns their SHA-256 as hex */
export function copyStart(from: string, to: string, bytes: number, seen?: Seen): string {
  const target = openSync(to, 'wx', 0o600)
  try {
    const hash = throughStart(from, bytes, slice => writeAll(target, slice), seen)
    fsyncSync(target)
    return hash
  } finally {
    closeSync(target)
  }
}

function writeAll(descriptor: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written)
}
