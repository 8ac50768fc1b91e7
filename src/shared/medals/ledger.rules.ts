import type { Day } from '../dates/add-months'
import { allowed, refused, type Verdict } from '../result'
import type { Award, Lot, LotFacts } from './medals'

/** One movement of the drawer, in the order of the days. */
interface Move {
  readonly on: string
  readonly by: number
  readonly of: keyof Sums
}
export interface Sums {
  readonly received: number
  readonly handed: number
  readonly cameBack: number
  readonly sentBack: number
  readonly lost: number
}
export interface Balance extends Sums {
  /** What lay there before the year began. */
  readonly opening: number
  /** What has to lie there at the end of it. */
  readonly kept: number
  /** The last count within the year and what the books say of its day; null where nobody counted. */
  readonly counted: { readonly on: Day; readonly count: number; readonly booked: number } | null
}
type Handed = Pick<Award, 'on' | 'back'>
type Booked = Pick<Lot, 'kind' | 'count' | 'on' | 'struckFor'>

const lotMoves = { 领取: ['received', 1], 退回: ['sentBack', -1], 报损: ['lost', -1] } as const

function movesOf(lots: readonly Booked[], awards: readonly Handed[]): Move[] {
  const moves: Move[] = []
  for (const { kind, count, on, struckFor } of lots) {
    if (kind === '盘点' || struckFor !== '') continue
    const [of, sign] = lotMoves[kind]
    moves.push({ on, by: sign * count, of })
  }
  for (const { on, back } of awards) {
    moves.push({ on, by: -1, of: 'handed' })
    if (back) moves.push({ on: back.on, by: 1, of: 'cameBack' })
  }
  return moves
}
const sumOf = (moves: readonly Move[]): number => moves.reduce((sum, { by }) => sum + by, 0)

/** What the drawer of medals holds in a year: opening + received + came back − handed − sent back − lost = kept. */
export function balanceOf(lots: readonly Booked[], awards: readonly Handed[], year: number): Balance {
  const moves = movesOf(lots, awards)
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  const within = moves.filter(({ on }) => on >= first && on <= last)
  const sum = (of: keyof Sums): number => Math.abs(sumOf(within.filter(move => move.of === of)))
  const opening = sumOf(moves.filter(({ on }) => on < first))
  const counts = lots.filter(
    ({ kind, on, struckFor }) => kind === '盘点' && struckFor === '' && on >= first && on <= last,
  )
  const latest = counts.toSorted((a, b) => (a.on < b.on ? -1 : 1)).at(-1)
  return {
    opening,
    received: sum('received'),
    handed: sum('handed'),
    cameBack: sum('cameBack'),
    sentBack: sum('sentBack'),
    lost: sum('lost'),
    kept: opening + sumOf(within),
    counted: latest
      ? { on: latest.on, count: latest.count, booked: sumOf(moves.filter(({ on }) => on <= latest.on)) }
      : null,
  }
}

/** The day on which the drawer would hold fewer than none; undefined where it never does. */
export function shortOn(lots: readonly Booked[], awards: readonly Handed[]): string | undefined {
  const byDay = new Map<string, number>()
  for (const { on, by } of movesOf(lots, awards)) byDay.set(on, (byDay.get(on) ?? 0) + by)
  let held = 0
  for (const [on, by] of [...byDay].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    held += by
    if (held < 0) return on
  }
  return undefined
}

/** Nothing leaves that was not there: the books stay in balance on every day. */
export function mayMove(lots: readonly Booked[], awards: readonly Handed[]): Verdict {
  const day = shortOn(lots, awards)
  return day === undefined
    ? allowed
    : refused(`到 ${day.replaceAll('-', '.')} 纪念章数目不够，先登记领取的数目，或者核对日期`)
}

export function mayBook({ kind, count, on }: LotFacts, today: string): Verdict {
  if (on > today) return refused('日期还没有到')
  if (count === 0 && kind !== '盘点') return refused('数目至少写 1')
  return allowed
}
