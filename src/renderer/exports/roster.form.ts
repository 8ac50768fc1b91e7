import { type RosterKey, rosterKeys } from '../../shared/exports/roster-columns'

/** Columns under a name: chosen again with one click. */
export interface ColumnSet {
  readonly name: string
  readonly columns: readonly RosterKey[]
}

/** What an officer needs most often. Never changed and never deleted. */
export const usualSets: readonly ColumnSet[] = [
  {
    name: '常用',
    columns: [
      'place',
      'name',
      'sex',
      'birth',
      'age',
      'nation',
      'nativePlace',
      'form.partyText',
      'workStart',
      'study',
      'form.currentPost',
      'currentPostSince',
      'postLevel',
    ],
  },
  { name: '简表', columns: ['place', 'name', 'sex', 'age', 'form.currentPost', 'postLevel'] },
  {
    name: '任职年限',
    columns: [
      'place',
      'name',
      'age',
      'form.currentPost',
      'currentPostSince',
      'postYears',
      'postLevel',
      'postLevelSince',
      'levelYears',
      'rank',
      'rankSince',
      'rankYears',
      'retireOn',
    ],
  },
]

const isKey = (key: string): key is RosterKey => (rosterKeys as readonly string[]).includes(key)

/** What was remembered may come from another version: columns that are gone are left out, a set without any too. */
export function knownSets(stored: readonly unknown[]): ColumnSet[] {
  return stored.flatMap(each => {
    const { name, columns } = each as { name?: unknown; columns?: unknown }
    if (typeof name !== 'string' || !Array.isArray(columns)) return []
    const kept = knownColumns(columns)
    return kept.length > 0 ? [{ name, columns: kept }] : []
  })
}
export const knownColumns = (stored: readonly unknown[]): RosterKey[] => [
  ...new Set(stored.filter((key): key is RosterKey => typeof key === 'string' && isKey(key))),
]

/** Moves a column to another place among the chosen. */
export function moved(columns: readonly RosterKey[], from: number, to: number): RosterKey[] {
  const next = [...columns]
  const [taken] = next.splice(from, 1)
  if (taken !== undefined) next.splice(Math.max(0, Math.min(to, next.length)), 0, taken)
  return next
}

/** A set kept under a name; one of that name gives way. The usual ones are never touched. */
export const withSet = (sets: readonly ColumnSet[], set: ColumnSet): ColumnSet[] => [
  ...sets.filter(({ name }) => name !== set.name),
  set,
]
export const isUsualName = (name: string): boolean => usualSets.some(set => set.name === name)

/** The set that the chosen columns are, in their order. */
export const setOf = (sets: readonly ColumnSet[], columns: readonly RosterKey[]): ColumnSet | undefined =>
  sets.find(set => set.columns.join() === columns.join())
