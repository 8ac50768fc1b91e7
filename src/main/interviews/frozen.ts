import { FrozenFacts } from '../../shared/interviews/frozen'
import type { Named } from '../../shared/interviews/interviews'
import * as accounts from '../accounts/accounts.repo'
import type { QueryContext } from '../ipc/contexts'
import * as promises from '../promises/promises.repo'
import { listWithin } from '../units/units.repo'
import type { InterviewRow } from './interviews.repo'
import * as interviews from './interviews.repo'

/** More than this many promises of one talk are on the board, not on its paper. */
const MOST_PROMISES = 200

/** What the paper of a talk would say now of its people and promises. */
async function factsNow({ db, caller }: Pick<QueryContext, 'db' | 'caller'>, row: InterviewRow): Promise<FrozenFacts> {
  const { subjects, talkers, recorder } = await interviews.headerOf(db, row, caller.id)
  const people = new Map((await accounts.list(db)).map(account => [account.id, account]))
  const units = new Map((await listWithin(db, null)).map(({ id: unit, name }) => [unit as string, name]))
  const who = ({ id, name }: Named) => ({ name, unit: people.get(id)?.department ?? '', post: '' })
  const { rows } = await promises.list(db, caller, false, {
    filter: { states: [], kinds: [], ownerId: null, cadreId: null, interviewId: row.id, late: false, unitId: null },
    offset: 0,
    limit: MOST_PROMISES,
    on: '',
  })
  return {
    subjects: subjects.map(({ name, post, unitId }) => ({
      name,
      post,
      unit: unitId === null ? '' : (units.get(unitId) ?? ''),
    })),
    talkers: talkers.map(who),
    recorder: recorder ? who(recorder) : null,
    promises: rows
      .filter(({ state }) => state !== 'withdrawn')
      .map(({ kind, text, ownerName, helper, dueOn, cadreName }) => ({
        kind,
        text,
        ownerName,
        helper,
        dueOn,
        cadreName,
      })),
  }
}

/** What the paper of a talk says of its people and promises: as they stood when it was locked, and until then as they stand. */
export const factsOf = async (context: Pick<QueryContext, 'db' | 'caller'>, row: InterviewRow): Promise<FrozenFacts> =>
  row.frozen === null ? factsNow(context, row) : FrozenFacts.parse(JSON.parse(row.frozen))
