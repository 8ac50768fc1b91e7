import type { Scope } from '../../shared/accounts/accounts'
import { PartialDate } from '../../shared/dates/partial-date'
import { type Holder, UnitFacts, type UnitPost, type UnitPostId } from '../../shared/posts/posts'
import { AppError } from '../../shared/result'
import type { Unit, UnitId } from '../../shared/units/units'
import type { Reads, Writes } from '../store/schema'
import { listWithin } from '../units/units.repo'

/** @throws AppError not-found also for a unit outside the scope: that it exists is not told */
export async function seenUnit(db: Reads, scope: Scope, id: UnitId): Promise<Unit> {
  const unit = (await listWithin(db, scope)).find(other => other.id === id)
  if (!unit) throw new AppError('not-found', '没有这个单位，或不在您的查看范围内')
  return unit
}

export async function factsOf(db: Reads, unitId: UnitId): Promise<UnitFacts> {
  const row = await db.selectFrom('unitFacts').selectAll().where('unitId', '=', unitId).executeTakeFirst()
  return UnitFacts.parse(row ?? { unitId, kind: '', nature: '', level: '', code: '', approvedStaff: null })
}

export async function describe(db: Writes, facts: UnitFacts): Promise<void> {
  await db
    .insertInto('unitFacts')
    .values(facts)
    .onConflict(conflict => conflict.column('unitId').doUpdateSet(facts))
    .execute()
}

type Stored = Omit<UnitPost, 'inTeam'> & { inTeam: 0 | 1 }
const toPost = (row: Stored): UnitPost => ({ ...row, inTeam: row.inTeam === 1 })
const toRow = (post: UnitPost): Stored => ({ ...post, inTeam: post.inTeam ? 1 : 0 })

export async function postsOf(db: Reads, unitIds: readonly UnitId[]): Promise<UnitPost[]> {
  const rows = await db
    .selectFrom('unitPosts')
    .selectAll()
    .where('unitId', 'in', unitIds.length > 0 ? unitIds : ['' as UnitId])
    .orderBy('unitId')
    .orderBy('position')
    .execute()
  return rows.map(toPost)
}

export async function getPost(db: Reads, id: UnitPostId): Promise<UnitPost> {
  const row = await db.selectFrom('unitPosts').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new AppError('not-found', '没有这个职位，可能刚被删除')
  return toPost(row)
}

export async function savePost(db: Writes, post: UnitPost): Promise<UnitPost> {
  const row = toRow(post)
  await db
    .insertInto('unitPosts')
    .values(row)
    .onConflict(conflict => conflict.column('id').doUpdateSet(row))
    .execute()
  return post
}

/** Removes a post, or with a place moves it there; the posts of the unit are numbered anew. */
export async function placePost(db: Writes, post: UnitPost, position: number | null): Promise<void> {
  const order = (await postsOf(db, [post.unitId])).map(({ id }) => id).filter(id => id !== post.id)
  if (position === null) await db.deleteFrom('unitPosts').where('id', '=', post.id).execute()
  else order.splice(Math.min(position, order.length), 0, post.id)
  for (const [place, id] of order.entries())
    await db.updateTable('unitPosts').set({ position: place }).where('id', '=', id).execute()
}

/** Who is in office at units, by the posts of their files. Those who left or retired, and files in the trash, are not. */
export async function holdersOf(db: Reads, unitIds: readonly UnitId[]): Promise<(Holder & { unitId: UnitId })[]> {
  const rows = await db
    .selectFrom('cadrePosts')
    .innerJoin('cadres', 'cadres.key', 'cadrePosts.key')
    .where('cadrePosts.unitId', 'in', unitIds.length > 0 ? unitIds : [''])
    .where('cadres.trashedAt', 'is', null)
    .where('cadres.status', 'in', ['在职', '挂职'])
    .select([
      'cadrePosts.unitId',
      'cadrePosts.title',
      'cadrePosts.role',
      'cadrePosts.memberKind',
      'cadrePosts.teamOrder',
      'cadrePosts.appointedOn',
      'cadres.id as cadreId',
      'cadres.name',
      'cadres.sex',
      'cadres.birth',
      'cadres.nation',
      'cadres.partyJoined',
      'cadres.postLevel',
    ])
    .orderBy('cadres.unitOrder')
    .orderBy('cadres.name')
    .execute()
  const date = (text: string | null): PartialDate | null => (text === null ? null : PartialDate.parse(text))
  return rows.map(({ birth, partyJoined, appointedOn, unitId, ...row }) => ({
    ...row,
    unitId: unitId as UnitId,
    birth: date(birth),
    partyJoined: date(partyJoined),
    appointedOn: date(appointedOn),
  }))
}

/** Files under a unit in office of which no post in office stands at it. */
export async function countWithoutPost(db: Reads, unitId: UnitId): Promise<number> {
  const { total } = await db
    .selectFrom('cadres')
    .where('unitId', '=', unitId)
    .where('trashedAt', 'is', null)
    .where('status', 'in', ['在职', '挂职'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('cadrePosts')
            .whereRef('cadrePosts.key', '=', 'cadres.key')
            .where('cadrePosts.unitId', '=', unitId)
            .select('cadrePosts.key'),
        ),
      ),
    )
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}
