import { dayNow } from '../ipc/clock'
import type { CoreHandlers, QueryContext } from '../ipc/contexts'
import { remembered } from '../store/remembered'
import { board, covered } from './board.repo'
import { missedJobs } from './missed.job'
import { figures, missed } from './missed.repo'
import { withNames } from './with-names'

/** Kept until the next commit, for the account's own scope: a board is looked at again and again, and leafed through. */
const kept = <T>({ db, caller }: QueryContext, name: string, asked: unknown, work: () => Promise<T>): Promise<T> =>
  remembered(db, `care ${name} ${JSON.stringify(caller.scope)} ${JSON.stringify(asked)}`, work)

export const careCoverageHandlers: CoreHandlers['careCoverage'] = {
  board: (context, asked) => kept(context, 'board', asked, () => board(context.db, context.caller.scope, asked)),

  figures: (context, asked) => {
    const on = dayNow(context)
    return kept(context, `figures ${on}`, asked, () => figures(context.db, context.caller.scope, on, asked))
  },

  async covered(context, { offset, limit, ...asked }) {
    const found = await kept(context, 'covered', asked, () => covered(context.db, context.caller.scope, asked))
    return { rows: await withNames(context.db, found.slice(offset, offset + limit)), total: found.length }
  },

  async missed(context, { of, offset, limit }) {
    const on = dayNow(context)
    const found = await kept(context, `missed ${on}`, of, () => missed(context.db, context.caller.scope, on, of))
    return { rows: await withNames(context.db, found.slice(offset, offset + limit)), total: found.length }
  },

  saveMissed: missedJobs.save,
  printMissed: missedJobs.print,
}
