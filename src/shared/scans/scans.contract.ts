import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { AttachmentFormat, AttachmentId } from '../attachments/attachments'
import { AddOutcome } from '../attachments/attachments.contract'
import { ExportEntry } from '../exports/exports'
import { ExportOrder } from '../exports/exports.contract'
import { InterviewId } from '../interviews/interviews'
import { command, job, query } from '../ipc/define'

/** A signed paper as it was scanned, of a talk or an honour. Taken out, it is kept. */
export const Scan = z.object({
  id: AttachmentId,
  title: z.string(),
  format: AttachmentFormat,
  bytes: z.int().min(1),
  addedAt: z.iso.datetime(),
  byName: z.string(),
  removedAt: z.iso.datetime().nullable(),
})
export type Scan = z.infer<typeof Scan>

const one = z.object({ interviewId: InterviewId, id: AttachmentId })
const nothing = z.object({})
const hold = { needs: 'interviews.hold' } as const

export const scansContract = {
  /** Those of a talk that the caller may read, the first one first. */
  list: query(z.object({ interviewId: InterviewId }), z.array(Scan), { title: '查看谈话扫描件目录', ...hold }),
  /** Files that a talker or the recorder chose. What is not taken does not hinder the others. */
  add: job(z.object({ interviewId: InterviewId, token: z.string().max(64) }), z.array(AddOutcome), {
    title: '加入谈话扫描件',
    ...hold,
  }),
  remove: command(one.extend({ reason: Reason }), nothing, { title: '移出谈话扫描件', ...hold }),
  /** Shows one, with a reason; `part` then hands it out. */
  open: query(one.extend({ reason: Reason }), z.object({ parts: z.int().min(1) }), {
    title: '查阅谈话扫描件',
    ...hold,
    reveals: true,
  }),
  part: query(one.extend({ part: z.int().min(0).max(200) }), z.object({ bytes: z.instanceof(Uint8Array) }), {
    title: '读取谈话扫描件',
    ...hold,
  }),
  /** Writes one out as it came in, to the place that the person chose. Registers itself. */
  save: job(
    ExportOrder.omit({ whom: true, sensitive: true }).extend({ ...one.shape, target: z.string().max(64) }),
    z.object({ entry: ExportEntry }),
    { title: '另存谈话扫描件', leaves: 'plain', ...hold },
  ),
}
