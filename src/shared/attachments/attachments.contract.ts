import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { CadreId } from '../cadres/cadres'
import { ExportEntry } from '../exports/exports'
import { ExportOrder } from '../exports/exports.contract'
import { command, job, query } from '../ipc/define'
import { ArchiveClass, Attachment, AttachmentFacts, AttachmentId } from './attachments'

const one = z.object({ cadreId: CadreId, id: AttachmentId })
const nothing = z.object({})

/** What became of one file that was to be added. */
export const AddOutcome = z.object({
  name: z.string(),
  /** Null when it was not added. */
  id: AttachmentId.nullable(),
  /** Why not, or what should be known; empty when there is nothing to say. */
  words: z.string(),
})
export type AddOutcome = z.infer<typeof AddOutcome>

export const attachmentsContract = {
  /** By class and place, those that were taken out with them. What they hold is shown by `open` alone. */
  list: query(z.object({ cadreId: CadreId }), z.array(Attachment), { title: '查看附件目录', needs: 'cadres.read' }),
  /**
   * Adds files that the person chose or dropped, all in one step, or none when it is stopped or fails. Without a class each
   * goes where its name suggests. A file that is not taken does not hinder the others.
   */
  add: job(
    z.object({ cadreId: CadreId, token: z.string().max(64), category: ArchiveClass.nullable() }),
    z.array(AddOutcome),
    { title: '加入附件', needs: 'cadres.edit' },
  ),
  describe: command(one.extend({ facts: AttachmentFacts }), Attachment, { title: '著录附件', needs: 'cadres.edit' }),
  /** The order inside a class: the whole class, by ids. */
  arrange: command(
    z.object({ cadreId: CadreId, category: ArchiveClass, ids: z.array(AttachmentId).min(1).max(500) }),
    nothing,
    { title: '排列附件', needs: 'cadres.edit' },
  ),
  remove: command(one.extend({ reason: Reason }), nothing, { title: '移出附件', needs: 'cadres.edit' }),
  restore: command(one, nothing, { title: '恢复附件', needs: 'cadres.edit' }),
  /** Shows one: what is masked elsewhere may stand in it, so it takes a reason and leaves a line. `part` then hands it out. */
  open: query(one.extend({ reason: Reason }), z.object({ parts: z.int().min(1) }), {
    title: '查阅附件',
    needs: 'cadres.read',
    reveals: true,
  }),
  /** One part of an attachment that was opened in this session, from 0. */
  part: query(one.extend({ part: z.int().min(0).max(200) }), z.object({ bytes: z.instanceof(Uint8Array) }), {
    title: '读取附件内容',
    needs: 'cadres.read',
  }),
  /** Writes one out, bit by bit as it came in, to the place that the person chose. Registers itself. */
  save: job(
    ExportOrder.omit({ whom: true, sensitive: true }).extend({ ...one.shape, target: z.string().max(64) }),
    z.object({ entry: ExportEntry }),
    { title: '另存附件', leaves: 'plain', needs: 'cadres.export' },
  ),
  /** Reads every attachment of a person and compares it with its hash. */
  verify: job(z.object({ cadreId: CadreId }), z.object({ checked: z.int(), damaged: z.array(AttachmentId) }), {
    title: '核对附件内容',
    needs: 'cadres.read',
  }),
}
