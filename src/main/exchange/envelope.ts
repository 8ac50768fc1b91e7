import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { ExchangeId, FORMAT, packageLimits } from '../../shared/exchange/exchange'
import { Manifest } from '../../shared/exchange/package'
import { AppError } from '../../shared/result'
import { isSignedBy, signed } from './signing'

/**
 * What lies inside the encryption: magic, format, the sender's id, the signature over everything else, the manifest with its
 * length before it, and the content, gzipped JSON. The signature is checked before anything is parsed.
 */
const MAGIC = Buffer.from('dandang-exchange', 'latin1')
const SENDER_AT = MAGIC.length + 1
const SIGNATURE_AT = SENDER_AT + 16
const LENGTH_AT = SIGNATURE_AT + 64
const MANIFEST_AT = LENGTH_AT + 4

const idBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')
const idText = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const changedOnTheWay = (): AppError =>
  new AppError('refused', '文件在途中被改动过，或者没有复制完整，没有打开。请让对方重新发一份')
const notOurs = (): AppError => new AppError('refused', '内容不合数据包的格式，没有打开。请让对方升级程序后重新发一份')

/** Packs and signs. @returns what is to be encrypted */
export async function pack(manifest: Omit<Manifest, 'sha256'>, content: unknown, signKey: string): Promise<Buffer> {
  const json = Buffer.from(JSON.stringify(content), 'utf8')
  if (json.length > packageLimits.contentBytes)
    throw new AppError('refused', '内容超过一个数据包的上限（128 MB），请少选一些人，或者不带照片，分几包发出')
  const body = await promisify(gzip)(json, { level: 6 })
  const told = Buffer.from(JSON.stringify({ ...manifest, sha256: sha256(body) }), 'utf8')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(told.length)
  const head = Buffer.concat([MAGIC, Buffer.from([manifest.format]), idBytes(manifest.from)])
  const rest = Buffer.concat([length, told, body])
  return Buffer.concat([head, signed(Buffer.concat([head, rest]), signKey), rest])
}

export interface Unpacked {
  readonly manifest: Manifest
  /** The content, still packed. */
  readonly body: Buffer
}

/** Who has sent it, as it says itself. @throws AppError refused where it is none, or of a newer version */
export function senderOf(bytes: Buffer): ExchangeId {
  if (bytes.length < MANIFEST_AT || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) throw notOurs()
  if ((bytes[MAGIC.length] ?? 0) > FORMAT)
    throw new AppError('refused', '这个数据包由更新版本的程序制作，请先升级本机的程序再打开')
  return ExchangeId.parse(idText(bytes.subarray(SENDER_AT, SIGNATURE_AT)))
}

/** @throws AppError refused when the sender's key has not signed just this */
export function unpack(bytes: Buffer, verifyKey: string): Unpacked {
  const signature = bytes.subarray(SIGNATURE_AT, LENGTH_AT)
  const told = Buffer.concat([bytes.subarray(0, SIGNATURE_AT), bytes.subarray(LENGTH_AT)])
  if (!isSignedBy(told, signature, verifyKey))
    throw new AppError('refused', '签名与往来单位名片上的不符：不是这个单位发出的，或者对方已换了名片。没有打开')
  const bodyAt = MANIFEST_AT + bytes.readUInt32BE(LENGTH_AT)
  const manifest = Manifest.safeParse(parsed(bytes.subarray(MANIFEST_AT, bodyAt)))
  if (!manifest.success) throw notOurs()
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
