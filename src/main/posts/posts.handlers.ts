import type { UnitPostId } from '../../shared/posts/posts'
import { heldPosts, mayKeepPost, mayRemovePost, numbersOf, teamOf } from '../../shared/posts/posts.rules'
import { insist } from '../../shared/result'
import type { UnitId } from '../../shared/units/units'
import * as cadres from '../cadres/cadres.repo'
import { keep } from '../cadres/history'
import type { CommandContext, CoreHandlers, QueryContext } from '../ipc/contexts'
import { listWithin } from '../units/units.repo'
import * as posts from './posts.repo'

const subject = (unitId: UnitId): string => `units:${unitId}`

function grouped<T extends { unitId: UnitId }>(rows: readonly T[]): Map<UnitId, T[]> {
  const groups = new Map<UnitId, T[]>()
  for (const row of rows) {
    const group = groups.get(row.unitId)
    if (group) group.push(row)
    else groups.set(row.unitId, [row])
  }
  return groups
}

async function readUnit({ db, caller }: Pick<QueryContext, 'db' | 'caller'>, unitId: UnitId) {
  await posts.seenUnit(db, caller.scope, unitId)
  return heldPosts(await posts.postsOf(db, [unitId]), await posts.holdersOf(db, [unitId]))
}

/** A post whose unit the caller may see. */
async function ownPost({ db, caller, record }: CommandContext, id: UnitPostId) {
  const post = await posts.getPost(db, id)
  await posts.seenUnit(db, caller.scope, post.unitId)
  record({ subject: subject(post.unitId) })
  return post
}

export const postsHandlers: CoreHandlers['posts'] = {
  async unit(context, { unitId }) {
    const held = await readUnit(context, unitId)
    return {
      facts: await posts.factsOf(context.db, unitId),
      ...held,
      team: teamOf(held.posts, held.others),
      numbers: numbersOf(held.posts),
      withoutPost: await posts.countWithoutPost(context.db, unitId),
    }
  },

  async numbers({ db, caller }) {
    const seen = (await listWithin(db, caller.scope)).map(({ id }) => id)
    const planned = await posts.postsOf(db, seen)
    const units = [...new Set(planned.map(({ unitId }) => unitId))]
    const holders = grouped(await posts.holdersOf(db, units))
    return [...grouped(planned)].map(([unitId, own]) => ({
      unitId,
      ...numbersOf(heldPosts(own, holders.get(unitId) ?? []).posts),
    }))
  },

  async describe({ db, caller, record }, facts) {
    record({ subject: subject(facts.unitId) })
    await posts.seenUnit(db, caller.scope, facts.unitId)
    await posts.describe(db, facts)
    return {}
  },

  async add({ db, caller, newId, record }, { unitId, ...written }) {
    record({ subject: subject(unitId) })
    await posts.seenUnit(db, caller.scope, unitId)
    const own = await posts.postsOf(db, [unitId])
    insist(mayKeepPost(own, written.title))
    return posts.savePost(db, { id: newId() as UnitPostId, unitId, ...written, position: own.length })
  },

  async change(context, { id, ...written }) {
    const post = await ownPost(context, id)
    insist(mayKeepPost(await posts.postsOf(context.db, [post.unitId]), written.title, id))
    return posts.savePost(context.db, { ...post, ...written })
  },

  async move(context, { id, position }) {
    await posts.placePost(context.db, await ownPost(context, id), position)
    return {}
  },

  async remove(context, { id }) {
    const post = await ownPost(context, id)
    const held = await readUnit(context, post.unitId)
    insist(mayRemovePost(held.posts.find(other => other.id === id) ?? { holders: [] }))
    await posts.placePost(context.db, post, null)
    return {}
  },

  /** The place in the team stands in each member's file, so each file keeps the change. */
  async arrange(context, { unitId, ids }) {
    const { db, caller, record } = context
    record({ subject: subject(unitId), details: `${ids.length} 人` })
    await posts.seenUnit(db, caller.scope, unitId)
    for (const [index, id] of ids.entries()) {
      const { cadre, revision } = await cadres.get(db, caller.scope, id)
      const arranged = cadre.posts.map(post =>
        post.unitId === unitId && post.status === '在任' ? { ...post, teamOrder: index + 1 } : post,
      )
      if (arranged.every((post, at) => post.teamOrder === cadre.posts[at]?.teamOrder)) continue
      await keep(context, cadre, { ...cadre, posts: arranged }, revision + 1, {
        kind: 'change',
        reason: '调整班子成员顺序',
      })
    }
    return {}
  },
}
