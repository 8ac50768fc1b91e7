import { setImmediate as yieldToOthers } from 'node:timers/promises'
import { AppError } from '../../shared/result'
import { carryOut, type Runner } from './long-work'

/** Does long work in this very thread: for a core that runs where no thread can be started from a bundle. */
export const insideRunner: Runner = async (work, { signal, step }) => {
  await yieldToOthers()
  return carryOut(work, {
    step,
    insist: () => {
      if (signal.aborted) throw new AppError('cancelled', '已取消，没有留下文件')
    },
  })
}
