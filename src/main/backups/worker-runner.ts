import { Worker } from 'node:worker_threads'
import { AppError, type Failure } from '../../shared/result'
import { partialOf } from '../store/backup-make'
import { sizeOf } from '../store/disk'
import type { LongResults, LongWork, Runner } from './long-work'

/** What the worker says. */
export type FromWorker =
  | { readonly kind: 'step'; readonly step: string; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly result: LongResults[LongWork['kind']] }
  | { readonly kind: 'failed'; readonly failure: Failure }
export interface WorkerOrder {
  readonly work: LongWork
  /** One byte that turns 1 when the person has cancelled. */
  readonly stop: SharedArrayBuffer
}

const LOOK_EACH_MS = 200

/** Each work in a thread of its own that ends with it: its memory, and the key in it, are gone then. */
export const workerRunner =
  (file: string): Runner =>
  (work, { signal, step }) =>
    new Promise((resolve, reject) => {
      const stop = new SharedArrayBuffer(1)
      const order: WorkerOrder = { work, stop }
      const worker = new Worker(file, { workerData: order })
      let total = 0
      // The copy is one statement, which tells nothing of itself: the growing file does.
      const looking = setInterval(() => {
        if (work.kind === 'make' && total > 0) step('copy', Math.min(total, sizeOf(partialOf(work.target))), total)
      }, LOOK_EACH_MS)
      const cancel = (): void => void Atomics.store(new Uint8Array(stop), 0, 1)
      signal.addEventListener('abort', cancel, { once: true })
      if (signal.aborted) cancel()
      const settle = (how: () => void): void => {
        clearInterval(looking)
        signal.removeEventListener('abort', cancel)
        how()
      }
      worker.on('message', (message: FromWorker) => {
        if (message.kind === 'step') {
          total = message.step === 'copy' ? message.total : 0
          step(message.step, message.done, message.total)
        } else if (message.kind === 'done') settle(() => resolve(message.result as never))
        else {
          const { code, message: words, details } = message.failure
          settle(() => reject(new AppError(code, words, details)))
        }
      })
      worker.on('error', error => settle(() => reject(error)))
      worker.on('exit', () => settle(() => reject(new AppError('internal', '后台的工作中断了'))))
    })
