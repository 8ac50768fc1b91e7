import { type ExportEntry, fileTitle } from '../../shared/exports/exports'
import { uprightA4 } from '../../shared/papers/sheet-size'
import { AppError } from '../../shared/result'
import { carryOut, goOn } from '../exports/outgoing'
import { type Entering, enter, finish } from '../exports/register'
import type { CoreHandlers, JobContext } from '../ipc/contexts'
import { furnitureOf } from '../papers/sheets'
import { requireStore } from '../session/session.handlers'
import { filledDocx } from './docx-file'
import { type DocumentSource, sourceOf } from './sources'
import { current } from './templates.repo'

type Order = Parameters<CoreHandlers['documents']['save']>[1]

/** What the register is told of a document: how many it concerns, and that sealed lines stand on it. */
const entering = (
  { people, mark: least, unsealed }: DocumentSource,
  { reason, recipient, mark }: Pick<Order, 'reason' | 'recipient' | 'mark'>,
  kind: Entering['kind'],
): Entering => ({
  kind,
  people,
  least,
  mark,
  reason,
  recipient,
  sensitive: [],
  namePattern: '',
  more: unsealed > 0 ? `含密封内容 ${unsealed} 条` : '',
})

async function sourceFor(context: JobContext, { document, sealed }: Pick<Order, 'document' | 'sealed'>) {
  const source = await sourceOf(context, document, sealed)
  context.record({ subject: source.subject })
  return source
}

/** As Word: the template in use, filled in. */
async function wordOf(
  { db, now }: JobContext,
  { form, values }: NonNullable<DocumentSource['word']>,
  act: ExportEntry,
): Promise<Uint8Array> {
  return filledDocx(form, await current(db, form), values(furnitureOf(act)), now())
}

export const saveDocument: CoreHandlers['documents']['save'] = async (context, { target, as, ...order }) => {
  const { options } = context.gatehouse
  const source = await sourceFor(context, order)
  const { word } = source
  if (as === 'docx' && !word) throw new AppError('refused', '这份文书只打印或者存为 PDF')
  let pages = 0
  const { entry } = await carryOut(
    context,
    entering(source, order, as === 'docx' && word ? word.kind : source.kinds.pdf),
    () => options.files.take(target),
    async (file, act) => {
      if (as === 'docx' && word) {
        file.write(await wordOf(context, word, act))
        await goOn(context.signal)
        return source.people
      }
      const run = await options.press.open()
      try {
        const laid = await run.lay({ kind: 'document', body: source.body, furniture: furnitureOf(act) })
        pages = laid.pages
        context.progress({ done: 1, total: 2, note: '正在排版' })
        await goOn(context.signal)
        const { joined } = await import('../papers/joined')
        file.write(await joined([await run.pdf()], fileTitle(act)))
        await goOn(context.signal)
      } finally {
        run.close()
      }
      return source.people
    },
  )
  return { entry, pages }
}

/** What the printer has taken stays printed, whether the run was stopped or failed. */
export const printDocument: CoreHandlers['documents']['print'] = async (context, order) => {
  const { printer, copies, twoSided } = order
  const { commit, gatehouse } = context
  if (requireStore(context).readOnly)
    throw new AppError('refused', '数据可能被换成了旧的，在安全保密管理员确认之前不能打印')
  const source = await sourceFor(context, order)
  const act = await commit(inside => enter(inside, entering(source, order, source.kinds.print)))
  let pages = 0
  try {
    const run = await gatehouse.options.press.open()
    try {
      pages = (await run.lay({ kind: 'document', body: source.body, furniture: furnitureOf(act) })).pages
      context.progress({ done: 1, total: 2, note: '正在送往打印机' })
      await goOn(context.signal)
      await run.print({ printer, copies, twoSided, sheet: uprightA4 })
    } finally {
      run.close()
    }
  } catch (error) {
    const isStopped = error instanceof AppError && error.code === 'cancelled'
    await commit(inside => finish(inside, act.id, isStopped ? 'cancelled' : 'failed', 0))
    if (!(error instanceof AppError) || error.code !== 'internal') throw error
    throw new AppError('refused', '打印机没有接受任务，请检查打印机后再打印')
  }
  return { entry: await commit(inside => finish(inside, act.id, 'done', source.people)), pages }
}
