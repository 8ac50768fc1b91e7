import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, validateFileName, type ZipFile } from 'yauzl'
import { failed, type ImportFailure, type Parsed, parsed, quote } from '../../shared/cadres/imported'

export interface ZipLimits {
  readonly entries: number
  /** Bytes of all entries together, unpacked. */
  readonly total: number
  /** Unpacked to packed. Entries below `ratioFrom` bytes may be denser: they cannot grow. */
  readonly ratio: number
  readonly ratioFrom: number
}
/** Source: security design T5. */
const packageLimits: ZipLimits = { entries: 2000, total: 200_000_000, ratio: 200, ratioFrom: 65_536 }

const archives = /\.(zip|7z|rar|jar|gz|tgz|bz2|xz|tar|cab|iso|hzb|lzh|arj)$/i
const archiveMagic = ['504b0304', '377abcaf271c', '526172211a07', '1f8b08', '425a68', 'fd377a585a', '4d534346']
const isArchive = (bytes: Uint8Array): boolean => {
  const head = Buffer.from(bytes.subarray(0, 6)).toString('hex')
  return archiveMagic.some(magic => head.startsWith(magic))
}

/** Thrown inside this file to stop unpacking at once. */
class Refusal extends Error {
  constructor(readonly failure: ImportFailure) {
    super(failure.code)
  }
}
const refuse = (code: ImportFailure['code'], why: string): never => {
  throw new Refusal({ code, line: null, why })
}
const unsafe = (why: string): never => refuse('unsafe', `${why}，这不是正常的数据包，已拒绝读取。`)

const decode = (bytes: Uint8Array, encoding: 'utf-8' | 'gb18030'): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
/** Letters that names of files here do not have: GBK that happens to be UTF-8 as well decodes to them. */
const strange = /[\u0080-\u2e7f]/

/** Names are UTF-8 when they say so, or when nothing else makes sense of them, and otherwise GBK. */
function nameOf(entry: Entry): string {
  const bytes = entry.fileNameRaw
  const utf8 = decode(bytes, 'utf-8')
  const saysSo = (entry.generalPurposeBitFlag & 0x800) !== 0
  const name = utf8 !== undefined && (saysSo || !strange.test(utf8)) ? utf8 : (decode(bytes, 'gb18030') ?? utf8)
  return name?.replaceAll('\\', '/') ?? unsafe('包内有无法识别的文件名')
}

function checkName(name: string): void {
  const parts = name.split('/')
  const isDevice = parts.some(part => /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(part))
  const bad =
    validateFileName(name) ??
    (name === '' || name.length > 255 || parts.includes('..') || /[\p{Cc}:]/u.test(name) || isDevice)
  if (bad !== false) unsafe(`包内有指向包外的文件名${quote(name)}`)
}

function checkEntry(entry: Entry, name: string, limits: ZipLimits): void {
  checkName(name)
  const unixMode = entry.externalFileAttributes >>> 16
  if ((unixMode & 0o170000) === 0o120000) unsafe(`包内有链接${quote(name)}`)
  if (entry.isEncrypted())
    refuse('encrypted', '压缩包设有密码，无法读取。请不设密码重新压缩，或在原来的系统中不设密码重新导出。')
  if (entry.uncompressedSize > limits.ratioFrom && entry.uncompressedSize > limits.ratio * entry.compressedSize)
    unsafe(`包内${quote(name)}的压缩比超过 ${limits.ratio} 倍`)
}

async function unpack(zip: ZipFile, entry: Entry, name: string, most: number, limits: ZipLimits): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  const stream = await zip.openReadStreamPromise(entry)
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > most) {
      stream.destroy()
      tooLarge(limits)
    }
    chunks.push(chunk)
  }
  const bytes = Buffer.concat(chunks, length)
  if (crc32(bytes) !== entry.crc32)
    refuse('damaged', `包内${quote(name)}已损坏（校验不符）。请重新复制或重新导出后再导入。`)
  return bytes
}

/** A package whose directory has been checked. Names are as its entries have them, folders parted by /. */
export interface OpenedZip {
  /** Files with the bytes that the directory claims for them; folders are left out. */
  readonly entries: ReadonlyMap<string, number>
  /** Unpacks one entry into memory. Bytes are counted over all that was unpacked: the directory is not believed. */
  unpack(name: string): Promise<Parsed<Buffer>>
}

async function guarded<T>(work: () => Promise<T>): Promise<Parsed<T>> {
  try {
    return parsed(await work())
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, failure: error.failure }
    return failed('damaged', '压缩包已损坏或不完整。请重新复制或重新导出后再导入。')
  }
}

/** Checks names, sizes and counts of all entries before anything is unpacked. */
export const openZip = (bytes: Uint8Array, limits: ZipLimits = packageLimits): Promise<Parsed<OpenedZip>> =>
  guarded(() => open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), limits))

/** Unpacks the entries that `wants` asks for, into memory alone. No entry may be a package itself. */
export async function readZip(
  bytes: Uint8Array,
  wants: (name: string) => boolean,
  limits: ZipLimits = packageLimits,
): Promise<Parsed<ReadonlyMap<string, Buffer>>> {
  const zip = await openZip(bytes, limits)
  return zip.ok ? readWanted(zip.value, wants) : zip
}

/** The same of a package that has been opened. */
export async function readWanted(
  zip: OpenedZip,
  wants: (name: string) => boolean,
): Promise<Parsed<ReadonlyMap<string, Buffer>>> {
  const found = new Map<string, Buffer>()
  return guarded(async () => {
    for (const name of zip.entries.keys()) if (archives.test(name)) unsafe(`包内还有压缩包${quote(name)}`)
    for (const name of zip.entries.keys()) {
      if (!wants(name)) continue
      const content = await zip.unpack(name)
      if (!content.ok) throw new Refusal(content.failure)
      if (isArchive(content.value)) unsafe(`包内${quote(name)}其实是压缩包`)
      found.set(name, content.value)
    }
    return found
  })
}

const tooLarge = ({ total }: ZipLimits): never =>
  refuse('too-large', `压缩包解开后超过 ${Math.floor(total / 1_000_000)} MB，已拒绝读取。请分成几个再导入。`)

async function open(bytes: Buffer, limits: ZipLimits): Promise<OpenedZip> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, decodeStrings: false, validateEntrySizes: true })
  // Complaints that come after the reading was given up have no one else to hear them, and would end the process.
  zip.on('error', () => {})
  const tooMany = (): never =>
    refuse('too-large', `压缩包里的文件超过 ${limits.entries} 个，已拒绝读取。请分成几个再导入，或者解压后选择文件夹。`)
  if (zip.entryCount > limits.entries) tooMany()
  const files = new Map<string, Entry>()
  const seen = new Set<string>()
  let total = 0
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry)
    checkEntry(entry, name, limits)
    if (seen.has(name.toLowerCase())) unsafe(`包内有两个同名的文件${quote(name)}`)
    seen.add(name.toLowerCase())
    if (seen.size > limits.entries) unsafe('压缩包里的文件数与目录不符')
    total += entry.uncompressedSize
    if (total > limits.total) tooLarge(limits)
    if (!name.endsWith('/')) files.set(name, entry)
  }
  let left = limits.total
  return {
    entries: new Map([...files].map(([name, { uncompressedSize }]) => [name, uncompressedSize])),
    unpack: name =>
      guarded(async () => {
        const entry = files.get(name) ?? refuse('damaged', `包内没有${quote(name)}。请重新导入。`)
        const content = await unpack(zip, entry, name, left, limits)
        left -= content.length
        return content
      }),
  }
}
