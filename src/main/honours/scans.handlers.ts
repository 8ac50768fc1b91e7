import { type AttachmentFormat, AttachmentId } from '../../shared/attachments/attachments'
import { sizeWords, titleFrom } from '../../shared/attachments/attachments.rules'
import { formatTitles } from '../../shared/attachments/recognise.rules'
import type { HonourId } from '../../shared/honours/honours'
import { AppError } from '../../shared/result'
import { takeFiles } from '../attachments/arriving'
import * as contents from '../attachments/contents.repo'
import { carryOut, goOn } from '../exports/outgoing'
import { instantOf } from '../ipc/clock'
import type { CoreHandlers, QueryContext } from '../ipc/contexts'
import { createOpened } from '../ipc/opened'
import { requireStore } from '../session/session.handlers'
import type { Reads } from '../store/schema'
import * as repo from './honours.repo'

const scanned: readonly AttachmentFormat[] = ['pdf', 'jpeg', 'png', 'tiff', 'ofd']
const MOST_SCANS = 30
const named = (id: AttachmentId): string => `扫描件 …${id.slice(-6)}`

const opened = createOpened<AttachmentId>('查阅扫描件要先写明事由')

/** Those of an honour, the first one first, taken out ones among them. */
async function scansOf(db: Reads, honourId: HonourId) {
  const rows = await db
    .selectFrom('honourScans')
    .innerJoin('attachmentContents', 'attachmentContents.id', 'honourScans.id')
    .innerJoin('accounts', 'accounts.id', 'honourScans.byId')
    .select(['honourScans.id', 'title', 'format', 'bytes', 'sha256', 'addedAt', 'removedAt'])
    .select('accounts.name as byName')
    .where('honourId', '=', honourId)
    .orderBy('addedAt')
    .orderBy('honourScans.id')
    .execute()
  return rows.map(row => ({ ...row, sha256: row.sha256 ?? '' }))
}

/** A scan that is there, of an honour that the caller sees. @throws AppError not-found, refused */
async function readable({ db, caller }: QueryContext, honourId: HonourId, id: AttachmentId) {
  const honour = await repo.get(db, caller, honourId)
  const scan = (await scansOf(db, honourId)).find(each => each.id === id)
  if (!scan) throw new AppError('not-found', '这项荣誉没有这份扫描件')
  if (scan.removedAt !== null) throw new AppError('refused', '这份扫描件已移出')
  return { honour, scan }
}

type Handlers = Pick<
  CoreHandlers['honours'],
  'scans' | 'addScans' | 'removeScan' | 'openScan' | 'scanPart' | 'saveScan'
>

/** Certificate and decision as they were scanned, with the honour that they prove. */
export const scanHandlers: Handlers = {
  async scans({ db, caller }, { honourId }) {
    await repo.get(db, caller, honourId)
    return (await scansOf(db, honourId)).map(({ sha256: _hash, ...scan }) => scan)
  },

  async addScans(context, { honourId, token }) {
    const store = requireStore(context)
    if (store.readOnly) throw new AppError('refused', '数据可能被换成了旧的，在安全保密管理员确认之前只能查看')
    context.record({ subject: `honours:${honourId}` })
    const paths = context.gatehouse.options.files.takeReading(token)
    await repo.get(context.db, context.caller, honourId)
    const known = await scansOf(context.db, honourId)
    if (known.length + paths.length > MOST_SCANS)
      throw new AppError('refused', `一项荣誉最多附 ${MOST_SCANS} 份扫描件，现有 ${known.length} 份`)
    return takeFiles(context, store, { paths, known, formats: scanned }, arrived =>
      context.commit(async inner => {
        const by = { honourId, byId: inner.caller.id, addedAt: instantOf(inner), removedAt: null, removedFor: '' }
        for (const { id, name } of arrived)
          await inner.db
            .insertInto('honourScans')
            .values({ id, title: titleFrom(name), ...by })
            .execute()
        const bytes = arrived.reduce((sum, each) => sum + each.bytes, 0)
        const details = `扫描件 ${arrived.length} 份，共 ${sizeWords(bytes)}`
        inner.record({ subject: `honours:${honourId}`, details })
      }),
    )
  },

  async removeScan(context, { honourId, id, reason }) {
    const { db, record } = context
    record({ subject: `honours:${honourId}`, reason, details: named(id) })
    await readable(context, honourId, id)
    await db
      .updateTable('honourScans')
      .set({ removedAt: instantOf(context), removedFor: reason })
      .where('id', '=', id)
      .execute()
    return {}
  },

  async openScan(context, { honourId, id, reason }) {
    const { db, record, caller } = context
    record({ subject: `honours:${honourId}`, reason, details: named(id) })
    const { scan } = await readable(context, honourId, id)
    record({ details: `${named(id)}，${formatTitles[scan.format]}` })
    opened.add(caller, id)
    return { parts: contents.partsOf(await contents.get(db, id)) }
  },

  async scanPart(context, { honourId, id, part }) {
    opened.insist(context.caller, id)
    await readable(context, honourId, id)
    return { bytes: await contents.getPart(context.db, id, part) }
  },

  async saveScan(context, { honourId, id, target, ...order }) {
    const { db, signal, progress, gatehouse, record } = context
    record({ subject: `honours:${honourId}` })
    const { honour, scan } = await readable(context, honourId, id)
    const ids = [honour.cadreId, ...honour.members.map(({ cadreId }) => cadreId)].filter(each => each !== null)
    const { entry } = await carryOut(
      context,
      { ...order, kind: 'honours-scan', whom: { by: 'ids', ids }, sensitive: [], namePattern: '' },
      () => gatehouse.options.files.take(target),
      async file => {
        let done = 0
        for await (const part of contents.parts(db, id)) {
          await goOn(signal)
          file.write(part)
          done += part.byteLength
          progress({ done: Math.floor((done / scan.bytes) * 100), total: 100, note: '正在写出扫描件' })
        }
        return ids.length
      },
    )
    return { entry }
  },
}
