import type { Scope } from '../../shared/accounts/accounts'
import type { CadreId } from '../../shared/cadres/cadres'
import { type Identifiable, idKey, nameKey } from '../../shared/cadres/duplicates.rules'
import { PartialDate } from '../../shared/dates/partial-date'
import type { Reads } from '../store/schema'
import { listWithin } from '../units/units.repo'

/** What of a stored file tells whether it is of a person. */
export interface Alike extends Identifiable {
  readonly id: CadreId
  readonly revision: number
  readonly unitId: string | null
  readonly currentPost: string
  readonly trashed: boolean
}

/** Beyond this nobody can choose among namesakes. */
const most = 2000

/** Files, those in the trash with them, that share a name or a number with any of these people, as far as the scope goes. */
export async function findAlike(
  db: Reads,
  scope: Scope,
  people: readonly Pick<Identifiable, 'name' | 'idNumber'>[],
): Promise<Alike[]> {
  const names = [...new Set(people.map(({ name }) => nameKey(name)))]
  const numbers = [...new Set(people.flatMap(({ idNumber }) => idKey(idNumber) ?? []))]
  const seen = scope === null ? null : new Set<string>((await listWithin(db, scope)).map(({ id }) => id))
  const columns = ['id', 'name', 'sex', 'birth', 'idNumber', 'revision', 'unitId', 'currentPost', 'trashedAt'] as const
  const byName = await db.selectFrom('cadres').select(columns).where('nameKey', 'in', names).limit(most).execute()
  const byNumber =
    numbers.length === 0
      ? []
      : await db.selectFrom('cadres').select(columns).where('idKey', 'in', numbers).limit(most).execute()
  const found = new Map([...byName, ...byNumber].map(row => [row.id, row]))
  return [...found.values()]
    .filter(({ unitId }) => seen === null || (unitId !== null && seen.has(unitId)))
    .map(({ trashedAt, birth, ...row }) => ({
      ...row,
      birth: birth === null ? null : PartialDate.parse(birth),
      trashed: trashedAt !== null,
    }))
}
