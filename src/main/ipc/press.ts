import type {
  FromPaper,
  Laid,
  PageRange,
  Paper,
  Pictures,
  PressAnswer,
  PressOrder,
  PrintOrder,
} from '../../shared/papers/paper-protocol'
import { AppError } from '../../shared/result'

/** One paper window: papers are laid out in it one after the other, and printed or made into PDF as they stand. */
export interface PressRun {
  /** Lays a paper out with its pictures and fonts. A form stands at once; of a table no page stands until it is shown. */
  lay(paper: Paper): Promise<Laid>
  /** Lets these pages of what was laid out stand with their pictures, and no others. */
  show(pages: PageRange, pictures?: Pictures): Promise<void>
  /** What stands, as PDF. */
  pdf(): Promise<Uint8Array>
  /** What stands, on a printer. Resolves when the system has taken it. */
  print(order: PrintOrder): Promise<void>
  /** Ends the window with everything it showed. Harmless twice. */
  close(): void
}
export interface Press {
  /** @throws AppError internal when the window does not come */
  open(): Promise<PressRun>
}

/** The part of a port to the window that is used. */
export interface PaperPort {
  on(event: 'message', listener: (message: { data: unknown }) => void): void
  postMessage(message: unknown): void
  start?(): void
  close?(): void
}

/** A window that has not answered by now never will. */
const PATIENCE_MS = 60_000

interface Waiting {
  resolve(value: unknown): void
  reject(error: AppError): void
}

const gone = (): AppError => new AppError('internal', '排版窗口没有完成，请再试一次')

/** The core's side of printing: asks the shell for a window, and gives it papers over a port that the shell does not hear. */
export function createPress(ask: (order: PressOrder) => void) {
  const runs = new Map<number, { hear(answer: PressAnswer, port?: PaperPort): void }>()
  let lastRun = 0

  function start(run: number): Promise<PressRun> {
    const waiting = new Map<number, Waiting>()
    let lastId = 0
    let port: PaperPort | undefined
    let closed = false

    const wait = <T>(id: number, begin: () => void): Promise<T> =>
      new Promise<T>((resolve, reject) => {
        const late = setTimeout(() => end(), PATIENCE_MS)
        late.unref()
        const settled = (act: () => void): void => {
          clearTimeout(late)
          waiting.delete(id)
          act()
        }
        waiting.set(id, {
          resolve: value => settled(() => resolve(value as T)),
          reject: error => settled(() => reject(error)),
        })
        if (closed) waiting.get(id)?.reject(gone())
        else begin()
      })
    const end = (): void => {
      if (!closed) ask({ kind: 'paper-close', run })
      closed = true
      runs.delete(run)
      port?.close?.()
      for (const each of waiting.values()) each.reject(gone())
    }

    const made: PressRun = {
      lay(paper) {
        const id = ++lastId
        return wait<Laid>(id, () => port?.postMessage({ id, paper }))
      },
      async show(pages, pictures = {}) {
        const id = ++lastId
        await wait<Laid>(id, () => port?.postMessage({ id, show: pages, pictures }))
      },
      pdf() {
        const id = ++lastId
        return wait<Uint8Array>(id, () => ask({ kind: 'paper-pdf', run, id }))
      },
      print(order) {
        const id = ++lastId
        return wait<void>(id, () => ask({ kind: 'paper-print', run, id, order }))
      },
      close: end,
    }
    const OPENING = 0
    runs.set(run, {
      hear(answer, given) {
        if (answer.kind === 'paper-port' && given) {
          port = given
          port.on('message', ({ data }) => {
            const told = data as FromPaper
            if ('failed' in told) waiting.get(told.id)?.reject(gone())
            else {
              const { id: _id, ...laid } = told
              waiting.get(told.id)?.resolve(laid)
            }
          })
          port.start?.()
          waiting.get(OPENING)?.resolve(made)
        } else if (answer.kind === 'paper-done') waiting.get(answer.id)?.resolve(answer.bytes ?? undefined)
        else if (answer.kind === 'paper-failed') waiting.get(answer.id)?.reject(gone())
        else if (answer.kind === 'paper-gone') end()
      },
    })
    return wait<PressRun>(OPENING, () => ask({ kind: 'paper-open', run }))
  }

  const press: Press = { open: () => start(++lastRun) }
  return {
    press,
    hear: (answer: PressAnswer, port?: PaperPort): void => runs.get(answer.run)?.hear(answer, port),
  }
}
