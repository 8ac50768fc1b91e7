import type { AttachmentFormat, AttachmentId } from '../../shared/attachments/attachments'
import { sizeWords, titleFrom } from '../../shared/attachments/attachments.rules'
import { formatTitles } from '../../shared/attachments/recognise.rules'
import type { InterviewId } from '../../shared/interviews/interviews'
import { AppError } from '../../shared/result'
import { takeFiles } from '../attachments/arriving'
import * as contents from '../attachments/contents.repo'
import { markOf } from '../documents/talk-source'
import { carryOut, goOn } from '../exports/outgoing'
import * as content from '../interviews/content'
import type { CoreHandlers, QueryContext } from '../ipc/contexts'
import { createOpened } from '../ipc/opened'
import { requireStore } from '../session/session.handlers'
import * as scans from './scans.repo'

const scanned: readonly AttachmentFormat[] = ['pdf', 'jpeg', 'png', 'tiff', 'ofd']
const MOST_SCANS = 50
const named = (id: AttachmentId): string => `扫描件 …${id.slice(-6)}`

const opened = createOpened<AttachmentId>('查阅扫描件要先写明事由')

/** A scan that is there, of a talk that the caller may read. @throws AppError not-found, refused */
async function readable(context: QueryContext, interviewId: InterviewId, id: AttachmentId) {
  const row = await content.readable(context, interviewId)
  const scan = await scans.get(context.db, row.key, id)
  if (scan.removedAt !== null) throw new AppError('refused', '这份扫描件已移出')
  return { row, scan }
}

export const scansHandlers: CoreHandlers['scans'] = {
  async list(context, { interviewId }) {
    const row = await content.readable(context, interviewId)
    return (await scans.list(context.db, row.key)).map(({ sha256: _hash, ...scan }) => scan)
  },

  async add(context, { interviewId, token }) {
    const store = requireStore(context)
    if (store.readOnly) throw new AppError('refused', '数据可能被换成了旧的，在安全保密管理员确认之前只能查看')
    context.record({ subject: `interviews:${interviewId}` })
    const paths = context.gatehouse.options.files.takeReading(token)
    const row = await content.writable(context, interviewId)
    if (row.state === 'planned' || row.state === 'cancelled')
      throw new AppError('refused', '谈话还没有记录，先开始记录再附扫描件')
    const known = await scans.list(context.db, row.key)
    if (known.length + paths.length > MOST_SCANS)
      throw new AppError('refused', `一次谈话最多附 ${MOST_SCANS} 份扫描件，现有 ${known.length} 份`)
    return takeFiles(context, store, { paths, known, formats: scanned }, arrived =>
      context.commit(async inner => {
        const by = { byId: inner.caller.id, addedAt: new Date(inner.now()).toISOString() }
        for (const { id, name } of arrived) await scans.insert(inner.db, row.key, { id, title: titleFrom(name), ...by })
        const bytes = arrived.reduce((sum, each) => sum + each.bytes, 0)
        const details = `扫描件 ${arrived.length} 份，共 ${sizeWords(bytes)}`
        inner.record({ subject: `interviews:${interviewId}`, details })
      }),
    )
  },

  async remove(context, { interviewId, id, reason }) {
    const { db, record, now } = context
    record({ subject: `interviews:${interviewId}`, reason, details: named(id) })
    await content.writable(context, interviewId)
    await readable(context, interviewId, id)
    await scans.remove(db, id, { at: new Date(now()).toISOString(), reason })
    return {}
  },

  async open(context, { interviewId, id, reason }) {
    const { db, record, caller } = context
    record({ subject: `interviews:${interviewId}`, reason, details: named(id) })
    const { scan } = await readable(context, interviewId, id)
    record({ details: `${named(id)}，${formatTitles[scan.format]}` })
    opened.add(caller, id)
    return { parts: contents.partsOf(await contents.get(db, id)) }
  },

  async part(context, { interviewId, id, part }) {
    opened.insist(context.caller, id)
    await readable(context, interviewId, id)
    return { bytes: await contents.getPart(context.db, id, part) }
  },

  async save(context, { interviewId, id, target, ...order }) {
    const { db, signal, progress, gatehouse, record } = context
    record({ subject: `interviews:${interviewId}` })
    const { row, scan } = await readable(context, interviewId, id)
    const { people, mark: least } = await markOf(db, row)
    const { entry } = await carryOut(
      context,
      { ...order, people, least, kind: 'talk-scan', sensitive: [], namePattern: '', more: named(id) },
      () => gatehouse.options.files.take(target),
      async file => {
        let done = 0
        for await (const part of contents.parts(db, id)) {
          await goOn(signal)
          file.write(part)
          done += part.byteLength
          progress({ done: Math.floor((done / scan.bytes) * 100), total: 100, note: '正在写出扫描件' })
        }
        return people
      },
    )
    return { entry }
  },
}
