import * as z from 'zod'
import type { Cadre } from '../cadres/cadres'
import { applyChanges, type CadreChange, diffCadres, rowKey } from '../cadres/diff.rules'
import { cadreFields } from '../cadres/field-labels'

/** Which of two files a difference is settled by. `both` keeps two rows where one stands against the other. */
export const Side = z.enum(['kept', 'other', 'both'])
export type Side = z.infer<typeof Side>

/** The kept file's own: its place in the unit, and the editor's version that it came from. */
const own: ReadonlySet<string> = new Set(['id', 'unitOrder', 'formVersion'])
/** What is compared, in the order of the file. */
export const comparedFields = cadreFields.filter(field => !own.has(field))

/**
 * A difference pairs a line that was taken out with one that was put in. Of two files these are two lines: one of each.
 * What begins earlier comes first.
 */
function apart(change: CadreChange): CadreChange[] {
  if (change.kind !== 'row-changed') return [change]
  const { field, at, before, after } = change
  const [mine, others] = [rowKey(field, before), rowKey(field, after)]
  if (mine === others) return [change]
  const earlier = /^\d/.test(mine) && /^\d/.test(others) && others < mine
  return [
    { kind: 'row-removed', field, at, row: before },
    { kind: 'row-added', field, at: earlier ? at : at + 1, row: after },
  ]
}

/** What two files of one person differ in: lines that belong together stand against each other, the rest is of one side. */
export const mergeDifferences = (kept: Cadre, other: Cadre): CadreChange[] =>
  diffCadres(kept, other, comparedFields).flatMap(apart)

export const sidesOf = ({ kind }: Pick<CadreChange, 'kind'>): readonly Side[] =>
  kind === 'row-changed' ? ['kept', 'other', 'both'] : ['kept', 'other']

type Cell = string | number | null
const isBlank = (value: Cell): boolean => value === null || value === ''
/** Whether the second says what the first says, and perhaps more: 1984 and 1984-03, nothing and anything. */
const saysAsMuch = (first: Cell, second: Cell): boolean =>
  isBlank(first) ||
  first === second ||
  (typeof first === 'string' && typeof second === 'string' && /^\d{4}(-\d\d)?$/.test(first) && second.startsWith(first))

/** How two files stand to each other where they differ. */
export const Relation = z.enum(['only-kept', 'only-other', 'kept-fuller', 'other-fuller', 'contradicting'])
export type Relation = z.infer<typeof Relation>

function relationOfCells(pairs: readonly (readonly [Cell, Cell])[]): Relation {
  if (pairs.every(([mine, others]) => saysAsMuch(mine, others))) return 'other-fuller'
  return pairs.every(([mine, others]) => saysAsMuch(others, mine)) ? 'kept-fuller' : 'contradicting'
}

export function relationOf(change: CadreChange): Relation {
  switch (change.kind) {
    case 'value':
      if (isBlank(change.before)) return 'only-other'
      return isBlank(change.after) ? 'only-kept' : relationOfCells([[change.before, change.after]])
    case 'row-added':
      return 'only-other'
    case 'row-removed':
      return 'only-kept'
    case 'row-changed': {
      const { before, after } = change
      if (typeof before === 'string' || typeof after === 'string') return 'contradicting'
      return relationOfCells(Object.entries(before).map(([column, cell]) => [cell, after[column] ?? null]))
    }
  }
}

/**
 * What is suggested: nothing that either file knows is lost, and where they contradict each other the kept one stands.
 * The person looks at every line and decides.
 */
export const sideFor: Readonly<Record<Relation, Side>> = {
  'only-kept': 'kept',
  'only-other': 'other',
  'kept-fuller': 'kept',
  'other-fuller': 'other',
  contradicting: 'kept',
}

function settled(change: CadreChange, side: Side | undefined): CadreChange[] {
  if (side === 'other') return [change]
  if (side === 'both' && change.kind === 'row-changed')
    return [{ kind: 'row-added', field: change.field, at: change.at + 1, row: change.after }]
  return []
}

/**
 * The kept file with what was chosen of the other.
 * @param sides one for each difference, in their order
 * @throws ZodError when the result would not be a file, such as too many rows
 */
export const mergeFiles = (kept: Cadre, other: Cadre, sides: readonly Side[]): Cadre =>
  applyChanges(
    kept,
    mergeDifferences(kept, other).flatMap((change, place) => settled(change, sides[place])),
  )
