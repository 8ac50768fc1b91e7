import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { ExchangeId, FORMAT, packageLimits } from '../../shared/exchange/exchange'
import { Manifest } from '../../shared/exchange/package'
import { AppError } from '../../shared/result'
import type { PieceReader } from './pieces'
import { changedOnTheWay, notOurs } from './refusals'
import { isSignedBy, signed } from './signing'

/**
 * What lies inside the encryption: magic, format, the sender's id, the signature, the lengths of what follows, the manifest,
 * the content (gzipped JSON), and behind it the contents of attachments, as they are. The signature is over everything but
 * those, and is checked before anything is parsed; of each of those the content has the hash.
 */
const MAGIC = Buffer.from('dandang-exchange', 'latin1')
const SENDER_AT = MAGIC.length + 1
const SIGNATURE_AT = SENDER_AT + 16
const LENGTHS_AT = SIGNATURE_AT + 64
const MANIFEST_AT = LENGTHS_AT + 8
const MOST_MANIFEST = 100_000

const idBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')
const idText = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Packs and signs. @returns what is to be encrypted, but for the contents of attachments */
export async function pack(manifest: Omit<Manifest, 'sha256'>, content: unknown, signKey: string): Promise<Buffer> {
  const json = Buffer.from(JSON.stringify(content), 'utf8')
  if (json.length > packageLimits.contentBytes)
    throw new AppError('refused', '内容超过一个数据包的上限（128 MB），请少选一些人，或者不带照片，分几包发出')
  const body = await promisify(gzip)(json, { level: 6 })
  const told = Buffer.from(JSON.stringify({ ...manifest, sha256: sha256(body) }), 'utf8')
  const lengths = Buffer.alloc(8)
  lengths.writeUInt32BE(told.length)
  lengths.writeUInt32BE(body.length, 4)
  const head = Buffer.concat([MAGIC, Buffer.from([manifest.format]), idBytes(manifest.from)])
  const rest = Buffer.concat([lengths, told, body])
  return Buffer.concat([head, signed(Buffer.concat([head, rest]), signKey), rest])
}

export interface Unpacked {
  readonly manifest: Manifest
  /** The content, still packed. */
  readonly body: Buffer
}

/** A package as far as its content; who has sent it, as it says itself. Nothing of it is to be trusted yet. */
export interface Wrapped {
  readonly sender: ExchangeId
  readonly bytes: Buffer
}

/** @throws AppError refused where it is none, or of a newer version */
export async function unwrap(from: PieceReader): Promise<Wrapped> {
  const head = await from.take(MANIFEST_AT)
  if (!head.subarray(0, MAGIC.length).equals(MAGIC)) throw notOurs()
  if ((head[MAGIC.length] ?? 0) > FORMAT)
    throw new AppError('refused', '这个数据包由更新版本的程序制作，请先升级本机的程序再打开')
  const [told, body] = [head.readUInt32BE(LENGTHS_AT), head.readUInt32BE(LENGTHS_AT + 4)]
  if (told > MOST_MANIFEST || body > packageLimits.bodyBytes) throw notOurs()
  const sender = ExchangeId.parse(idText(head.subarray(SENDER_AT, SIGNATURE_AT)))
  return { sender, bytes: Buffer.concat([head, await from.take(told + body)]) }
}

/** @throws AppError refused when the sender's key has not signed just this */
export function unpack({ sender, bytes }: Wrapped, verifyKey: string): Unpacked {
  const signature = bytes.subarray(SIGNATURE_AT, LENGTHS_AT)
  const told = Buffer.concat([bytes.subarray(0, SIGNATURE_AT), bytes.subarray(LENGTHS_AT)])
  if (!isSignedBy(told, signature, verifyKey))
    throw new AppError('refused', '签名与往来单位名片上的不符：不是这个单位发出的，或者对方已换了名片。没有打开')
  const bodyAt = MANIFEST_AT + bytes.readUInt32BE(LENGTHS_AT)
  const manifest = Manifest.safeParse(parsed(bytes.subarray(MANIFEST_AT, bodyAt)))
  if (!manifest.success || manifest.data.from !== sender) throw notOurs()
  return { manifest: manifest.data, body: bytes.subarray(bodyAt) }
}

function parsed(json: Buffer): unknown {
  try {
    return JSON.parse(json.toString('utf8'))
  } catch {
    throw notOurs()
  }
}

/** @throws AppError refused when it is not what the manifest says, or unpacks to more than a package may hold */
export async function contentOf({ manifest, body }: Unpacked): Promise<unknown> {
  if (sha256(body) !== manifest.sha256) throw changedOnTheWay()
  const json = await promisify(gunzip)(body, { maxOutputLength: packageLimits.contentBytes }).catch(() => {
    throw notOurs()
  })
  return parsed(json)
}
