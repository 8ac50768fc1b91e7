import { setImmediate } from 'node:timers/promises'
import type { Laid, PrintOrder } from '../../shared/papers/paper-protocol'
import type { TablePaper } from '../../shared/papers/table-paper'
import { goOn } from '../exports/outgoing'
import type { JobContext } from '../ipc/contexts'
import type { Press, PressRun } from '../ipc/press'

/** Pages that are drawn at once. An even number, so that two-sided printing goes on with a front. */
const AT_ONCE = 24

type Watched = Pick<JobContext, 'signal' | 'progress'>

async function withRun<T>(press: Press, act: (run: PressRun) => Promise<T>): Promise<T> {
  const run = await press.open()
  try {
    return await act(run)
  } finally {
    run.close()
  }
}

/** A table as one PDF. @throws AppError cancelled */
export const tablePdf = (
  press: Press,
  paper: TablePaper,
  title: string,
  { signal, progress }: Watched,
): Promise<{ readonly bytes: Uint8Array; readonly pages: number }> =>
  withRun(press, async run => {
    const { pages } = await run.lay(paper)
    const parts: Uint8Array[] = []
    for (let from = 0; from < pages; from += AT_ONCE) {
      await goOn(signal)
      const to = Math.min(from + AT_ONCE, pages)
      await run.show({ from, to })
      parts.push(await run.pdf())
      progress({ done: to, total: pages, note: '正在排版，按页计' })
    }
    // What reads PDFs is large, and loaded when it is needed.
    const { joined } = await import('./joined')
    const bytes = await joined(parts, title, async part => {
      await goOn(signal)
      progress({ done: part, total: parts.length, note: '正在合成一个文件' })
    })
    return { bytes, pages }
  })

/** What of a table is on paper, even when the printing ended early. */
export interface PrintedTable {
  readonly laid: Laid
  /** Pages of which every copy was taken by the printer. */
  readonly pages: number
}

/**
 * A table on a printer, copy by copy, so that each copy comes out in its order.
 * @param told hears how far it has come, so that it is known when the printer fails
 */
export const printTable = (
  press: Press,
  paper: TablePaper,
  order: Omit<PrintOrder, 'sheet'>,
  { signal, progress }: Watched,
  told: (printed: PrintedTable) => void,
): Promise<void> =>
  withRun(press, async run => {
    const laid = await run.lay(paper)
    told({ laid, pages: 0 })
    const total = laid.pages * order.copies
    for (let copy = 0; copy < order.copies; copy += 1)
      for (let from = 0; from < laid.pages; from += AT_ONCE) {
        await setImmediate()
        if (signal.aborted) return
        const to = Math.min(from + AT_ONCE, laid.pages)
        await run.show({ from, to })
        await run.print({ ...order, copies: 1, sheet: paper.sheet })
        progress({ done: copy * laid.pages + to, total, note: '正在送往打印机，按页计' })
        if (copy === order.copies - 1) told({ laid, pages: to })
      }
  })
