import type { Scope } from '../../shared/accounts/accounts'
import { MOST_IDS } from '../../shared/cadres/cadres.contract'
import { type DatedQuestion, QueryId, type SavedQuery } from '../../shared/queries/queries'
import { fieldsByKey, mayAsk, mayNameQuery } from '../../shared/queries/queries.rules'
import { AppError, insist } from '../../shared/result'
import { listColumns, withCells } from '../cadres/cells'
import { pageOf } from '../cadres/list'
import { idsOf } from '../cadres/rows'
import { dayNow } from '../ipc/clock'
import type { CommandContext, CoreHandlers } from '../ipc/contexts'
import { remembered } from '../store/remembered'
import type { Reads } from '../store/schema'
import { queryFields } from './fields'
import { answered, answerKey, dated, fieldsFor, find } from './queries.repo'
import * as saved from './saved.repo'

const countOf = (db: Reads, scope: Scope, question: DatedQuestion, which: 'matching' | 'open') =>
  remembered(db, answerKey(scope, question, which), () => find(db, scope, question, which))

/** Writes a query of one's own and answers it as it now stands. */
async function keep(
  { db, caller, now, record }: CommandContext,
  query: Pick<SavedQuery, 'id' | 'name' | 'tree' | 'on' | 'shared'>,
): Promise<SavedQuery> {
  const { id, name, tree, on, shared } = query
  record({ subject: `queries:${id}` })
  insist(mayAsk(tree, fieldsByKey(queryFields)))
  const mine = (await saved.listFor(db, caller.id)).filter(other => other.mine)
  insist(mayNameQuery(mine, name, id))
  await saved.put(db, {
    id,
    ownerId: caller.id,
    name,
    shared: shared ? 1 : 0,
    tree: JSON.stringify(tree),
    reckonOn: on,
    changedAt: new Date(now()).toISOString(),
  })
  return saved.get(db, id, caller.id)
}

/** @throws AppError refused for what somebody else has shared */
async function own({ db, caller, record }: CommandContext, id: QueryId): Promise<SavedQuery> {
  record({ subject: `queries:${id}` })
  const query = await saved.get(db, id, caller.id)
  if (!query.mine) throw new AppError('refused', `这是${query.ownerName}共享的查询，只能使用；要改就另存为自己的`)
  return query
}

export const queriesHandlers: CoreHandlers['queries'] = {
  fields: ({ db }) => fieldsFor(db),

  async run({ db, caller, now }, { which, sort, offset, limit, columns, ...question }) {
    const asked = dated(question, now())
    const search = () => find(db, caller.scope, asked, which)
    const chosen = listColumns(columns)
    const { rows, total } = await pageOf(db, answerKey(caller.scope, asked, which), search, { sort, offset, limit })
    return { rows: await withCells(db, rows, chosen, question.on ?? dayNow({ now })), total }
  },

  async count({ db, caller, now }, question) {
    const asked = dated(question, now())
    const matching = await countOf(db, caller.scope, asked, 'matching')
    const open = await countOf(db, caller.scope, asked, 'open')
    return { matching: matching.size, open: open.size }
  },

  async ids({ db, caller, now }, { which, sort, ...question }) {
    const keys = await answered(db, caller.scope, dated(question, now()), which, sort)
    return { ids: await idsOf(db, keys.subarray(0, MOST_IDS)), total: keys.length }
  },

  list: ({ db, caller }) => saved.listFor(db, caller.id),

  async save(context, { id, ...query }) {
    if (id !== null) await own(context, id)
    return keep(context, { ...query, id: id ?? QueryId.parse(context.newId()) })
  },
  rename: async (context, { id, name }) => keep(context, { ...(await own(context, id)), name }),
  share: async (context, { id, shared }) => keep(context, { ...(await own(context, id)), shared }),

  async remove(context, { id }) {
    await own(context, id)
    await saved.remove(context.db, id)
    return {}
  },
}
