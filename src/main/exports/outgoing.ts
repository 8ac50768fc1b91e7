import { setImmediate } from 'node:timers/promises'
import type { ExportEntry } from '../../shared/exports/exports'
import { AppError } from '../../shared/result'
import type { CommandContext, JobContext } from '../ipc/contexts'
import { requireStore } from '../session/session.handlers'
import { begin, type Entering, enter, finish, type Order } from './register'

/** What is being written: it appears whole or not at all. */
export interface Outgoing {
  finish(): void
  abandon(): void
  withdraw(): void
}

/** Lets a request to stop come in. @throws AppError cancelled */
export async function goOn(signal: AbortSignal): Promise<void> {
  await setImmediate()
  if (signal.aborted) throw new AppError('cancelled', '已取消，没有留下文件')
}

/**
 * Carries out one registered export: takes its number, writes, and makes the files appear in the transaction in which
 * the register says that they are there. When anything fails, or the person stops it, nothing is left behind.
 * @param also what else is true from the moment on in which they appear
 */
export async function carryOut<T extends Outgoing>(
  context: JobContext,
  order: Order | Entering,
  open: (entry: ExportEntry) => T,
  write: (out: T, entry: ExportEntry) => Promise<number>,
  also: (context: CommandContext) => Promise<void> = async () => undefined,
): Promise<{ entry: ExportEntry; out: T }> {
  const { commit } = context
  if (requireStore(context).readOnly)
    throw new AppError('refused', '数据可能被换成了旧的，在安全保密管理员确认之前不能导出')
  const entry = await commit(inside => ('whom' in order ? begin(inside, order) : enter(inside, order)))
  let out: T | undefined
  try {
    const opened = open(entry)
    out = opened
    const written = await write(opened, entry)
    const ended = await commit(async inside => {
      await also(inside)
      const done = await finish(inside, entry.id, 'done', written)
      opened.finish()
      return done
    })
    return { entry: ended, out: opened }
  } catch (error) {
    out?.abandon()
    out?.withdraw()
    const stopped = error instanceof AppError && error.code === 'cancelled'
    await commit(inside => finish(inside, entry.id, stopped ? 'cancelled' : 'failed', 0))
    throw error
  }
}
