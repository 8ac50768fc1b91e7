import { isAdministrator } from '../../shared/accounts/roles'
import { type ExportEntry, fileTitle, footWords, numberWords } from '../../shared/exports/exports'
import {
  REGISTER_TITLE,
  type RegisterFilter,
  registerColumns,
  registerNotes,
  registerPaper,
  registerSheet,
} from '../../shared/exports/register.rules'
import { NOTES_GAP } from '../../shared/exports/roster.rules'
import { AppError } from '../../shared/result'
import { writeCsv } from '../exports/csv'
import { page } from '../exports/exports.repo'
import { carryOut, goOn } from '../exports/outgoing'
import { begin, finish } from '../exports/register'
import type { CoreHandlers, JobContext } from '../ipc/contexts'
import { requireStore } from '../session/session.handlers'
import { listWithin } from '../units/units.repo'
import { furnitureOf } from './sheets'
import { printTable, tablePdf } from './table-out'

const SLICE = 500
/** Numbers of some decades; beyond this one narrows by year. */
const MOST_LISTED = 20_000

/** The register concerns nobody's file: it names no people, and no mark but the usual one is asked for. */
const nobody = { whom: { by: 'ids' as const, ids: [] }, mark: null, sensitive: [], namePattern: '' }

/** What the account may see of the register, without the act that is being carried out. */
async function listed(
  { db, caller, signal }: JobContext,
  filter: RegisterFilter,
  act: ExportEntry,
): Promise<ExportEntry[]> {
  const byId = caller.scope === null || caller.roles.some(isAdministrator) ? null : caller.id
  const found: ExportEntry[] = []
  for (let offset = 0; ; offset += SLICE) {
    await goOn(signal)
    const { entries, total } = await page(db, { ...filter, byId }, offset, SLICE)
    if (total > MOST_LISTED) throw new AppError('refused', `一次最多列 ${MOST_LISTED} 次，请先按年度缩小范围`)
    found.push(...entries)
    if (entries.length < SLICE) return found.filter(({ id }) => id !== act.id)
  }
}

async function notesOf({ db }: JobContext, filter: RegisterFilter, entries: readonly ExportEntry[], act: ExportEntry) {
  const [root] = await listWithin(db, null)
  return registerNotes({ unit: root?.name ?? '', at: new Date(act.at), total: entries.length, filter })
}

export const saveRegister: CoreHandlers['papers']['saveRegister'] = async (
  context,
  { filter, as, target, ...order },
) => {
  const { options } = context.gatehouse
  let lines = 0
  const { entry } = await carryOut(
    context,
    { ...nobody, ...order, kind: `register-${as}` },
    () => options.files.take(target),
    async (file, act) => {
      const entries = await listed(context, filter, act)
      lines = entries.length
      const notes = await notesOf(context, filter, entries, act)
      const paper = registerPaper(entries, notes, furnitureOf(act))
      const rows = paper.groups.flatMap(group => group.rows)
      if (as === 'csv') file.write(writeCsv([registerColumns.map(({ title }) => title), ...rows]))
      else if (as === 'pdf') file.write((await tablePdf(options.press, paper, fileTitle(act), context)).bytes)
      else {
        const marked = [...notes, `密级：${act.mark}`, `编号：${numberWords(act)}`]
        const around = {
          sheetName: REGISTER_TITLE,
          notes: marked.join(NOTES_GAP),
          foot: footWords(act),
          sheet: registerSheet,
        }
        const { writeTableXlsx } = await import('../exports/table-xlsx')
        file.write((await writeTableXlsx(paper, around)).bytes)
      }
      return 0
    },
  )
  return { entry, lines }
}

/** What the printer has taken stays printed, whether the run was stopped or failed. */
export const printRegister: CoreHandlers['papers']['printRegister'] = async (context, asked) => {
  if (requireStore(context).readOnly)
    throw new AppError('refused', '数据可能被换成了旧的，在安全保密管理员确认之前不能打印')
  const { filter, printer, copies, twoSided, ...order } = asked
  const { commit, gatehouse } = context
  const act = await commit(inside => begin(inside, { ...nobody, ...order, kind: 'register-print' }))
  let stopped = false
  let lines = 0
  try {
    const entries = await listed(context, filter, act)
    lines = entries.length
    const paper = registerPaper(entries, await notesOf(context, filter, entries, act), furnitureOf(act))
    await printTable(gatehouse.options.press, paper, { printer, copies, twoSided }, context, ({ laid, pages }) => {
      stopped = pages < laid.pages
    })
  } catch (error) {
    const isStopped = error instanceof AppError && error.code === 'cancelled'
    await commit(inside => finish(inside, act.id, isStopped ? 'cancelled' : 'failed', 0))
    if (!(error instanceof AppError) || error.code !== 'internal') throw error
    throw new AppError('refused', '打印机没有接受任务，请检查打印机后再打印')
  }
  const entry = await commit(inside => finish(inside, act.id, stopped ? 'cancelled' : 'done', 0))
  return { entry, lines }
}
