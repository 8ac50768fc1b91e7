import { yuan } from '../care-standards/care-standards.rules'
import type { Day } from '../dates/add-months'
import { showDate } from '../dates/partial-date'
import type { Furniture } from '../papers/paper-page'
import type { TableColumn, TablePaper, TableValue } from '../papers/table-paper'
import { amountWords } from './batch.rules'
import type { Batch, BatchSheet, Visit } from './care-batches'

interface Around {
  readonly unit: string
  readonly on: Day
}
const column = (title: string, width: number, align: 'left' | 'center' = 'center'): TableColumn => ({
  title,
  width,
  align,
})

function visitsOf(visits: readonly Visit[]) {
  const columns = [
    column('序号', 4),
    column('姓名', 8),
    column('单位', 16, 'left'),
    column('职务', 20, 'left'),
    column('走访人', 10),
    column('慰问金（元）', 8),
    column('慰问品', 16, 'left'),
    column('备注', 14, 'left'),
  ]
  const rows: TableValue[][] = visits.map((visit, at) => [
    at + 1,
    visit.name,
    visit.unitName,
    visit.post,
    visit.visitor,
    visit.plannedFen === 0 ? '' : yuan(visit.plannedFen),
    visit.goods,
    '',
  ])
  return { columns, rows }
}

function signOffOf(visits: readonly Visit[]) {
  const columns = [
    column('序号', 4),
    column('姓名', 8),
    column('单位', 20, 'left'),
    column('金额（元）', 10),
    column('本人签领', 14),
    column('代领人及关系', 14),
    column('签领日期', 12),
  ]
  const paid = visits.filter(({ plannedFen }) => plannedFen > 0)
  const total = paid.reduce((sum, { plannedFen }) => sum + plannedFen, 0)
  const rows: TableValue[][] = paid.map((visit, at) => [
    at + 1,
    visit.name,
    visit.unitName,
    yuan(visit.plannedFen),
    '',
    '',
    '',
  ])
  return { columns, rows: [...rows, ['', '合计', `（大写）${amountWords(total)}`, yuan(total), '', '', '']] }
}

/** Two labels side by side, to be cut and stuck on envelopes. Amounts never stand on the outside. */
function labelsOf(visits: readonly Visit[], unit: string) {
  const labels = visits.map(({ name, unitName }) => `${unitName}\n${name} 同志\n${unit}`)
  const rows: TableValue[][] = []
  for (let at = 0; at < labels.length; at += 2) rows.push([labels[at] ?? '', labels[at + 1] ?? ''])
  return { columns: [column('信封标签', 40), column('信封标签', 40)], rows }
}

/** A paper of a batch. Nothing of results stands on it: it is made before anybody goes. */
export function batchPaper(
  sheet: BatchSheet,
  batch: Pick<Batch, 'title' | 'from' | 'to'>,
  visits: readonly Visit[],
  { unit, on }: Around,
  furniture: Furniture,
): TablePaper {
  const { columns, rows } =
    sheet === '走访名单' ? visitsOf(visits) : sheet === '信封标签' ? labelsOf(visits, unit) : signOffOf(visits)
  return {
    kind: 'table',
    title: sheet,
    notes: `${batch.title}　　制表单位：${unit}　　时间：${showDate(batch.from)} 至 ${showDate(batch.to)}　　制表日期：${showDate(on)}`,
    columns,
    groups: [{ heading: '', rows }],
    sheet: { size: 'A4', upright: sheet !== '走访名单' },
    furniture,
  }
}
