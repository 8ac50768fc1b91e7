import { setImmediate } from 'node:timers/promises'
import type { Scope } from '../../shared/accounts/accounts'
import type { CadreId } from '../../shared/cadres/cadres'
import {
  findMatches,
  type Identifiable,
  pairsOfName,
  pairsOfNumber,
  type SamePerson,
  surestFirst,
} from '../../shared/cadres/duplicates.rules'
import { PartialDate } from '../../shared/dates/partial-date'
import { type Alike, findAlike } from '../cadres/alike.repo'
import { seenUnits } from '../cadres/cadres.repo'
import { remembered } from '../store/remembered'
import type { Reads } from '../store/schema'

type Candidate = Identifiable & { readonly id: CadreId }
/** Two files by their ids, the smaller first. */
export interface FoundPair extends SamePerson {
  readonly aId: CadreId
  readonly bId: CadreId
}

/** So many groups of namesakes are read at once; between two readings others are answered. */
const SLICE = 400

const columns = ['id', 'name', 'sex', 'birth', 'idNumber', 'nameKey', 'idKey'] as const
type Row = Candidate & { readonly nameKey: string; readonly idKey: string | null }

/** Files out of the trash, within a scope. */
async function living(db: Reads, scope: Scope) {
  const units = await seenUnits(db, scope)
  const from = db.selectFrom('cadres').where('trashedAt', 'is', null)
  return units === null ? from : from.where('unitId', 'in', units.length > 0 ? units : [''])
}
type Living = Awaited<ReturnType<typeof living>>

async function candidates(from: Living, column: 'nameKey' | 'idKey', keys: readonly string[]): Promise<Row[]> {
  const rows = await from.select(columns).where(column, 'in', keys).execute()
  return rows.map(({ birth, ...row }) => ({ ...row, birth: birth === null ? null : PartialDate.parse(birth) }))
}

const inOrder = (a: CadreId, b: CadreId): [CadreId, CadreId] => (a < b ? [a, b] : [b, a])

export function toPair(match: SamePerson, first: CadreId, second: CadreId): FoundPair {
  const [aId, bId] = inOrder(first, second)
  return { aId, bId, sureness: match.sureness, why: match.why }
}

/** Pairs among those who share one column; only keys that are shared are read at all. */
async function pairsBy(
  db: Reads,
  scope: Scope,
  column: 'nameKey' | 'idKey',
  pairsOf: typeof pairsOfName<Row>,
): Promise<FoundPair[]> {
  const shared = await (await living(db, scope))
    .select(`${column} as key`)
    .where(column, 'is not', null)
    .groupBy(column)
    .having(({ fn }) => fn.countAll(), '>', 1)
    .execute()
  const keys = shared.flatMap(({ key }) => (key === null ? [] : [key]))
  const found: FoundPair[] = []
  for (let at = 0; at < keys.length; at += SLICE) {
    const groups = new Map<string, Row[]>()
    for (const row of await candidates(await living(db, scope), column, keys.slice(at, at + SLICE))) {
      const key = row[column] ?? ''
      const group = groups.get(key)
      if (group) group.push(row)
      else groups.set(key, [row])
    }
    for (const group of groups.values())
      for (const { first, second, ...match } of pairsOf(group)) found.push(toPair(match, first.id, second.id))
    await setImmediate()
  }
  return found
}

/** Every pair within a scope that may be one person, the surest first. Kept until something changes. */
export const findPairs = (db: Reads, scope: Scope): Promise<readonly FoundPair[]> =>
  remembered(db, `duplicates ${JSON.stringify(scope)}`, async () =>
    [
      ...(await pairsBy(db, scope, 'nameKey', pairsOfName)),
      ...(await pairsBy(db, scope, 'idKey', pairsOfNumber)),
    ].toSorted(surestFirst),
  )

/** Files that may be of this person, the surest first, itself and those in the trash apart. */
export async function findLike(
  db: Reads,
  scope: Scope,
  one: Identifiable & { readonly id?: CadreId },
): Promise<(SamePerson & { readonly id: CadreId })[]> {
  const alike = await findAlike(db, scope, [one])
  const others = alike.filter(({ id, trashed }) => !trashed && id !== one.id)
  return findMatches<Alike>(one, others).map(({ person, ...match }) => ({ ...match, id: person.id }))
}
