import { createHash } from 'node:crypto'
import { promises as fs } from 'node:fs'
import type { ImportFailure } from '../../shared/cadres/imported'
import type { FileToRead } from '../../shared/cadres/reader-protocol'
import { largestOf, largestPicture, mega, tooLargeFile } from '../cadres/file-names'
import { type FoundFile, pathFailure } from './walk'

export interface WholeFile {
  readonly found: FoundFile
  /** Undefined when it could not be read. */
  readonly file: FileToRead | undefined
  readonly bytes: number
  readonly sha256: string | null
  readonly failure: ImportFailure | null
}

/** Reads a file that is no larger than it may be. What grows while it is read is read up to its size at the beginning. */
async function readUpTo(path: string, limit: number): Promise<Buffer | number> {
  const handle = await fs.open(path, 'r')
  try {
    const { size } = await handle.stat()
    if (size > limit) return size
    const bytes = Buffer.alloc(size)
    let length = 0
    while (length < size) {
      const { bytesRead } = await handle.read(bytes, length, size - length, length)
      if (bytesRead === 0) break
      length += bytesRead
    }
    return bytes.subarray(0, length)
  } finally {
    await handle.close()
  }
}

const bytesAt = (path: string | null): Promise<number> =>
  path === null
    ? Promise.resolve(0)
    : fs.stat(path).then(
        ({ size }) => size,
        () => 0,
      )

/** Bytes that a file and its picture take now; 0 of what cannot be looked at. */
export async function sizeOf({ path, picturePath, failure }: FoundFile): Promise<number> {
  if (failure) return 0
  const [own, picture] = await Promise.all([bytesAt(path), bytesAt(picturePath)])
  return own + picture
}

/** The bytes of a file that was found, with its picture and its hash; or why not. */
export async function readWhole(found: FoundFile): Promise<WholeFile> {
  const none = { found, file: undefined, bytes: 0, sha256: null }
  if (found.failure) return { ...none, failure: found.failure }
  const megabytes = largestOf(found.path)
  try {
    const bytes = await readUpTo(found.path, megabytes * mega)
    if (typeof bytes === 'number') return { ...none, bytes, failure: tooLargeFile(megabytes) }
    return {
      found,
      file: { name: found.name.split('/').at(-1) ?? '', bytes, picture: await readPicture(found.picturePath) },
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      failure: null,
    }
  } catch (error) {
    return { ...none, failure: pathFailure(error) }
  }
}

/** A picture that cannot be read costs the picture alone: the form says that it is missing. */
async function readPicture(path: string | null): Promise<Uint8Array | null> {
  if (path === null) return null
  const bytes = await readUpTo(path, largestPicture * mega).catch(() => 0)
  return typeof bytes === 'number' ? new Uint8Array() : bytes
}
