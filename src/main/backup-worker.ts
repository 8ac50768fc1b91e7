import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '../shared/result'
import { carryOut, type LongWork } from './backups/long-work'
import type { FromWorker, WorkerOrder } from './backups/worker-runner'
import { zero } from './store/seal'
import { toStoreError } from './store/store-errors'

/** The thread that makes, checks and searches: see `workerRunner`. It ends with its one work. */
const { work, stop } = workerData as WorkerOrder
// A buffer crosses as plain bytes.
const dek = 'dek' in work ? Buffer.from(work.dek.buffer, work.dek.byteOffset, work.dek.byteLength) : undefined
const flag = new Uint8Array(stop)
const tell = (message: FromWorker): void => parentPort?.postMessage(message)

try {
  const result = carryOut(dek ? ({ ...work, dek } as LongWork) : work, {
    step: (step, done, total) => tell({ kind: 'step', step, done, total }),
    insist: () => {
      if (Atomics.load(flag, 0) === 1) throw new AppError('cancelled', '已取消，没有留下文件')
    },
  })
  tell({ kind: 'done', result })
} catch (error) {
  const { code, message, details } = toStoreError(error)
  tell({ kind: 'failed', failure: { code, message, details } })
} finally {
  if (dek) zero(dek)
}
