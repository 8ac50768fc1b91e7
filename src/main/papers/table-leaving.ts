import type { CadreId } from '../../shared/cadres/cadres'
import {
  type ExportEntry,
  type ExportKind,
  fileTitle,
  footWords,
  numberWords,
  type Whom,
} from '../../shared/exports/exports'
import { NOTES_GAP } from '../../shared/exports/roster.rules'
import type { TableFormat } from '../../shared/papers/papers.contract'
import type { TablePaper } from '../../shared/papers/table-paper'
import { AppError } from '../../shared/result'
import { writeCsv } from '../exports/csv'
import { carryOut } from '../exports/outgoing'
import { begin, finish } from '../exports/register'
import type { JobContext } from '../ipc/contexts'
import { requireStore } from '../session/session.handlers'
import { printTable, tablePdf } from './table-out'

/** Most such tables concern nobody's file: they name no people, and no mark but the usual one is asked for. */
const nobody = { whom: { by: 'ids' as const, ids: [] }, mark: null, sensitive: [], namePattern: '' }

interface Leaving {
  /** Whose names stand on it, if any: they are counted and the paper bears their mark. */
  readonly whom?: Whom
  /** People without a file here who stand on it besides. */
  readonly others?: number
  readonly reason: string
  readonly recipient: string
}
export interface SavingOrder extends Leaving {
  readonly as: TableFormat
  readonly target: string
}
export interface PrintingOrder extends Leaving {
  readonly printer: string
  readonly copies: number
  readonly twoSided: boolean
}
/** How a table is made once it has its number, which stands at the foot of every page. */
export type MakeTable = (act: ExportEntry) => Promise<TablePaper>
/** How the register calls it: `register` for 导出登记, `care` for the boards of 关爱, `cared` for its lists of people, `medals`
 * for 在党50年, `honours` for 荣誉册, `campaigns` for 出彩行动. */
type Family = 'register' | 'care' | 'cared' | 'medals' | 'honours' | 'campaigns'

/** How many people's names are written. */
const namedIn = ({ whom, others = 0 }: Leaving): number => (whom?.by === 'ids' ? whom.ids.length : 0) + others

async function write(
  context: JobContext,
  paper: TablePaper,
  act: ExportEntry,
  as: TableFormat,
): Promise<string | Uint8Array> {
  if (as === 'csv')
    return writeCsv([paper.columns.map(({ title }) => title), ...paper.groups.flatMap(({ rows }) => rows)])
  if (as === 'pdf') return (await tablePdf(context.gatehouse.options.press, paper, fileTitle(act), context)).bytes
  const around = {
    sheetName: paper.title,
    notes: [paper.notes, `密级：${act.mark}`, `编号：${numberWords(act)}`].join(NOTES_GAP),
    foot: footWords(act),
    sheet: paper.sheet,
  }
  const { writeTableXlsx } = await import('../exports/table-xlsx')
  return (await writeTableXlsx(paper, around)).bytes
}

/** A table of figures or acts at the place that the person chose, entered in the register. @throws AppError cancelled */
export async function saveTable(
  context: JobContext,
  family: Family,
  { as, target, ...order }: SavingOrder,
  make: MakeTable,
): Promise<ExportEntry> {
  const { entry } = await carryOut(
    context,
    { ...nobody, ...order, kind: `${family}-${as}` satisfies ExportKind },
    () => context.gatehouse.options.files.take(target),
    async (file, act) => {
      file.write(await write(context, await make(act), act, as))
      return namedIn(order)
    },
  )
  return entry
}

/** The same on a printer. What the printer has taken stays printed, whether the run was stopped or failed. */
export async function printTableOf(
  context: JobContext,
  family: Family,
  { printer, copies, twoSided, ...order }: PrintingOrder,
  make: MakeTable,
): Promise<ExportEntry> {
  if (requireStore(context).readOnly)
    throw new AppError('refused', '数据可能被换成了旧的，在安全保密管理员确认之前不能打印')
  const { commit, gatehouse } = context
  const act = await commit(inside => begin(inside, { ...nobody, ...order, kind: `${family}-print` }))
  let stopped = false
  try {
    const paper = await make(act)
    await printTable(gatehouse.options.press, paper, { printer, copies, twoSided }, context, ({ laid, pages }) => {
      stopped = pages < laid.pages
    })
  } catch (error) {
    const isStopped = error instanceof AppError && error.code === 'cancelled'
    await commit(inside => finish(inside, act.id, isStopped ? 'cancelled' : 'failed', 0))
    if (!(error instanceof AppError) || error.code !== 'internal') throw error
    throw new AppError('refused', '打印机没有接受任务，请检查打印机后再打印')
  }
  return commit(inside => finish(inside, act.id, stopped ? 'cancelled' : 'done', stopped ? 0 : namedIn(order)))
}

/** A list of people as it leaves: what it looks like, and whose names stand on it. */
export interface LeavingList {
  readonly make: MakeTable
  readonly people: readonly { readonly cadreId: CadreId }[]
}

/** So many lines stand in one paper; more are narrowed first. */
const MOST_LISTED = 20_000
/** What a list asks its repository for: one more shows that it is too long. */
export const LISTED = { offset: 0, limit: MOST_LISTED + 1 }

/** The two jobs of a list of people: it bears their mark and is registered with them. */
export function listLeaving<Of>(prepare: (context: JobContext, of: Of) => Promise<LeavingList>) {
  const prepared = async (context: JobContext, of: Of) => {
    const { make, people } = await prepare(context, of)
    if (people.length > MOST_LISTED) throw new AppError('refused', `一次最多列 ${MOST_LISTED} 行，请先选单位`)
    return { make, whom: { by: 'ids' as const, ids: [...new Set(people.map(({ cadreId }) => cadreId))] } }
  }
  return {
    async save(context: JobContext, { of, ...order }: SavingOrder & { of: Of }) {
      const { make, whom } = await prepared(context, of)
      return { entry: await saveTable(context, 'cared', { ...order, whom }, make) }
    },
    async print(context: JobContext, { of, ...order }: PrintingOrder & { of: Of }) {
      const { make, whom } = await prepared(context, of)
      return { entry: await printTableOf(context, 'cared', { ...order, whom }, make) }
    },
  }
}
