import { setImmediate } from 'node:timers/promises'
import { uprightA4 } from '../../shared/papers/sheet-size'
import { AppError } from '../../shared/result'
import { choose, read } from '../exports/people.repo'
import { begin, finish } from '../exports/register'
import type { CoreHandlers } from '../ipc/contexts'
import { requireStore } from '../session/session.handlers'
import { furnitureOf, sheetOf } from './sheets'

/** Nobody feeds so much paper in one run. */
const MOST_PRINTED = 500

/**
 * Person by person, so that it can be stopped between two of them. What the printer has taken stays printed and is
 * counted in the register, whether the run was stopped or failed.
 */
export const printForms: CoreHandlers['papers']['printForms'] = async (context, order) => {
  const { db, caller, signal, progress, now, gatehouse, commit } = context
  const { whom, sensitive, edition, printer, copies, twoSided } = order
  if (requireStore(context).readOnly)
    throw new AppError('refused', '数据可能被换成了旧的，在安全保密管理员确认之前不能打印')
  const { keys } = await choose(db, caller.scope, whom, 'as-listed')
  if (keys.length > MOST_PRINTED) throw new AppError('refused', `一次最多打印 ${MOST_PRINTED} 人，请分几次打印`)
  const entry = await commit(inside => begin(inside, { ...order, kind: 'form-print', namePattern: '' }))
  let printed = 0
  try {
    const run = await gatehouse.options.press.open()
    try {
      for (const key of keys) {
        await setImmediate()
        if (signal.aborted) break
        const [person] = await read(db, Uint32Array.of(key), sensitive)
        if (!person) continue
        await run.lay({ kind: 'form', sheets: [sheetOf(person, edition, now())], furniture: furnitureOf(entry) })
        await run.print({ printer, copies, twoSided, sheet: uprightA4 })
        printed += 1
        progress({ done: printed, total: keys.length, note: '正在送往打印机' })
      }
    } finally {
      run.close()
    }
  } catch (error) {
    await commit(inside => finish(inside, entry.id, 'failed', printed))
    const told = printed > 0 ? `已送打印 ${printed} 人，其余没有打印。` : '没有打印。'
    if (!(error instanceof AppError) || error.code !== 'internal') throw error
    throw new AppError('refused', `${told}打印机没有接受任务，请检查打印机后再打印其余的人`)
  }
  return {
    entry: await commit(inside => finish(inside, entry.id, printed < keys.length ? 'cancelled' : 'done', printed)),
  }
}
