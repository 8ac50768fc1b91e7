import { isAdministrator } from '../../shared/accounts/roles'
import type { ExportEntry } from '../../shared/exports/exports'
import { type RegisterFilter, registerNotes, registerPaper } from '../../shared/exports/register.rules'
import { AppError } from '../../shared/result'
import { page } from '../exports/exports.repo'
import { goOn } from '../exports/outgoing'
import type { CoreHandlers, JobContext } from '../ipc/contexts'
import { listWithin } from '../units/units.repo'
import { furnitureOf } from './sheets'
import { type MakeTable, printTableOf, saveTable } from './table-leaving'

const SLICE = 500
/** Numbers of some decades; beyond this one narrows by year. */
const MOST_LISTED = 20_000

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

/** The register without the act that is being carried out, and how many lines it has. */
function registerOf(context: JobContext, filter: RegisterFilter): { make: MakeTable; lines: () => number } {
  let lines = 0
  const make: MakeTable = async act => {
    const entries = await listed(context, filter, act)
    lines = entries.length
    const [root] = await listWithin(context.db, null)
    const facts = { unit: root?.name ?? '', at: new Date(act.at), total: lines, filter }
    return registerPaper(entries, registerNotes(facts), furnitureOf(act))
  }
  return { make, lines: () => lines }
}

export const saveRegister: CoreHandlers['papers']['saveRegister'] = async (context, { filter, ...order }) => {
  const { make, lines } = registerOf(context, filter)
  const entry = await saveTable(context, 'register', order, make)
  return { entry, lines: lines() }
}

export const printRegister: CoreHandlers['papers']['printRegister'] = async (context, { filter, ...order }) => {
  const { make, lines } = registerOf(context, filter)
  const entry = await printTableOf(context, 'register', order, make)
  return { entry, lines: lines() }
}
