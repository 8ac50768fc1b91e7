import { AppError } from '../../../shared/result'
import type { Piece } from '../../../shared/sound/sound'

/** Five minutes of pieces: about a megabyte. A core that is slower than that will not catch up. */
const MOST_WAITING = 150
const MOST_TRIES = 5
const RETRY_MS = 1000

interface Options {
  /** Resolves when the piece is on the disk. */
  readonly keep: (piece: Piece) => Promise<unknown>
  /** Called once: nothing that is pushed from now on is kept. */
  readonly failed: (error: AppError) => void
  readonly wait?: (ms: number) => Promise<void>
}

const later = (ms: number): Promise<void> =>
  new Promise(resolve => {
    setTimeout(resolve, ms)
  })

/** Brings pieces into the store in their order, one at a time. What fails for a moment is tried again, and others wait. */
export function createPieceQueue({ keep, failed, wait = later }: Options) {
  const waiting: Piece[] = []
  let running: Promise<void> | undefined
  let broken = false

  function give(error: AppError): void {
    broken = true
    waiting.length = 0
    failed(error)
  }

  async function run(): Promise<void> {
    let tries = 0
    for (let piece = waiting[0]; piece && !broken; piece = waiting[0]) {
      try {
        await keep(piece)
        waiting.shift()
        tries = 0
      } catch (error) {
        tries += 1
        const known = error instanceof AppError ? error : new AppError('internal', '录音没能保存')
        if (known.code !== 'internal' || tries >= MOST_TRIES) give(known)
        else await wait(RETRY_MS)
      }
    }
    running = undefined
  }

  return {
    push(piece: Piece): void {
      if (broken) return
      if (waiting.length >= MOST_WAITING) return give(new AppError('internal', '磁盘太慢，录音跟不上'))
      waiting.push(piece)
      running ??= run()
    },
    /** Resolves when everything that was pushed is kept or given up. */
    drained: (): Promise<void> => running ?? Promise.resolve(),
    waiting: (): number => waiting.length,
  }
}
