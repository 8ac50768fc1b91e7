import type { Unit, UnitId } from '../../shared/units/units'

/** One line of the tree as it stands on screen. */
export interface TreeRow {
  readonly unit: Unit
  /** From 1, as aria-level counts. */
  readonly level: number
  readonly position: number
  readonly sisters: number
  readonly children: number
  readonly open: boolean
}

const childrenOf = (units: readonly Unit[]): Map<UnitId | null, Unit[]> => {
  const known = new Set(units.map(({ id }) => id))
  const children = new Map<UnitId | null, Unit[]>()
  for (const unit of units) {
    // What stands above the account's scope is not sent, so its units stand at the top.
    const parent = unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null
    const sisters = children.get(parent)
    if (sisters) sisters.push(unit)
    else children.set(parent, [unit])
  }
  for (const sisters of children.values()) sisters.sort((a, b) => a.position - b.position)
  return children
}

const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

/** The units whose name holds the text, or undefined when there is no text. */
export function matchesOf(units: readonly Unit[], text: string): Set<UnitId> | undefined {
  const wanted = folded(text)
  if (wanted === '') return undefined
  return new Set(units.filter(({ name }) => folded(name).includes(wanted)).map(({ id }) => id))
}

/** What a person has opened (true) or closed. */
export type Folds = ReadonlyMap<UnitId, boolean>

/** A tree of more units than this stands open only at the top at first: whoever looks for one searches or opens the way. */
const MOST_OPEN = 300

/** The lines to show: what is open, or, while searching, every match with the way down to it. */
export function rowsOf(units: readonly Unit[], folds: Folds | 'all-open', text = ''): TreeRow[] {
  const children = childrenOf(units)
  const matches = matchesOf(units, text)
  const isOpen = (id: UnitId, level: number): boolean =>
    folds === 'all-open' || (folds.get(id) ?? (level === 1 || units.length <= MOST_OPEN))
  const rows: TreeRow[] = []
  const holds = (unit: Unit): boolean => !matches || matches.has(unit.id) || (children.get(unit.id) ?? []).some(holds)
  const walk = (sisters: readonly Unit[], level: number): void => {
    sisters.forEach((unit, position) => {
      if (!holds(unit)) return
      const below = children.get(unit.id) ?? []
      const open = below.length > 0 && (matches ? below.some(holds) : isOpen(unit.id, level))
      rows.push({ unit, level, position, sisters: sisters.length, children: below.length, open })
      if (open) walk(below, level + 1)
    })
  }
  walk(children.get(null) ?? [], 1)
  return rows
}

/** The names from the top down to the unit itself. */
export function pathOf(units: readonly Unit[], id: UnitId): Unit[] {
  const path: Unit[] = []
  for (let unit = units.find(other => other.id === id); unit; ) {
    path.unshift(unit)
    const above: UnitId | null = unit.parentId
    unit = units.find(other => other.id === above)
  }
  return path
}

/** Where one step up or down among its sisters leads; undefined at either end and for a unit at the top. */
export function stepOf(
  units: readonly Unit[],
  id: UnitId,
  step: 1 | -1,
): { parentId: UnitId; position: number } | undefined {
  const unit = units.find(other => other.id === id)
  if (!unit || unit.parentId === null) return undefined
  const { parentId } = unit
  const sisters = units.filter(other => other.parentId === parentId).toSorted((a, b) => a.position - b.position)
  const position = sisters.findIndex(other => other.id === id) + step
  return position >= 0 && position < sisters.length ? { parentId, position } : undefined
}
