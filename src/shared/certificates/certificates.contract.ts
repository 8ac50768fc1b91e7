import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { ExportEntry } from '../exports/exports'
import { ExportOrder } from '../exports/exports.contract'
import { command, job, query } from '../ipc/define'
import { printing, target } from '../papers/papers.contract'
import { SecrecyMark } from '../secrecy/secrecy.rules'
import { text } from '../text'
import {
  BatchId,
  CertificateRef,
  CertificateRow,
  CertificateTemplate,
  NumberBatch,
  PaperChoice,
  PrinterOffset,
  TemplateFacts,
  TemplateKey,
} from './certificates'

const read = { needs: 'honours.read' } as const
const edit = { needs: 'honours.edit' } as const
const configure = { needs: 'honours.configure' } as const
const offset = { x: z.number().min(-30).max(30), y: z.number().min(-30).max(30) }
const leaving = {
  ...CertificateRef.shape,
  ...PaperChoice.shape,
  ...ExportOrder.pick({ reason: true, recipient: true, mark: true }).shape,
}
const Left = z.object({ entry: ExportEntry, pages: z.int() })

export const certificatesContract = {
  templates: query(z.object({}), z.array(CertificateTemplate), { title: '查看证书模板', ...read }),
  /** Changes a template, a shipped one too; null makes a new one. */
  saveTemplate: command(
    z.object({ key: TemplateKey.nullable(), revision: z.int().min(0), facts: TemplateFacts }),
    CertificateTemplate,
    { title: '修改证书模板', ...configure },
  ),
  /** A shipped one is as it came again; another is gone. */
  dropTemplate: command(z.object({ key: TemplateKey, reason: Reason }), z.object({}), {
    title: '删除或还原证书模板',
    ...configure,
  }),
  offsets: query(z.object({}), z.array(PrinterOffset), { title: '查看打印机偏移', ...read }),
  setOffset: command(PrinterOffset, z.object({}), { title: '设置打印机偏移', ...edit }),

  /** What will stand on each certificate, and what a copy must bear at the least. */
  proof: query(CertificateRef, z.object({ rows: z.array(CertificateRow), mark: SecrecyMark }), {
    title: '预览证书',
    ...read,
  }),
  /** The running number that would come next in a template's series this year. */
  next: query(z.object({ template: TemplateKey }), z.object({ series: z.string(), next: z.int() }), {
    title: '查看下一个证书编号',
    ...read,
  }),
  /** Gives running numbers in the order of the ids, all or none. Whoever has a number keeps it and is refused here. */
  number: command(
    CertificateRef.extend({ template: TemplateKey, first: z.int().min(1).max(99_999_999), gap: text(200) }),
    NumberBatch,
    { title: '编写证书编号', ...edit },
  ),
  batches: query(
    z.object({ offset: z.int().min(0), limit: z.int().min(1).max(200) }),
    z.object({ rows: z.array(NumberBatch), total: z.int() }),
    { title: '查看证书编号', ...read },
  ),
  /** Takes the numbers of a batch back, all or none. What was never printed may be numbered again; what was stays void. */
  withdraw: command(z.object({ id: BatchId, revision: z.int().min(1), reason: Reason }), NumberBatch, {
    title: '撤回证书编号',
    ...edit,
  }),

  /** One PDF at the place that the person chose. Registers itself. */
  save: job(z.object({ ...leaving, target }), Left, { title: '保存证书', leaves: 'plain', ...edit }),
  /** On a printer with its own offset. Registers itself. */
  print: job(z.object({ ...leaving, ...printing }), Left, { title: '打印证书', ...edit }),
  /** The sheet with the ruler, as a template stands or as it is being changed: nobody's data is on it. */
  test: job(
    z.object({
      facts: TemplateFacts,
      offset: z.object(offset),
      to: z.discriminatedUnion('by', [
        z.object({ by: z.literal('file'), target }),
        z.object({ by: z.literal('printer'), printer: printing.printer }),
      ]),
    }),
    z.object({}),
    { title: '打印证书测试页', ...edit },
  ),
}
