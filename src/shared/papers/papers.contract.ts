import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { FormEdition, FormSheet } from '../cadres/form/form-sheet'
import { ExportEntry, Whom } from '../exports/exports'
import { ExportOrder } from '../exports/exports.contract'
import { RegisterFilter } from '../exports/register.rules'
import { RosterSpec } from '../exports/roster.rules'
import { job, query } from '../ipc/define'

/** Null lays out each form in the edition that its own file was made with. */
const edition = FormEdition.nullable()
/** One of the people that an order names, by the place in their order. */
const which = { whom: Whom, place: z.int().min(0), edition }
/** The printer as the person chose it. */
export const printing = {
  printer: z.string().min(1).max(400),
  copies: z.int().min(1).max(20),
  twoSided: z.boolean(),
}
/** The token of the place that the person chose in the shell's dialog. */
export const target = z.string().max(64)
/** Why a table leaves, and to whom. */
export const leaving = { reason: Reason, recipient: ExportOrder.shape.recipient }
export const TableFormat = z.enum(['pdf', 'xlsx', 'csv'])
export type TableFormat = z.infer<typeof TableFormat>
const Proof = z.object({ people: z.int(), sheet: FormSheet })

/** A list of people by what was asked, at the place that the person chose or on a printer. Both register themselves. */
export const listJobs = <Of extends z.ZodType>(of: Of, title: string) => ({
  save: job(z.object({ of, ...leaving, as: TableFormat, target }), z.object({ entry: ExportEntry }), {
    title: `保存${title}`,
    leaves: 'plain',
    needs: 'cadres.export',
  }),
  print: job(z.object({ of, ...leaving, ...printing }), z.object({ entry: ExportEntry }), {
    title: `打印${title}`,
    needs: 'cadres.export',
  }),
})

export const papersContract = {
  /** A form as it will stand on paper, with what is masked covered. */
  proof: query(z.object(which), Proof, { title: '预览任免审批表', needs: 'cadres.export' }),
  /** The same with nothing covered. */
  wholeProof: query(z.object({ ...which, reason: Reason }), Proof, {
    title: '预览任免审批表的全部内容',
    needs: 'cadres.export',
    reveals: true,
  }),
  /** Forms as PDF or Word at the place that the person chose. Registers itself. */
  saveForms: job(
    ExportOrder.extend({
      edition,
      as: z.enum(['pdf', 'docx']),
      /** One file for everybody, or a new folder with one file a person. */
      into: z.enum(['file', 'folder']),
      namePattern: z.string().max(120),
      target,
    }),
    z.object({ entry: ExportEntry, /** The folder's name; empty for a file. */ folder: z.string() }),
    { title: '保存任免审批表', leaves: 'plain', needs: 'cadres.export' },
  ),
  /** Forms on a printer, person by person. Registers itself; what was printed before a stop is on paper. */
  printForms: job(ExportOrder.extend({ edition, ...printing }), z.object({ entry: ExportEntry }), {
    title: '打印任免审批表',
    needs: 'cadres.export',
  }),
  /** A roster as one PDF at the place that the person chose. Registers itself. */
  saveRoster: job(
    ExportOrder.extend({ roster: RosterSpec, target }),
    z.object({ entry: ExportEntry, pages: z.int() }),
    { title: '保存干部名册', leaves: 'plain', needs: 'cadres.export' },
  ),
  /** A roster on a printer, some sheets at a time. Registers itself; what was printed before a stop is on paper. */
  printRoster: job(ExportOrder.extend({ roster: RosterSpec, ...printing }), z.object({ entry: ExportEntry }), {
    title: '打印干部名册',
    needs: 'cadres.export',
  }),
  /** The register itself at the place that the person chose. Registers itself: it names reasons and recipients. */
  saveRegister: job(
    z.object({ filter: RegisterFilter, ...leaving, as: TableFormat, target }),
    z.object({ entry: ExportEntry, lines: z.int() }),
    { title: '保存导出登记', leaves: 'plain', needs: 'exports.read' },
  ),
  /** The register on a printer. Registers itself. */
  printRegister: job(
    z.object({ filter: RegisterFilter, ...leaving, ...printing }),
    z.object({ entry: ExportEntry, lines: z.int() }),
    {
      title: '打印导出登记',
      needs: 'exports.read',
    },
  ),
}
