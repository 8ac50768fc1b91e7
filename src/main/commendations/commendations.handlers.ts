import { type CommendationFacts, CommendationId } from '../../shared/commendations/commendations'
import { AppError } from '../../shared/result'
import * as honours from '../honours/honours.repo'
import type { CommandContext, CoreHandlers } from '../ipc/contexts'
import * as repo from './commendations.repo'

async function insistListed({ db, caller }: CommandContext, { honourIds }: CommendationFacts): Promise<void> {
  for (const id of honourIds) {
    const { revoked, shownName } = await honours.get(db, caller, id)
    if (revoked) throw new AppError('refused', `${shownName}的荣誉已经撤销，不写进表扬决定`)
  }
}
async function unchanged({ db }: CommandContext, { id, revision }: { id: CommendationId; revision: number }) {
  if ((await repo.get(db, id)).revision !== revision)
    throw new AppError('conflict', '这份表扬决定刚被别人改过，请重新打开再改')
}

export const commendationsHandlers: CoreHandlers['commendations'] = {
  list: ({ db }) => repo.list(db),
  async add(context, facts) {
    const { db, caller, now, newId, record } = context
    const id = CommendationId.parse(newId())
    record({ subject: `commendations:${id}`, details: `${facts.honourIds.length} 项` })
    await insistListed(context, facts)
    const at = new Date(now()).toISOString()
    await db
      .insertInto('commendations')
      .values({ id, facts: JSON.stringify(facts), removedFor: null, byId: caller.id, at, revision: 1 })
      .execute()
    return repo.get(db, id)
  },
  async change(context, { id, revision, facts }) {
    const { db, record } = context
    record({ subject: `commendations:${id}`, details: `${facts.honourIds.length} 项` })
    await unchanged(context, { id, revision })
    await insistListed(context, facts)
    await db
      .updateTable('commendations')
      .set({ facts: JSON.stringify(facts), revision: revision + 1 })
      .where('id', '=', id)
      .execute()
    return repo.get(db, id)
  },
  async remove(context, { id, revision, reason }) {
    const { db, record } = context
    record({ subject: `commendations:${id}`, reason })
    await unchanged(context, { id, revision })
    await db
      .updateTable('commendations')
      .set({ removedFor: reason, revision: revision + 1 })
      .where('id', '=', id)
      .execute()
    return {}
  },
}
