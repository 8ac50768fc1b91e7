import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { sizeOf } from './disk'
import { storeFile } from './store-paths'

const PAGE_BYTES = 4096
/** At the end of each page the cipher leaves its nonce and the tag over everything before: no page changes without them. */
const TAG_BYTES = 32
const CHUNK_BYTES = 256 * PAGE_BYTES
/**
 * Beyond this a closed file is not vouched for: at sign-in it would have to be waited for, where the disk is slow. One
 * gigabyte takes 0.2 s from the system's cache; a lock ends what is not done by its limit, and then there is no digest.
 */
const MOST_BYTES = 2 * 2 ** 30

/** Collects the tags of the chunks in their order, and the size of the file and its log. */
function collect(folder: string, size: number) {
  const hash = createHash('sha256').update(`${size}|${sizeOf(`${storeFile(folder)}-wal`)}|`)
  const tags = Buffer.allocUnsafe((CHUNK_BYTES / PAGE_BYTES) * TAG_BYTES)
  return {
    see(chunk: Buffer, bytes: number): void {
      let at = 0
      for (let end = PAGE_BYTES; end <= bytes; end += PAGE_BYTES) at += chunk.copy(tags, at, end - TAG_BYTES, end)
      hash.update(tags.subarray(0, at))
    },
    digest: () => hash.digest(),
  }
}

/**
 * What stands for every byte of a closed store: SHA-256 over the tags of its pages. Two files that both open and have
 * the same digest hold the same. Undefined for a file that is too large.
 */
export function digestPages(folder: string): Buffer | undefined {
  const file = openSync(storeFile(folder), 'r')
  try {
    const { size } = fstatSync(file)
    if (size > MOST_BYTES) return undefined
    const { see, digest } = collect(folder, size)
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES)
    for (let at = 0; at < size; at += CHUNK_BYTES) see(chunk, readSync(file, chunk, 0, CHUNK_BYTES, at))
    return digest()
  } finally {
    closeSync(file)
  }
}

/** The same beside other work: while a key is derived there is a second to read the file in. */
export async function digestPagesMeanwhile(folder: string): Promise<Buffer | undefined> {
  const file = await open(storeFile(folder), 'r')
  try {
    const { size } = await file.stat()
    if (size > MOST_BYTES) return undefined
    const { see, digest } = collect(folder, size)
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES)
    for (let at = 0; at < size; at += CHUNK_BYTES) see(chunk, (await file.read(chunk, 0, CHUNK_BYTES, at)).bytesRead)
    return digest()
  } finally {
    await file.close()
  }
}
