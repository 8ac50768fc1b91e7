import * as z from 'zod'
import { type SensitiveField } from '../cadres/cadres.contract'
import { fieldLabels } from '../cadres/field-labels'
import type { Furniture } from '../papers/paper-page'
import type { SheetSize } from '../papers/sheet-size'
import type { TableColumn, TablePaper, TableValue } from '../papers/table-paper'
import { type ExportEntry, ExportKind, exportTitles, minuteWords, numberWords, outcomeTitles } from './exports'

/** Conditions of the register in sight. */
export const RegisterFilter = z.object({
  year: z.int().min(1949).max(2200).nullable(),
  kind: ExportKind.nullable(),
  /** In reasons, recipients, names and numbers. */
  text: z.string().max(60),
})
export type RegisterFilter = z.infer<typeof RegisterFilter>
export const wholeRegister: RegisterFilter = { year: null, kind: null, text: '' }

export const sensitiveWords = (fields: readonly SensitiveField[]): string =>
  fields.map(field => fieldLabels[field]).join('、') || '—'

/** How an act ended. One that never said so ended with the application, and what it left is not known. */
export function outcomeWords({
  outcome,
  written,
  people,
}: Pick<ExportEntry, 'outcome' | 'written' | 'people'>): string {
  if (outcome === null) return '没有记下结果'
  if (outcome !== 'done') return outcomeTitles[outcome]
  return written === people ? outcomeTitles.done : `完成 ${written ?? 0} 人`
}

type Column = TableColumn & { readonly value: (entry: ExportEntry) => TableValue }
const column = (title: string, width: number, value: Column['value'], align: Column['align'] = 'left'): Column => ({
  title,
  width,
  align,
  value,
})

/** What the register tells of an act, on the page as on paper. */
export const registerColumns: readonly Column[] = [
  column('编号', 8, numberWords, 'center'),
  column('时间', 8, ({ at }) => minuteWords(at), 'center'),
  column('种类', 9, ({ kind }) => exportTitles[kind]),
  column('人数', 3, ({ people }) => people, 'center'),
  column('密级', 5, ({ mark }) => mark, 'center'),
  column('理由', 12, ({ reason }) => reason),
  column('去向', 8, ({ recipient }) => recipient || '—'),
  column('带出的敏感内容', 7, ({ sensitive }) => sensitiveWords(sensitive)),
  column('经办', 5, ({ byName }) => byName, 'center'),
  column('结果', 6, outcomeWords, 'center'),
]

const REGISTER_TITLE = '导出登记簿'

/** The conditions in words; none for the whole register. */
function filterWords({ year, kind, text }: RegisterFilter): string {
  const told = [
    ...(year === null ? [] : [`${year} 年`]),
    ...(kind === null ? [] : [exportTitles[kind]]),
    ...(text.trim() === '' ? [] : [`含“${text.trim()}”`]),
  ]
  return told.length === 0 ? '' : `条件：${told.join('、')}`
}

interface RegisterFacts {
  readonly unit: string
  readonly at: Date
  /** How many acts there are, of which the first may be all that is shown. */
  readonly total: number
  readonly filter: RegisterFilter
}
export const registerNotes = ({ unit, at, total, filter }: RegisterFacts): string[] => [
  `制表单位：${unit}`,
  `制表日期：${at.getFullYear()}年${at.getMonth() + 1}月${at.getDate()}日`,
  `共 ${total} 次导出和打印`,
  ...(filterWords(filter) === '' ? [] : [filterWords(filter)]),
]

const registerSheet: SheetSize = { size: 'A4', upright: false }

/** The register as it is printed, in the order of the page. */
export const registerPaper = (
  entries: readonly ExportEntry[],
  notes: readonly string[],
  furniture: Furniture,
): TablePaper => ({
  kind: 'table',
  title: REGISTER_TITLE,
  notes: notes.join('　　'),
  // What is reckoned stays here: functions do not cross to the window that draws.
  columns: registerColumns.map(({ title, width, align }) => ({ title, width, align })),
  groups: [{ heading: '', rows: entries.map(entry => registerColumns.map(({ value }) => value(entry))) }],
  sheet: registerSheet,
  furniture,
})
