import type { CadreStatus } from '../../shared/cadres/cadres'
import { retirementMonthOf } from '../../shared/cadres/retirement.rules'
import { leastUntil, type SeatsOf } from './career'
import { type Schooling, schoolingOf } from './education'
import type { Known } from './known'
import { monthAt } from './months'
import type { Sex } from './names'
import type { Place } from './places'
import type { Random } from './random'
import type { Roll } from './rolls'
import { trackOf } from './tracks'
import type { CityUnit, Seat } from './units'

/** One place in one unit, which one person fills. */
export interface Slot {
  readonly index: number
  readonly unit: CityUnit
  readonly seat: Seat
  /** Place in the unit, from 0. */
  readonly order: number
  /** Place in the leading team from 1; null for who is in none. */
  readonly teamOrder: number | null
  readonly isHead: boolean
  /** Who fills it, where that is settled. */
  readonly known?: Known | undefined
}

/** What a person's life depends on beside the slot. */
export interface Surroundings {
  readonly now: number
  readonly place: Place
  /** Seats of the place in which the career is made, and of the place where it may have begun. */
  readonly seatsOf: SeatsOf
  readonly earlierSeatsOf: SeatsOf
  /** Districts whose villages and offices take people in. */
  readonly districts: readonly Place[]
  readonly rolls: ReadonlySet<Roll>
}

/** The frame of a life, in months. */
export interface Life {
  readonly sex: Sex
  readonly status: CadreStatus
  readonly birth: number
  readonly day: number
  readonly schooling: Schooling
  readonly workStart: number
  /** When the career ended, or the present month while it lasts. */
  readonly end: number
  readonly lasts: boolean
  /** 改革前任职年龄界限, in years. */
  readonly oldLimit: 55 | 60
}

/** Years of age between which people hold a level. */
const ages: readonly (readonly [least: number, most: number])[] = [
  [22, 59],
  [29, 58],
  [33, 59],
  [38, 59],
  [43, 59],
  [48, 59],
  [51, 60],
]
/** Women below 县处级 retire five years earlier. */
const womenUntil = 54
const womenShare = [0.44, 0.32, 0.24, 0.2, 0.16, 0.14, 0.1] as const

function statusOf(random: Random, { seat, known }: Slot, rolls: ReadonlySet<Roll>): CadreStatus {
  if (seat.level > 0 || rolls.size > 0 || known) return '在职'
  const at = random.next()
  if (at < 0.085) return '退休'
  if (at < 0.095) return '调出'
  if (at < 0.1) return '去世'
  return at < 0.115 ? '挂职' : '在职'
}

/** In the year of the open selection they were between 25 and 33. Source: inventory 54. */
const openSelectionAges = [25 * 12, 33 * 12] as const

function birthOf(random: Random, sex: Sex, level: number, status: CadreStatus, { now, rolls }: Surroundings): number {
  const limit = sex === '男' || level >= 3 ? 60 : 55
  if (status === '退休') return now - limit * 12 - 8 - Math.floor(random.next() * random.next() * 290)
  if (rolls.has('openSelection')) return monthAt(2019, 1) - random.int(...openSelectionAges)
  const [least, most] = ages[level] ?? [25, 55]
  return now - random.middling(least * 12, 12 * (sex === '女' && level < 3 ? Math.min(most, womenUntil) : most))
}

/** Birth and schooling that leave time enough for the level reached. */
export function lifeOf(random: Random, names: Random, slot: Slot, around: Surroundings): Life {
  const { now, rolls } = around
  const { level, unit } = slot.seat
  const drawn: Sex = names.chance(womenShare[level] ?? 0.2) ? '女' : '男'
  const sex = slot.known?.sex ?? drawn
  const status = statusOf(random, slot, rolls)
  const track = trackOf(unit.kind ?? 'bureau')
  let birth = slot.known?.birth ?? birthOf(random, sex, level, status, around)
  let schooling = schoolingOf(random, birth, track)
  const late = schooling.end + leastUntil(level) + 10 - now
  if (late > 0) {
    if (!slot.known) birth -= late + 12
    schooling = schoolingOf(random, birth, track)
    if (schooling.end > now - leastUntil(level) - 3) schooling = { studies: [], highest: '高中', end: birth + 19 * 12 }
  }
  const workStart = schooling.end
  const oldLimit = sex === '男' || level >= 3 ? 60 : 55
  const lasts = status === '在职' || status === '挂职'
  const left = status === '退休' ? retirementMonthOf(birth, oldLimit).now : now - random.int(4, 60)
  const end = lasts ? now : Math.max(workStart + 3, Math.min(left, now))
  return { sex, status, birth, day: random.int(1, 28), schooling, workStart, end, lasts, oldLimit }
}
