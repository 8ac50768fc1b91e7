import { join } from 'node:path'
import { BrowserWindow, MessageChannelMain, type MessagePortMain } from 'electron'
import type { PressAnswer, PressOrder } from '../../shared/papers/paper-protocol'
import { sheetSides } from '../../shared/papers/sheet-size'
import { PAPER_PAGE } from './renderer-files'
import { PARTITION } from './window'

interface PaperHostOptions {
  readonly devServer: string | undefined
  /** Tells the core that asked. */
  tell(answer: PressAnswer, ports?: MessagePortMain[]): void
}

export interface PaperHost {
  hear(order: PressOrder): void
  /** Destroys every paper window at once, as when the application is locked. */
  end(): void
}

/** The size of the sheet stands in the page's own style: nothing here may add a margin to it. */
const pdfOptions = { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: false } as const

/** A window that nobody sees, as shut in as the one that everybody sees, and with a preload that can ask for nothing. */
const openPaper = (): BrowserWindow =>
  new BrowserWindow({
    show: false,
    width: 900,
    height: 1200,
    title: '担当',
    webPreferences: {
      preload: join(__dirname, '../preload/paper.js'),
      partition: PARTITION,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
      backgroundThrottling: false,
    },
  })

/**
 * Paper windows for the core. What stands in them comes from the core over a port of its own; of all that, this process
 * holds only a finished PDF, and wipes it when it is handed on.
 */
export function createPaperHost({ devServer, tell }: PaperHostOptions): PaperHost {
  const windows = new Map<number, BrowserWindow>()

  function close(run: number): void {
    const window = windows.get(run)
    windows.delete(run)
    if (window && !window.isDestroyed()) window.destroy()
  }

  function open(run: number): void {
    const window = openPaper()
    windows.set(run, window)
    window.on('page-title-updated', event => event.preventDefault())
    const { port1, port2 } = new MessageChannelMain()
    window.webContents.once('did-finish-load', () => window.webContents.postMessage('paper-port', null, [port2]))
    window.webContents.on('render-process-gone', () => lose(run))
    window.on('closed', () => lose(run))
    void window.loadURL(devServer === undefined ? PAPER_PAGE : `${devServer}/paper.html`)
    tell({ kind: 'paper-port', run }, [port1])
  }

  /** A window that ended without being asked to. */
  function lose(run: number): void {
    if (!windows.has(run)) return
    close(run)
    tell({ kind: 'paper-gone', run })
  }

  async function pdf(run: number, id: number): Promise<void> {
    const made = await windows.get(run)?.webContents.printToPDF(pdfOptions)
    if (!made) throw new Error('no window')
    tell({ kind: 'paper-done', run, id, bytes: new Uint8Array(made) })
    made.fill(0)
  }

  function print({ run, id, order }: Extract<PressOrder, { kind: 'paper-print' }>): Promise<void> {
    const { printer, copies, twoSided, sheet } = order
    return new Promise((resolve, reject) => {
      const { width, height } = sheetSides(sheet)
      const named = 'size' in sheet
      const contents = windows.get(run)?.webContents
      if (!contents) return reject(new Error('no window'))
      contents.print(
        {
          silent: true,
          deviceName: printer,
          copies,
          duplexMode: !twoSided ? 'simplex' : height >= width ? 'longEdge' : 'shortEdge',
          // Microns, for paper that has no name.
          pageSize: named ? sheet.size : { width: Math.round(width * 1000), height: Math.round(height * 1000) },
          landscape: named && !sheet.upright,
          margins: { marginType: 'none' },
          printBackground: true,
        },
        printed => {
          if (!printed) return reject(new Error('not printed'))
          tell({ kind: 'paper-done', run, id, bytes: null })
          resolve()
        },
      )
    })
  }

  return {
    hear(order) {
      const { run } = order
      if (order.kind === 'paper-open') open(run)
      else if (order.kind === 'paper-close') close(run)
      else {
        const done = order.kind === 'paper-pdf' ? pdf(run, order.id) : print(order)
        done.catch(() => tell({ kind: 'paper-failed', run, id: order.id }))
      }
    },
    end() {
      windows.forEach((_window, run) => close(run))
    },
  }
}
