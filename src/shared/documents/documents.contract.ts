import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { ExportEntry } from '../exports/exports'
import { ExportOrder } from '../exports/exports.contract'
import { command, job, query } from '../ipc/define'
import { printing, target } from '../papers/papers.contract'
import { SecrecyMark } from '../secrecy/secrecy.rules'
import { DocumentBody } from './document-paper'
import { DocumentRef } from './documents'
import { TemplateForm, TemplateState } from './templates'

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
const configure = { needs: 'interviews.configure' } as const

export const documentsContract = {
  /** What will stand on paper, without what is sealed. */
  proof: query(z.object({ document: DocumentRef }), Proof, { title: '预览谈话文书', needs }),
  /** The same with what is sealed. */
  wholeProof: query(z.object({ document: DocumentRef, reason: Reason }), Proof, {
    title: '预览谈话文书的密封内容',
    needs,
    reveals: true,
  }),
  /** As PDF, or as Word by the template in use, at the place that the person chose. Registers itself. */
  save: job(leaving.extend({ as: z.enum(['pdf', 'docx']), target }), z.object({ entry: ExportEntry, pages: z.int() }), {
    title: '保存谈话文书',
    leaves: 'plain',
    needs,
  }),
  /** On a printer. Registers itself. */
  print: job(leaving.extend(printing), z.object({ entry: ExportEntry, pages: z.int() }), {
    title: '打印谈话文书',
    needs,
  }),

  /** The Word templates of every form with their versions. */
  templates: query(z.object({}), z.array(TemplateState), { title: '查看 Word 模板', ...configure }),
  /** A file that the person chose becomes the template in use, once it lacks nothing and everything in it is known. */
  putTemplate: job(z.object({ form: TemplateForm, token: z.string().max(64), reason: Reason }), TemplateState, {
    title: '更换 Word 模板',
    ...configure,
  }),
  /** A version at the place that the person chose, 0 for the one that ships: there is nobody's data in it. */
  saveTemplate: job(z.object({ form: TemplateForm, version: z.int().min(0), target }), z.object({}), {
    title: '下载 Word 模板',
    ...configure,
  }),
  restoreTemplate: command(z.object({ form: TemplateForm, version: z.int().min(0), reason: Reason }), TemplateState, {
    title: '改用以前的 Word 模板',
    ...configure,
  }),
}
