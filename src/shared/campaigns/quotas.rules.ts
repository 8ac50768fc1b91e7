/** A unit in the order of the tree, with the heads that it counts. */
export interface Heads<Id extends string = string> {
  readonly unitId: Id
  readonly heads: number
}

/**
 * Places by head count, the largest remainder rounded up; the sum is the total exactly. Of equal remainders the unit with
 * more heads goes first, then the one that stands first. A unit without heads gets none.
 * With `everyOne` each unit with heads has a place before the rest is divided, as long as there are enough.
 */
export function apportion<Id extends string>(
  total: number,
  units: readonly Heads<Id>[],
  everyOne = false,
): Map<Id, number> {
  const counted = units.filter(({ heads }) => heads > 0)
  const all = counted.reduce((sum, { heads }) => sum + heads, 0)
  const places = new Map(units.map(({ unitId }) => [unitId, 0]))
  if (all === 0) return places
  const sure = everyOne && total >= counted.length ? 1 : 0
  const rest = total - sure * counted.length
  const shares = counted.map(({ unitId, heads }, order) => ({
    unitId,
    heads,
    order,
    whole: Math.floor((rest * heads) / all),
    remainder: (rest * heads) % all,
  }))
  const left = rest - shares.reduce((sum, { whole }) => sum + whole, 0)
  const raised = new Set(
    shares
      .toSorted((a, b) => b.remainder - a.remainder || b.heads - a.heads || a.order - b.order)
      .slice(0, left)
      .map(({ unitId }) => unitId),
  )
  for (const { unitId, whole } of shares) places.set(unitId, sure + whole + (raised.has(unitId) ? 1 : 0))
  return places
}

/** By how much a unit has nominated more than its places; 0 where it has not. A unit without a quota has none. */
export const overQuota = (nominated: number, places: number | undefined): number =>
  Math.max(0, nominated - (places ?? 0))
