import { createHash } from 'node:crypto'
import { setImmediate as yieldToOthers } from 'node:timers/promises'
import { AttachmentId } from '../../shared/attachments/attachments'
import { formatExtensions, HEAD_BYTES, recognise } from '../../shared/attachments/recognise.rules'
import type { ArrivalId } from '../../shared/exchange/exchange'
import type { SentPerson } from '../../shared/exchange/package'
import { AppError } from '../../shared/result'
import { type Scratch, takingIn } from '../attachments/arriving'
import * as contents from '../attachments/contents.repo'
import { zipNames } from '../attachments/zip-names'
import { goOn } from '../exports/outgoing'
import type { JobContext } from '../ipc/contexts'
import { requireStore } from '../session/session.handlers'
import { requireFree } from '../store/disk'
import type { Reads, Writes } from '../store/schema'
import type { PieceReader } from './pieces'
import { changedOnTheWay, notOurs } from './refusals'
import { rowOfKey } from './rows'
import { attachmentRows, SentAttachment } from './rows-attachments'

/** Lets others have their turn. @throws AppError cancelled */
export async function stillWanted(signal: AbortSignal): Promise<void> {
  await yieldToOthers()
  if (signal.aborted) throw new AppError('cancelled', '已取消，没有留下任何内容')
}

/** A content that stands behind the people of a package. */
export interface Beside extends Pick<SentAttachment, 'format' | 'bytes' | 'sha256'> {
  readonly id: AttachmentId
}

/** Which contents stand behind the people, in which order: that of the values which speak of them. */
export const besideOf = (people: readonly SentPerson[]): Beside[] =>
  people.flatMap(({ values }) =>
    Object.entries(values).flatMap(([key, { value }]): Beside[] => {
      const row = rowOfKey(key)
      if (row?.kind !== attachmentRows) return []
      const { format, bytes, sha256 } = SentAttachment.parse(value)
      return [{ id: AttachmentId.parse(row.id), format, bytes, sha256 }]
    }),
  )
export const bytesOf = (all: readonly Pick<Beside, 'bytes'>[]): number => all.reduce((sum, { bytes }) => sum + bytes, 0)

/** The contents themselves, part by part; each is compared with its hash on the way. @throws AppError store-damaged */
export async function* streamOut(
  { db, signal, progress }: JobContext,
  all: readonly Beside[],
): AsyncGenerator<Uint8Array> {
  const total = bytesOf(all)
  let done = 0
  for (const { id } of all)
    for await (const part of contents.parts(db, id)) {
      await goOn(signal)
      yield part
      done += part.byteLength
      progress({ done, total, note: '正在写入附件' })
    }
}

/**
 * Lays the contents of a package aside, in the places of the attachments that they belong to, and hands over. What nothing
 * belongs to afterwards is swept. What lies here already under its number is compared and not taken twice.
 * @throws AppError refused for what is not as the package says; disk-full before anything was written
 */
export function layContentsAside<T>(
  context: JobContext,
  { all, from, expected }: { all: readonly Beside[]; from: PieceReader; expected: number },
  keep: () => Promise<T>,
): Promise<T> {
  if (bytesOf(all) !== expected) throw notOurs()
  if (all.length === 0) return from.end().then(keep)
  return takingIn(requireStore(context), async scratch => {
    requireFree(context.gatehouse.options.folder, expected * 2)
    let done = 0
    for (const each of all) {
      await takeOne(context, scratch, each, from, bytes => {
        done += bytes
        context.progress({ done, total: expected, note: '正在读取附件' })
      })
    }
    await from.end()
    return keep()
  })
}

async function takeOne(
  { db, signal }: JobContext,
  scratch: Scratch,
  { id, format, bytes, sha256 }: Beside,
  from: PieceReader,
  told: (bytes: number) => void,
): Promise<void> {
  const known = await contents.get(db, id).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not-found') return undefined
    throw error
  })
  if (known && (known.sha256 !== sha256 || known.bytes !== bytes || known.format !== format)) throw notOurs()
  if (!known) await scratch(inner => contents.begin(inner, id, format, bytes))
  const hash = createHash('sha256')
  for (let at = 0, part = 0; at < bytes; part += 1) {
    await stillWanted(signal)
    const piece = await from.take(Math.min(contents.PART_BYTES, bytes - at))
    hash.update(piece)
    if (!known) await scratch(inner => contents.addPart(inner, id, part, piece))
    at += piece.length
    told(piece.length)
  }
  if (hash.digest('hex') !== sha256) throw changedOnTheWay()
  if (known) return
  await scratch(inner => contents.complete(inner, id, sha256))
  if (!(await isOfFormat(db, { id, format, bytes }))) throw notOurs()
}

/** A content is what it is by its own bytes, whoever says so. */
async function isOfFormat(db: Reads, { id, format, bytes }: Pick<Beside, 'id' | 'format' | 'bytes'>): Promise<boolean> {
  const head = await contents.read(db, id, 0, Math.min(bytes, HEAD_BYTES))
  const isZip = head.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004'
  const names = isZip ? await zipNames((at, length) => contents.read(db, id, at, length), bytes) : undefined
  const found = recognise(`a.${formatExtensions[format][0]}`, head, () => names)
  return 'format' in found && found.format === format
}

/** Keeps what has come for as long as the package is looked at. */
export const hold = async (db: Writes, arrivalId: ArrivalId, all: readonly Beside[]): Promise<void> => {
  for (const id of new Set(all.map(each => each.id)))
    await db.insertInto('exchangeContents').values({ arrivalId, id }).execute()
}

/** Lets go of what came with a package: what no attachment holds by now goes. */
export async function release(db: Writes, arrivalId: ArrivalId): Promise<void> {
  const held = await db.selectFrom('exchangeContents').select('id').where('arrivalId', '=', arrivalId).execute()
  await db.deleteFrom('exchangeContents').where('arrivalId', '=', arrivalId).execute()
  if (held.length > 0)
    await contents.removeUnused(
      db,
      held.map(({ id }) => id),
    )
}
