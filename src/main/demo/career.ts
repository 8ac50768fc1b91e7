import type { Random } from './random'
import { lowestRank, type RankIndex, type RankStep, rankName, ranksFrom, ranksOf } from './ranks'
import type { Track } from './tracks'
import type { Seat, Seats } from './units'

/** One line of the résumé before it is text. */
export interface Station {
  readonly from: number
  /** null while it lasts. */
  readonly to: number | null
  readonly seat: Seat
  readonly text: string
}

/** Months that one stays at a level at least before the next. Source: rule book 3B, Q3 and Q8. */
const leastMonths = [36, 24, 36, 24, 36, 24] as const
/** What a level takes of the time beyond that, as a rule. */
const patience = [1.6, 1.2, 1.3, 1, 1, 0.8] as const

/** The months that it takes to come to a level at least. */
export const leastUntil = (level: number): number =>
  leastMonths.slice(0, level).reduce((sum, months) => sum + months, 0)

interface Stage {
  readonly level: number
  readonly from: number
  readonly to: number
}

/** Divides the time from the beginning of work among the levels up to the present one. */
function stagesOf(random: Random, level: number, workStart: number, end: number): Stage[] {
  const least = leastUntil(level)
  const spare = Math.max(0, end - workStart - least - 2)
  const weights = [...patience.slice(0, level), 0.9].map(weight => weight * (0.4 + random.next()))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const stages: Stage[] = []
  let from = workStart
  for (let at = 0; at < level; at += 1) {
    const to = from + (leastMonths[at] ?? 24) + Math.floor((spare * (weights[at] ?? 0)) / sum)
    stages.push({ level: at, from, to })
    from = to
  }
  return [...stages, { level, from, to: end }]
}

/** Cuts a stage into posts of a year or two, with a cut in the month in which one has to be. */
function cutsOf(random: Random, from: number, to: number, changeAt: number | undefined): number[] {
  const length = to - from
  const count = Math.max(1, Math.min(10, Math.round(length / random.int(14, 25))))
  const each = length / count
  const jitter = (): number => (random.next() - 0.5) * each * 0.6
  const cuts = Array.from({ length: count }, (_, at) => (at === 0 ? from : Math.round(from + at * each + jitter())))
  if (changeAt === undefined || changeAt <= from || changeAt >= to) return cuts
  return [...cuts.filter(month => month === from || Math.abs(month - changeAt) > 8), changeAt].toSorted((a, b) => a - b)
}

/** Seats at a level that someone on this track can have had. */
export type SeatsOf = (track: Track, level: number) => readonly Seat[]

const isSame = (a: Seat, b: Seat | undefined): boolean => a.unit === b?.unit && a.title === b.title

/** The next seat: often in the same unit, another one if there is any. */
function nextSeat(random: Random, seats: readonly Seat[], before: Seat | undefined): Seat | undefined {
  if (seats.length === 0) return undefined
  if (before && random.chance(0.55)) {
    const near = seats.filter(seat => seat.unit === before.unit && seat.title !== before.title)
    if (near.length > 0) return random.pick(near)
  }
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const seat = random.pick(seats)
    if (!isSame(seat, before)) return seat
  }
  return seats[0]
}

/** Whose work has steps of its own, such as 医师 and 科室主任, goes up them with the time and changes units seldom. */
function nextStep(
  random: Random,
  seats: readonly Seat[],
  before: Seat | undefined,
  progress: number,
  last: Seat,
): Seat | undefined {
  const drawn = seats.length > 0 ? random.pick(seats) : undefined
  const unit = before && random.chance(0.75) ? before.unit : drawn?.unit
  const titles = seats.filter(seat => seat.unit === unit)
  // Nobody was more than what the present title says.
  const highest = last.level > 0 ? titles.length - 1 : titles.findIndex(({ title }) => title === last.title)
  return titles[Math.floor(progress * ((highest < 0 ? titles.length - 1 : highest) + 1))] ?? drawn
}

export interface CareerPlan {
  readonly track: Track
  readonly seat: Seat
  readonly workStart: number
  /** The month in which it ended or goes on. */
  readonly end: number
  readonly lasts: boolean
  readonly education: string
  /** Seats of the place in which the career is made, and of the place where it may have begun. */
  readonly seatsOf: SeatsOf
  readonly earlierSeatsOf: SeatsOf
  /** A month in which a new post has to begin, where the plan says so. */
  readonly changeAt: number | undefined
}

export interface Career {
  readonly stations: readonly Station[]
  readonly ranks: readonly RankStep[]
}

interface Held {
  readonly from: number
  readonly seat: Seat
}

/** The posts in their order, up to the present one. */
function heldSeats(random: Random, plan: CareerPlan, stages: readonly Stage[]): Held[] {
  const { track, seat, changeAt } = plan
  const held: Held[] = []
  for (const { level, from, to } of stages) {
    const cuts = cutsOf(random, from, to, changeAt)
    // Some have held the present post for long.
    while (level === seat.level && cuts.length > 1 && cuts.at(-1) !== changeAt && random.chance(0.42)) cuts.pop()
    for (const [at, month] of cuts.entries()) {
      const before = held.at(-1)
      const isPresent = level === seat.level && at === cuts.length - 1
      const isEarly = level === 0 && from === plan.workStart && at < cuts.length / 2
      const seats = (isEarly ? plan.earlierSeatsOf : plan.seatsOf)(track, level)
      const hasSteps = track !== 'civil' && seats[0]?.level === 0
      const progress = (month - plan.workStart) / (plan.end - plan.workStart)
      const next = hasSteps
        ? nextStep(random, seats, before?.seat, progress, seat)
        : nextSeat(random, seats, before?.seat)
      const found = isPresent ? seat : next
      if (!found) continue
      if (before && isSame(found, before.seat) && month !== changeAt)
        held[held.length - 1] = { from: before.from, seat: found }
      else held.push({ from: month, seat: found })
    }
  }
  const moved = held.findIndex(({ from }) => from === changeAt)
  const before = held[moved - 1]
  if (before && before.seat.unit === held[moved]?.seat.unit) {
    // Whoever was selected came from another office.
    const others = plan.seatsOf(track, before.seat.level).filter(({ unit }) => unit !== before.seat.unit)
    if (others.length > 0) held[moved - 1] = { ...before, seat: random.pick(others) }
  }
  return held
}

/** From June 2019 on civil servants without a leading post are called by their rank, some others by both. */
function titleOf({ title, level, unit }: Seat, rank: RankIndex | undefined, shows: boolean): string {
  if (rank === undefined) return title
  const name = rankName(rank, unit.kind ?? 'bureau')
  if (level === 0) return name
  return shows && rank < (lowestRank[level] ?? 0) ? `${title}、${name}` : title
}

/** The career of one person, line by line without a gap. */
export function careerOf(random: Random, plan: CareerPlan, hasRank: boolean): Career {
  const { seat: present, workStart, end } = plan
  const stages = stagesOf(random, present.level, workStart, end)
  const held = heldSeats(random, plan, stages)
  const ranks = hasRank ? ranksOf(random, stages, workStart, plan.education, end) : []
  const shows = random.chance(0.65)
  const stations: Station[] = []
  for (const [at, { from, seat }] of held.entries()) {
    const to = held[at + 1]?.from ?? end
    const begins = [from, ...ranks.flatMap(step => (step.from > from && step.from < to ? step.from : []))]
    for (const [part, month] of begins.entries()) {
      const rank = month < ranksFrom ? undefined : ranks.findLast(step => step.from <= month)?.rank
      const text = seat.unit.label + titleOf(seat, rank, shows)
      const isLast = at === held.length - 1 && part === begins.length - 1
      const until = isLast && plan.lasts ? null : (begins[part + 1] ?? to)
      const before = stations.at(-1)
      // A new rank that nothing tells of begins no line.
      if (before?.text === text) stations[stations.length - 1] = { ...before, to: until }
      else stations.push({ from: month, to: until, seat, text })
    }
  }
  return { stations, ranks }
}

/**
 * Seats by track, each list made once. Where a track has none at a level, its own staff or the offices stand in, so that
 * no part of a career stays empty.
 */
export function seatsByTrack(seats: Seats, trackOfUnit: (seat: Seat) => Track): SeatsOf {
  const made = new Map<string, readonly Seat[]>()
  const at = (track: Track, level: number): Seat[] => (seats[level] ?? []).filter(seat => trackOfUnit(seat) === track)
  return (track, level) => {
    const key = `${track}${level}`
    let found = made.get(key)
    if (!found) {
      const own = at(track, level)
      const isProfession = track === 'school' || track === 'hospital' || track === 'institution'
      const others = isProfession ? [at(track, 0), at('civil', level)] : [at('civil', level), at(track, 0)]
      found = [own, ...others, at('civil', 0)].find(list => list.length > 0) ?? []
      made.set(key, found)
    }
    return found
  }
}
