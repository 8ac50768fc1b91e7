import { sql } from 'kysely'
import type { PayFacts, PayFigure, UnitVacancy } from '../../shared/grassroots/pay'
import { heldPosts, numbersOf } from '../../shared/posts/posts.rules'
import { AppError } from '../../shared/result'
import type { Caller } from '../ipc/contexts'
import * as posts from '../posts/posts.repo'
import type { Reads } from '../store/schema'
import { listWithin } from '../units/units.repo'
import { boardUnits } from './board-units.repo'

type Seeing = Pick<Caller, 'scope'>

/** What a figure is of: a unit, or a whole side. */
export const subjectOf = ({ unitId, side }: Pick<PayFacts, 'unitId' | 'side'>): string => unitId ?? side

/** Figures of units within the scope and of whole sides, the latest year first, in the order in which they were entered. */
export async function list(db: Reads, { scope }: Seeing): Promise<PayFigure[]> {
  let found = db
    .selectFrom('payFigures')
    .select(['id', 'year', 'unitId', 'side', 'level', 'averageFen', 'people', 'revision'])
  if (scope !== null) {
    const units = (await listWithin(db, scope)).map(({ id }) => id)
    found = found.where(where => where.or([where('unitId', 'is', null), where('unitId', 'in', units)]))
  }
  return found.orderBy('year', 'desc').orderBy(sql`pay_figures.rowid`).execute()
}

/** @throws AppError not-found also for one of a unit outside of the scope */
export async function get(db: Reads, caller: Seeing, id: string): Promise<PayFigure> {
  const found = (await list(db, caller)).find(figure => figure.id === id)
  if (!found) throw new AppError('not-found', '没有这个数，或不在您的查看范围内')
  return found
}

/** Approved and actual numbers of streets and towns within the scope. */
export async function vacancies(db: Reads, { scope }: Seeing): Promise<UnitVacancy[]> {
  const towns = (await boardUnits(db, scope)).filter(({ side }) => side === '街镇').map(({ id }) => id)
  const [planned, holders] = [await posts.postsOf(db, towns), await posts.holdersOf(db, towns)]
  const staff = await db
    .selectFrom('cadres')
    .select(({ fn }) => ['unitId', fn.countAll<number>().as('count')])
    .where('unitId', 'in', towns)
    .where('trashedAt', 'is', null)
    .where('status', 'in', ['在职', '挂职'])
    .groupBy('unitId')
    .execute()
  const approved = await db
    .selectFrom('unitFacts')
    .select(['unitId', 'approvedStaff'])
    .where('unitId', 'in', towns)
    .execute()
  return towns.map(unitId => {
    const own = planned.filter(post => post.unitId === unitId)
    const held = heldPosts(
      own,
      holders.filter(holder => holder.unitId === unitId),
    )
    return {
      unitId,
      ...numbersOf(held.posts),
      approvedStaff: approved.find(each => each.unitId === unitId)?.approvedStaff ?? null,
      staff: staff.find(each => each.unitId === unitId)?.count ?? 0,
    }
  })
}
