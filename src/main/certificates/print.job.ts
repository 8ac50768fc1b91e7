import type { CertificatePaper } from '../../shared/certificates/certificate-paper'
import { type ExportEntry, fileTitle } from '../../shared/exports/exports'
import { noFurniture } from '../../shared/papers/paper-page'
import { AppError } from '../../shared/result'
import { carryOut, goOn } from '../exports/outgoing'
import { type Entering, enter, finish } from '../exports/register'
import type { CoreHandlers, JobContext } from '../ipc/contexts'
import { furnitureOf } from '../papers/sheets'
import { requireStore } from '../session/session.handlers'
import * as repo from './certificates.repo'
import { sources } from './sources'

/** So many certificates stand at a time: they share the parts of the fonts that they need. */
const TOGETHER = 20

type Order = Pick<
  Parameters<CoreHandlers['certificates']['save']>[1],
  'of' | 'ids' | 'template' | 'blank' | 'reason' | 'recipient' | 'mark'
>

async function readied(context: JobContext, order: Order) {
  const source = sources[order.of]
  const rows = await source.rows(context, order.ids)
  const least = await source.mark(context, order.ids)
  const template = await repo.template(context.db, order.template)
  const entering = (kind: Entering['kind']): Entering => ({
    kind,
    people: rows.length,
    least,
    mark: order.mark,
    reason: order.reason,
    recipient: order.recipient,
    sensitive: [],
    namePattern: '',
    more: template.name,
  })
  const paper = (act: ExportEntry, offset: { x: number; y: number }): CertificatePaper => ({
    kind: 'certificates',
    template,
    rows: rows.map(({ name, fields }) => ({ name, fields })),
    blank: order.blank,
    offset,
    test: false,
    // A certificate is handed over: who printed it stands in the register, not on it.
    furniture: { mark: furnitureOf(act).mark, foot: '' },
  })
  return { rows, template, entering, paper }
}

export const saveCertificates: CoreHandlers['certificates']['save'] = async (context, { target, ...order }) => {
  const { options } = context.gatehouse
  const { rows, entering, paper } = await readied(context, order)
  const { entry } = await carryOut(
    context,
    entering('certificate-pdf'),
    () => options.files.take(target),
    async (file, act) => {
      const run = await options.press.open()
      try {
        const { pages } = await run.lay(paper(act, { x: 0, y: 0 }))
        const parts: Uint8Array[] = []
        for (let from = 0; from < pages; from += TOGETHER) {
          await goOn(context.signal)
          const to = Math.min(from + TOGETHER, pages)
          await run.show({ from, to })
          parts.push(await run.pdf())
          context.progress({ done: to, total: pages, note: '正在排版证书' })
        }
        const { joined } = await import('../papers/joined')
        file.write(await joined(parts, fileTitle(act), () => goOn(context.signal)))
        await goOn(context.signal)
      } finally {
        run.close()
      }
      return rows.length
    },
  )
  await context.commit(inside => repo.markPrinted(inside.db, order.ids))
  return { entry, pages: rows.length }
}

/** What the printer has taken stays printed, whether the run was stopped or failed. */
export const printCertificates: CoreHandlers['certificates']['print'] = async (context, order) => {
  const { printer, copies, twoSided } = order
  const { commit, gatehouse, db, signal } = context
  if (requireStore(context).readOnly)
    throw new AppError('refused', '数据可能被换成了旧的，在安全保密管理员确认之前不能打印')
  const { rows, template, entering, paper } = await readied(context, order)
  const offset = await repo.offsetOf(db, template.key, printer)
  const act = await commit(inside => enter(inside, entering('certificate-print')))
  let printed = 0
  const ended = (outcome: 'done' | 'cancelled' | 'failed') =>
    commit(async inside => {
      await repo.markPrinted(
        inside.db,
        rows.slice(0, printed).map(({ id }) => id),
      )
      return finish(inside, act.id, outcome, printed)
    })
  try {
    const run = await gatehouse.options.press.open()
    try {
      const { pages } = await run.lay(paper(act, offset))
      while (printed < pages && !signal.aborted) {
        await run.show({ from: printed, to: printed + 1 })
        await run.print({ printer, copies, twoSided, sheet: template.sheet })
        printed += 1
        context.progress({ done: printed, total: pages, note: '正在送往打印机' })
      }
    } finally {
      run.close()
    }
  } catch (error) {
    await ended('failed')
    if (!(error instanceof AppError) || error.code !== 'internal') throw error
    throw new AppError('refused', `已送打印 ${printed} 份，其余没有打印。打印机没有接受任务，请检查打印机`)
  }
  return { entry: await ended(printed < rows.length ? 'cancelled' : 'done'), pages: printed }
}

/** The sheet with the ruler. Nobody's data stands on it, so it is no export. */
export const testCertificate: CoreHandlers['certificates']['test'] = async (context, { facts, offset, to }) => {
  const { options } = context.gatehouse
  const run = await options.press.open()
  try {
    await run.lay({
      kind: 'certificates',
      template: facts,
      rows: [],
      blank: true,
      offset,
      test: true,
      furniture: noFurniture,
    })
    await run.show({ from: 0, to: 1 })
    if (to.by === 'printer') await run.print({ printer: to.printer, copies: 1, twoSided: false, sheet: facts.sheet })
    else {
      const { joined } = await import('../papers/joined')
      const file = options.files.take(to.target)
      try {
        file.write(await joined([await run.pdf()], '证书测试页'))
        file.finish()
      } finally {
        file.abandon()
      }
    }
  } finally {
    run.close()
  }
  return {}
}
