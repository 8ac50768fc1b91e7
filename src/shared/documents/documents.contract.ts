import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { ExportEntry } from '../exports/exports'
import { ExportOrder } from '../exports/exports.contract'
import { job, query } from '../ipc/define'
import { printing, target } from '../papers/papers.contract'
import { SecrecyMark } from '../secrecy/secrecy.rules'
import { DocumentBody } from './document-paper'
import { DocumentRef } from './documents'

const Proof = z.object({
  body: DocumentBody,
  /** How many people it concerns. */
  people: z.int(),
  /** What a copy must bear at the least. */
  mark: SecrecyMark,
  /** How many sealed lines it leaves out. */
  sealed: z.int(),
})
export type DocumentProof = z.infer<typeof Proof>

const leaving = ExportOrder.omit({ whom: true, sensitive: true }).extend({
  document: DocumentRef,
  /** Whether sealed lines shall stand on it: the reason is then theirs too, and the audit line says so. */
  sealed: z.boolean(),
})
/** Whoever may read what stands on it; the handler looks. */
const needs = 'interviews.hold' as const

export const documentsContract = {
  /** What will stand on paper, without what is sealed. */
  proof: query(z.object({ document: DocumentRef }), Proof, { title: '预览谈话文书', needs }),
  /** The same with what is sealed. */
  wholeProof: query(z.object({ document: DocumentRef, reason: Reason }), Proof, {
    title: '预览谈话文书的密封内容',
    needs,
    reveals: true,
  }),
  /** As PDF at the place that the person chose. Registers itself. */
  save: job(leaving.extend({ as: z.enum(['pdf']), target }), z.object({ entry: ExportEntry, pages: z.int() }), {
    title: '保存谈话文书',
    needs,
  }),
  /** On a printer. Registers itself. */
  print: job(leaving.extend(printing), z.object({ entry: ExportEntry, pages: z.int() }), {
    title: '打印谈话文书',
    needs,
  }),
}
