import { type Commendation, CommendationFacts, type CommendationId } from '../../shared/commendations/commendations'
import { AppError } from '../../shared/result'
import type { Reads } from '../store/schema'

const commendations = (db: Reads) =>
  db
    .selectFrom('commendations')
    .innerJoin('accounts', 'accounts.id', 'commendations.byId')
    .where('removedFor', 'is', null)
    .select(['commendations.id', 'facts', 'commendations.at', 'commendations.revision', 'accounts.name as byName'])

type Row = Awaited<ReturnType<ReturnType<typeof commendations>['executeTakeFirstOrThrow']>>
const toCommendation = ({ facts, ...row }: Row): Commendation => ({
  ...CommendationFacts.parse(JSON.parse(facts)),
  ...row,
})

/** The latest first. */
export const list = async (db: Reads): Promise<Commendation[]> =>
  (await commendations(db).orderBy('commendations.at', 'desc').execute()).map(toCommendation)

/** @throws AppError not-found */
export async function get(db: Reads, id: CommendationId): Promise<Commendation> {
  const row = await commendations(db).where('commendations.id', '=', id).executeTakeFirst()
  if (!row) throw new AppError('not-found', '没有这份表扬决定')
  return toCommendation(row)
}
