import { type ExportEntry, fileTitle } from '../../shared/exports/exports'
import { headedGroups, NOTES_GAP, type RosterSpec } from '../../shared/exports/roster.rules'
import type { TablePaper } from '../../shared/papers/table-paper'
import { AppError } from '../../shared/result'
import { carryOut } from '../exports/outgoing'
import { begin, finish } from '../exports/register'
import { gatherRoster, notesOf, shownOf } from '../exports/roster.job'
import type { CoreHandlers, JobContext } from '../ipc/contexts'
import { requireStore } from '../session/session.handlers'
import { furnitureOf } from './sheets'
import { type PrintedTable, printTable, tablePdf } from './table-out'

type Order = Parameters<CoreHandlers['papers']['saveRoster']>[1]

async function paperOf(
  context: JobContext,
  order: Pick<Order, 'whom' | 'roster' | 'sensitive'>,
  entry: ExportEntry,
): Promise<TablePaper> {
  const { roster }: { roster: RosterSpec } = order
  const table = await gatherRoster(context, order)
  return {
    kind: 'table',
    title: table.title,
    notes: (await notesOf(context.db, entry, roster)).join(NOTES_GAP),
    columns: table.columns,
    groups: headedGroups(table),
    sheet: roster.sheet,
    furniture: furnitureOf(entry),
  }
}

export const saveRoster: CoreHandlers['papers']['saveRoster'] = async (context, asked) => {
  const order = { ...asked, sensitive: shownOf(asked) }
  const { options } = context.gatehouse
  let pages = 0
  const { entry } = await carryOut(
    context,
    { ...order, kind: 'roster-pdf', namePattern: '' },
    () => options.files.take(order.target),
    async (file, act) => {
      const paper = await paperOf(context, order, act)
      const made = await tablePdf(options.press, paper, fileTitle(act), context)
      file.write(made.bytes)
      pages = made.pages
      return act.people
    },
  )
  return { entry, pages }
}

/** What the printer has taken stays printed and is counted in the register, whether the run was stopped or failed. */
export const printRoster: CoreHandlers['papers']['printRoster'] = async (context, asked) => {
  if (requireStore(context).readOnly)
    throw new AppError('refused', '数据可能被换成了旧的，在安全保密管理员确认之前不能打印')
  const { printer, copies, twoSided, ...order } = { ...asked, sensitive: shownOf(asked) }
  const { commit, gatehouse } = context
  const entry = await commit(inside => begin(inside, { ...order, kind: 'roster-print', namePattern: '' }))
  let printed: PrintedTable | undefined
  const written = (): number => (printed?.pages ? (printed.laid.rowsBy[printed.pages - 1] ?? 0) : 0)
  try {
    const paper = await paperOf(context, order, entry)
    await printTable(gatehouse.options.press, paper, { printer, copies, twoSided }, context, now => {
      printed = now
    })
  } catch (error) {
    const stopped = error instanceof AppError && error.code === 'cancelled'
    await commit(inside => finish(inside, entry.id, stopped ? 'cancelled' : 'failed', written()))
    if (!(error instanceof AppError) || error.code !== 'internal') throw error
    const told = printed?.pages ? `已送打印 ${printed.pages} 页，其余没有打印。` : '没有打印。'
    throw new AppError('refused', `${told}打印机没有接受任务，请检查打印机后再打印其余的页`)
  }
  const ended = written() < entry.people ? 'cancelled' : 'done'
  return { entry: await commit(inside => finish(inside, entry.id, ended, written())) }
}
