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

/** Names are UTF-8 when they say so, and otherwise most often GBK. */
function nameOf(entry: Entry): string {
  const bytes = entry.fileNameRaw
  const isUtf8 = (entry.generalPurposeBitFlag & 0x800) !== 0
  for (const encoding of isUtf8 ? ['utf-8', 'gb18030'] : ['gb18030', 'utf-8']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes).replaceAll('\\', '/')
    } catch {
      // The other one, then.
    }
  }
  return unsafe('包内有无法识别的文件名')
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
    refuse('encrypted', '数据包设有密码，无法读取。请在原来的系统中不设密码重新导出（通用格式 zip）。')
  if (archives.test(name)) unsafe(`包内还有压缩包${quote(name)}`)
  if (entry.uncompressedSize > limits.ratioFrom && entry.uncompressedSize > limits.ratio * entry.compressedSize)
    unsafe(`包内${quote(name)}的压缩比超过 ${limits.ratio} 倍`)
}

async function unpack(zip: ZipFile, entry: Entry, name: string, most: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  const stream = await zip.openReadStreamPromise(entry)
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > most) {
      stream.destroy()
      refuse('too-large', `数据包解开后超过 ${Math.floor(packageLimits.total / 1_000_000)} MB，已拒绝读取。`)
    }
    chunks.push(chunk)
  }
  const bytes = Buffer.concat(chunks, length)
  if (crc32(bytes) !== entry.crc32)
    refuse('damaged', `包内${quote(name)}已损坏（校验不符）。请重新复制或重新导出后再导入。`)
  if (isArchive(bytes)) unsafe(`包内${quote(name)}其实是压缩包`)
  return bytes
}

/**
 * Unpacks the entries that `wants` asks for, into memory alone. Names, sizes and counts of all entries are checked before
 * the first is unpacked, and bytes are counted while they come: what the directory says is not believed.
 */
export async function readZip(
  bytes: Uint8Array,
  wants: (name: string) => boolean,
  limits: ZipLimits = packageLimits,
): Promise<Parsed<ReadonlyMap<string, Buffer>>> {
  try {
    return parsed(await readEntries(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), wants, limits))
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, failure: error.failure }
    return failed('damaged', '数据包已损坏或不完整。请重新复制或重新导出后再导入。')
  }
}

async function readEntries(bytes: Buffer, wants: (name: string) => boolean, limits: ZipLimits) {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, decodeStrings: false, validateEntrySizes: true })
  // Complaints that come after the reading was given up have no one else to hear them, and would end the process.
  zip.on('error', () => {})
  if (zip.entryCount > limits.entries)
    refuse('too-large', `数据包里的文件超过 ${limits.entries} 个，已拒绝读取。请分批导出后再导入。`)
  const wanted = new Map<string, Entry>()
  const seen = new Set<string>()
  let total = 0
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry)
    checkEntry(entry, name, limits)
    if (seen.has(name.toLowerCase())) unsafe(`包内有两个同名的文件${quote(name)}`)
    seen.add(name.toLowerCase())
    if (seen.size > limits.entries) unsafe('数据包里的文件数与目录不符')
    total += entry.uncompressedSize
    if (total > limits.total)
      refuse('too-large', `数据包解开后超过 ${Math.floor(limits.total / 1_000_000)} MB，已拒绝读取。`)
    if (!name.endsWith('/') && wants(name)) wanted.set(name, entry)
  }
  const found = new Map<string, Buffer>()
  let left = limits.total
  for (const [name, entry] of wanted) {
    const content = await unpack(zip, entry, name, left)
    left -= content.length
    found.set(name, content)
  }
  return found
}
