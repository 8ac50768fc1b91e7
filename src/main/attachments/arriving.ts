import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import { type AttachmentFormat, AttachmentId } from '../../shared/attachments/attachments'
import type { AddOutcome } from '../../shared/attachments/attachments.contract'
import { attachmentLimits, sizeWords } from '../../shared/attachments/attachments.rules'
import { formatTitles, HEAD_BYTES, recognise } from '../../shared/attachments/recognise.rules'
import { AppError } from '../../shared/result'
import { pathFailure } from '../imports/walk'
import type { JobContext } from '../ipc/contexts'
import type { OpenStore } from '../session/open-store'
import { requireFree } from '../store/disk'
import type { Writes } from '../store/schema'
import { transact } from '../store/transact'
import * as contents from './contents.repo'
import { readAt, zipNames } from './zip-names'

/** Writing takes room twice for a while: in the log of the store and in the store. */
const ROOM = 2
/** One at a time: a second one would take the first for the remains of an interrupted one. */
const adding = new WeakSet<OpenStore>()

/** Thrown for one file: it is not taken, and the others go on. */
class NotTaken extends Error {}

/** A content that lies in the store and belongs to nothing yet. */
export interface Arrived {
  readonly id: AttachmentId
  readonly name: string
  readonly format: AttachmentFormat
  readonly bytes: number
  readonly sha256: string
}

/** One transaction of its own. */
export type Scratch = <T>(work: (db: Writes) => Promise<T>) => Promise<T>

/** What is there already: what comes again is not taken a second time. */
interface Known {
  readonly title: string
  readonly sha256: string
  readonly removedAt: string | null
}

/**
 * Lets contents come in, one after the other. What nothing belongs to when it is over is swept: everything when it was
 * stopped or failed. @throws AppError conflict while others are coming in
 */
export async function takingIn<T>(store: OpenStore, work: (scratch: Scratch) => Promise<T>): Promise<T> {
  if (adding.has(store)) throw new AppError('conflict', '正在加入另一批附件，请等它完成')
  const scratch: Scratch = each => transact(store.root, store.raw, each)
  adding.add(store)
  try {
    await scratch(db => contents.removeUnused(db))
    return await work(scratch)
  } finally {
    adding.delete(store)
    // What was not taken, what came twice, and everything when it was stopped or failed.
    if (store.raw.open) await scratch(db => contents.removeUnused(db))
  }
}

/**
 * Lays files aside that the person chose, and hands them over in the end: what nothing belongs to by then, everything when
 * it was stopped or failed, is swept. @throws AppError conflict while another adding runs
 */
export async function takeFiles(
  context: JobContext,
  store: OpenStore,
  {
    paths,
    known,
    formats,
  }: { paths: readonly string[]; known: readonly Known[]; formats: readonly AttachmentFormat[] },
  keep: (arrived: readonly Arrived[]) => Promise<void>,
): Promise<AddOutcome[]> {
  const { atOnce } = attachmentLimits
  if (paths.length > atOnce.value)
    throw new AppError('refused', `一次最多加入 ${atOnce.value} 个文件，现在有 ${paths.length} 个。请分几次加入`)
  return takingIn(store, async scratch => {
    const byContent = new Map(known.map(each => [each.sha256, each]))
    const outcomes: AddOutcome[] = []
    const arrived: Arrived[] = []
    for (const [place, path] of paths.entries()) {
      const name = basename(path)
      const id = AttachmentId.parse(context.newId())
      const coming = { id, path, name, place, of: paths.length, formats }
      const taken = await takeIn(context, store, scratch, coming).catch((error: unknown) => {
        if (error instanceof NotTaken) return error.message
        throw error
      })
      const same = typeof taken === 'string' ? undefined : byContent.get(taken.sha256)
      const again = typeof taken === 'string' ? undefined : arrived.find(({ sha256 }) => sha256 === taken.sha256)
      if (typeof taken === 'string') outcomes.push({ name, id: null, words: taken })
      else if (same) outcomes.push({ name, id: null, words: sameWords(same) })
      else if (again) outcomes.push({ name, id: null, words: `和同时加入的“${again.name}”内容完全相同，只加入了一个` })
      else {
        arrived.push(taken)
        outcomes.push({ name, id, words: '' })
      }
    }
    goOn(context, store)
    if (arrived.length > 0) await keep(arrived)
    return outcomes
  })
}

/** What a file is, and whether it may be taken. @throws NotTaken */
async function look(
  { name, formats }: Pick<Coming, 'name' | 'formats'>,
  handle: FileHandle,
): Promise<{ format: AttachmentFormat; size: number }> {
  const stat = await handle.stat()
  if (stat.isDirectory()) throw new NotTaken('是文件夹。请选里面的文件')
  if (!stat.isFile()) throw new NotTaken('不是普通文件')
  const { size } = stat
  const most = attachmentLimits.bytes.value
  if (size > most)
    throw new NotTaken(`有 ${sizeWords(size)}，超过单个附件的上限 ${sizeWords(most)}。请降低扫描分辨率，或分成几个文件`)
  const head = await readAt(handle, 0, Math.min(size, HEAD_BYTES))
  const entries =
    head.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004'
      ? await zipNames((at, length) => readAt(handle, at, length), size)
      : undefined
  const found = recognise(name, head, () => entries)
  if ('why' in found) throw new NotTaken(found.why)
  if (!formats.includes(found.format))
    throw new NotTaken(
      `是 ${formatTitles[found.format]}。扫描件可以是 ${formats.map(each => formatTitles[each]).join('、')}`,
    )
  return { format: found.format, size }
}

const sameWords = ({ title, removedAt }: { readonly title: string; readonly removedAt: string | null }): string =>
  removedAt === null
    ? `和已有的《${title}》内容完全相同，没有重复加入`
    : `和已移出的《${title}》内容完全相同。要用时请在“已移出”里恢复`

function goOn({ signal }: JobContext, store: OpenStore): void {
  if (signal.aborted) throw new AppError('cancelled', '已取消，没有加入任何附件')
  if (!store.raw.open) throw new AppError('signed-out', '已锁定，请先登录')
}

interface Coming {
  readonly id: AttachmentId
  readonly path: string
  readonly name: string
  readonly place: number
  readonly of: number
  readonly formats: readonly AttachmentFormat[]
}

/**
 * Lays one file aside, part by part, each in a transaction of its own so that other calls have their turn.
 * @throws NotTaken when it cannot be read or is nothing to take; AppError cancelled
 */
async function takeIn(context: JobContext, store: OpenStore, scratch: Scratch, coming: Coming): Promise<Arrived> {
  const { id, path, name, place, of } = coming
  const note = of > 1 ? `第 ${place + 1} 个，共 ${of} 个` : '正在加入'
  goOn(context, store)
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw new NotTaken(pathFailure(error).why)
  })
  try {
    const { format, size } = await reading(() => look(coming, handle))
    requireFree(context.gatehouse.options.folder, size * ROOM)
    await scratch(db => contents.begin(db, id, format, size))
    const hash = createHash('sha256')
    for (let at = 0, part = 0; at < size; part += 1) {
      goOn(context, store)
      const bytes = await reading(() => readAt(handle, at, Math.min(contents.PART_BYTES, size - at)))
      if (bytes.length === 0) throw new NotTaken('读取时变短了，可能正被其他程序修改。请关闭打开它的程序再加入')
      hash.update(bytes)
      at += bytes.length
      await scratch(db => contents.addPart(db, id, part, bytes))
      context.progress({ done: Math.floor(((place + at / size) / of) * 100), total: 100, note })
    }
    const sha256 = hash.digest('hex')
    await scratch(db => contents.complete(db, id, sha256))
    return { id, name, format, bytes: size, sha256 }
  } finally {
    await handle.close()
  }
}

/** What the disk of the file itself says is about that file; what the store says is not. @throws NotTaken */
const reading = <T>(work: () => Promise<T>): Promise<T> =>
  work().catch((error: unknown) => {
    throw error instanceof NotTaken ? error : new NotTaken(pathFailure(error).why)
  })
