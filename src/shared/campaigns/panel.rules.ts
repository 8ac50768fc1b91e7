import type { Marks, NomineeId, Panel } from './campaigns'

/** What the panel's marks come to for one nominee. It belongs to the campaign and stands in nobody's file. */
export interface PanelResult {
  readonly nomineeId: NomineeId
  /** Mean of the members' sums, to two places; null while nobody has marked everything. */
  readonly mean: number | null
  /** Members who have marked everything. */
  readonly complete: number
  /** Equal means share a place; null without a mean. */
  readonly place: number | null
}

const sumOf = (points: Marks['points'], criteria: number): number | undefined => {
  const given = points.slice(0, criteria)
  return given.length < criteria || given.some(each => each === null)
    ? undefined
    : given.reduce<number>((sum, each) => sum + (each ?? 0), 0)
}

/** Why marks cannot be kept; undefined where they can. */
export function marksRefusal({ points }: Pick<Marks, 'points'>, { criteria }: Panel): string | undefined {
  if (points.length !== criteria.length) return '评审项目刚被改过，请重新打开再评'
  const over = criteria.find(({ most }, at) => (points[at] ?? 0) > most)
  return over ? `“${over.title}”最多 ${over.most} 分` : undefined
}

/** The panel's order, the highest mean first. A member who has left something out is not counted. */
export function panelOrder(
  nominees: readonly NomineeId[],
  marks: readonly Marks[],
  { criteria, members }: Panel,
): PanelResult[] {
  const known = new Set(members.map(({ name }) => name))
  const results = nominees.map(nomineeId => {
    const sums = marks
      .filter(each => each.nomineeId === nomineeId && known.has(each.member))
      .flatMap(({ points }) => sumOf(points, criteria.length) ?? [])
    const mean =
      sums.length === 0 || criteria.length === 0
        ? null
        : Math.round((sums.reduce((sum, each) => sum + each, 0) / sums.length) * 100) / 100
    return { nomineeId, mean, complete: sums.length }
  })
  return results
    .map(each => ({
      ...each,
      place:
        each.mean === null ? null : 1 + results.filter(({ mean }) => mean !== null && mean > (each.mean ?? 0)).length,
    }))
    .toSorted((a, b) => (a.place ?? Number.POSITIVE_INFINITY) - (b.place ?? Number.POSITIVE_INFINITY) || 0)
}
