import type { FileHandle } from 'node:fs/promises'

/** Gives a piece of a content, or as much of it as there is. */
export type ReadAt = (at: number, length: number) => Promise<Buffer>

const END = 0x06054b50
const ENTRY = 0x02014b50
/** The record at the end with the longest comment that it may have. */
const MOST_END = 22 + 65_535
const most = { directory: 2_000_000, entries: 10_000 }

/** Reads a piece of a file, or as much of it as there is. */
export async function readAt(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  let read = 0
  while (read < length) {
    const { bytesRead } = await handle.read(bytes, read, length - read, at + read)
    if (bytesRead === 0) break
    read += bytesRead
  }
  return bytes.subarray(0, read)
}

/**
 * The names in a zip, from the list at its end. Nothing is unpacked: the names alone tell what a document is.
 * @returns undefined when it is broken, or larger than a document's can be
 */
export async function zipNames(read: ReadAt, size: number): Promise<string[] | undefined> {
  const tailAt = Math.max(0, size - MOST_END)
  const tail = await read(tailAt, size - tailAt)
  let end = tail.length - 22
  while (end >= 0 && tail.readUInt32LE(end) !== END) end -= 1
  if (end < 0) return undefined
  const entries = tail.readUInt16LE(end + 10)
  const length = tail.readUInt32LE(end + 12)
  const at = tail.readUInt32LE(end + 16)
  if (entries > most.entries || length > most.directory || at + length > size) return undefined
  const directory = await read(at, length)
  const names: string[] = []
  let next = 0
  for (let entry = 0; entry < entries; entry += 1) {
    if (next + 46 > directory.length || directory.readUInt32LE(next) !== ENTRY) return undefined
    const nameLength = directory.readUInt16LE(next + 28)
    const more = directory.readUInt16LE(next + 30) + directory.readUInt16LE(next + 32)
    if (next + 46 + nameLength > directory.length) return undefined
    names.push(directory.toString('utf8', next + 46, next + 46 + nameLength))
    next += 46 + nameLength + more
  }
  return names
}
