import { capabilitiesOf } from '../../shared/accounts/roles'
import { medalCase } from '../../shared/medals/medal-case.rules'
import { columns, type MedalColumn, type Ref, refKey } from '../../shared/medals/medals'
import type { MedalRow } from '../../shared/medals/medals.contract'
import type { QueryContext } from '../ipc/contexts'
import { listWithin } from '../units/units.repo'
import { type Candidate, cadreCandidates, LATER_YEARS, memberCandidates } from './candidates.repo'
import { allAwards, type Decided, decisionsInForce, type KeyedAward } from './medals.repo'

type Asking = Pick<QueryContext, 'db' | 'caller'>

/** A row with the person's own key within the store. */
export interface KeyedRow extends Omit<MedalRow, 'award'> {
  readonly key: string
  readonly unitId: string | null
  readonly award: KeyedAward | null
}

const shownDecision = ({ key: _key, year: _year, ...decision }: Decided) => decision

/** In the order of columns, then of the tree, then of 党龄. */
const inOrder =
  (placeOf: (row: KeyedRow) => number) =>
  (a: KeyedRow, b: KeyedRow): number =>
    columns.indexOf(a.column) - columns.indexOf(b.column) ||
    (a.soonest ?? 0) - (b.soonest ?? 0) ||
    placeOf(a) - placeOf(b) ||
    (a.start ?? '').localeCompare(b.start ?? '') ||
    a.name.localeCompare(b.name)

/** Everybody within the caller's scope who comes into question in a year, each with where they stand and why. */
export async function rowsOfYear({ db, caller }: Asking, year: number, unitId: string | null): Promise<KeyedRow[]> {
  const held = capabilitiesOf(caller.roles)
  const [readsFiles, readsCare] = [held.includes('cadres.read'), held.includes('care.read')]
  const below = unitId === null ? null : (await listWithin(db, [unitId])).map(({ id }) => id)
  const people = [
    ...(await cadreCandidates(db, caller, year, below)),
    ...(await memberCandidates(db, caller, year, below)),
  ]
  const decided = await decisionsInForce(db)
  const awards = (await allAwards(db, { scope: null })).filter(({ back }) => back === null)
  const given = new Map<string, number>()
  for (const { key, year: of, decision } of decided) if (decision === '授予') given.set(key, of)
  for (const { key, year: of } of awards) given.set(key, of)
  const ofYear = new Map(decided.filter(each => each.year === year).map(each => [each.key, each]))
  const handed = new Map(awards.filter(each => each.year === year).map(each => [each.key, each]))

  function rowOf({ person, known, unitId: at, ...who }: Candidate): KeyedRow[] {
    const { column, start, years, soonest, asks, reasons } = medalCase(person, year, known, given.get(who.key))
    if (column === 'none' || (column === 'later' && (soonest ?? 0) > year + LATER_YEARS)) return []
    const decision = ofYear.get(who.key)
    const award = handed.get(who.key)
    return [
      {
        ...who,
        unitId: at,
        column,
        start,
        years,
        soonest: column === 'later' ? soonest : null,
        asks: [...asks],
        reasons: reasons.map(({ words, basis, inFile }) => ({
          words: inFile && !readsFiles ? '档案里有要核对的情况，由管档案的人核对' : words,
          source: basis.source,
          status: basis.status,
        })),
        decision: decision ? shownDecision(decision) : null,
        award: award ?? null,
        visitedOn: readsCare || who.ref.of === 'member' ? who.visitedOn : null,
      },
    ]
  }
  const tree = new Map((await listWithin(db, null)).map(({ id }, place) => [id as string, place]))
  const placeOf = ({ unitId: at }: KeyedRow): number => (at === null ? tree.size : (tree.get(at) ?? tree.size))
  return people.flatMap(rowOf).toSorted(inOrder(placeOf))
}

export function countsOf(rows: readonly KeyedRow[]): Record<MedalColumn, number> {
  const counts = { qualifies: 0, review: 0, missing: 0, given: 0, later: 0 }
  for (const { column } of rows) counts[column] += 1
  return counts
}

/** The rows of certain people; undefined for whoever is not in that year's list. */
export async function rowsFor(asking: Asking, year: number, people: readonly Ref[]): Promise<(KeyedRow | undefined)[]> {
  const rows = new Map((await rowsOfYear(asking, year, null)).map(row => [refKey(row.ref), row]))
  return people.map(ref => rows.get(refKey(ref)))
}
