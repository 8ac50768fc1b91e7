import { type Basis, basisOf, type Parameter, parameterOn } from '../basis/basis'
import type { PunishmentRow } from '../cadres/cadres'
import { addDays, addMonths, type Day } from '../dates/add-months'
import { addWorkDays, countWorkDays, type HolidayYear, type WorkCalendar } from '../dates/work-days'
import { influenceOf } from '../restrictions/restrictions.rules'
import { allowed, refused, type Verdict } from '../result'
import type { Measure, MeasureFacts } from './measures'

/** Working days within which a letter is answered. Source: rule book §2C (partly seen, so MEMORY). */
const replyDays: readonly Parameter<number>[] = [
  {
    value: 15,
    validFrom: '2005-01-01',
    validTo: null,
    source: '关于对党员领导干部进行诫勉谈话和函询的暂行办法（十五个工作日）',
    status: 'MEMORY',
  },
]
/** A day comes near so many days before it. */
const SOON_DAYS = 7
const SOON_DAYS_FOLLOW = 30

/** Counts with weekends alone where a year's table is missing: that is said beside whatever comes of it. */
function filledUp(calendar: WorkCalendar, year: number): WorkCalendar {
  const weekends: HolidayYear = { year, source: '只按周末', off: [], workedWeekends: [] }
  return new Map([...calendar, [year, weekends]])
}

export interface Deadline {
  readonly day: Day
  /** Years without a table of holidays, for which only weekends were counted. */
  readonly missing: readonly number[]
  readonly basis: Basis
}

/** The last day for an answer to a letter: the day after it was sent is the first that counts. Source: rule book 0.3, §2C. */
export function replyDueOn(sentOn: Day, calendar: WorkCalendar): Deadline | undefined {
  const figure = parameterOn(replyDays, sentOn)
  if (!figure) return undefined
  const missing: number[] = []
  let known = calendar
  for (;;) {
    const found = addWorkDays(sentOn, figure.value, known)
    if (found.kind === 'day') return { day: found.day, missing, basis: basisOf(figure) }
    missing.push(found.year)
    known = filledUp(known, found.year)
  }
}

/** Working days from one day to a later one, a missing year by weekends alone. */
function workDaysTo(from: Day, to: Day, calendar: WorkCalendar): number {
  let known = calendar
  for (;;) {
    const counted = countWorkDays(from, to, known)
    if (counted.kind === 'count') return counted.count
    known = filledUp(known, counted.year)
  }
}

/** The row that a 诫勉 has in the person's file: the one place from which restrictions are reckoned. */
export const punishmentOf = ({
  kind,
  on,
  authority,
  documentNumber,
  matter,
  months,
  revokedOn,
}: MeasureFacts & Pick<Measure, 'revokedOn'>): PunishmentRow => ({
  kind: '诫勉',
  name: kind,
  on,
  authority,
  documentNumber,
  reason: matter,
  influenceUntil: months === null ? null : addDays(addMonths(on, months), -1),
  revokedOn,
})

export type ClockState = 'late' | 'today' | 'soon' | 'running' | 'done'
export interface Clock {
  /** What is waited for: 答复, 处理意见, 了解改正情况; empty when nothing is any more. */
  readonly awaits: string
  readonly dueOn: Day | null
  readonly state: ClockState
  /** In one line: 还有 3 个工作日, 逾期 5 天, 逾期 2 个工作日答复. */
  readonly words: string
  /** What must be known of the reckoning: a year without a table. */
  readonly note: string
  readonly basis: Basis | null
}

const ended = (words: string): Clock => ({ awaits: '', dueOn: null, state: 'done', words, note: '', basis: null })
const noteOf = (missing: readonly number[]): string =>
  missing.length === 0 ? '' : `还没有 ${missing.join('、')} 年的放假安排，只按周末推算，以放假通知为准`

const daysTo = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / 86_400_000

/** Where a 函询 stands on a day. */
function inquiryClock(measure: Measure, on: Day, calendar: WorkCalendar): Clock {
  const due = replyDueOn(measure.on, calendar)
  if (!due) return ended('推算不出期限')
  const { day: dueOn, missing, basis } = due
  const note = noteOf(missing)
  const late = (until: Day): number => (until > dueOn ? workDaysTo(dueOn, until, calendar) : 0)
  if (measure.repliedOn !== null) {
    const by = late(measure.repliedOn)
    const words = by > 0 ? `逾期 ${by} 个工作日答复` : '按期答复'
    if (measure.verdict === '采信' || measure.verdict === '不采信')
      return { ...ended(`${words}，${measure.verdict}`), dueOn, note, basis }
    const awaits = measure.verdict === null ? '处理意见' : '再核实的结果'
    return { awaits, dueOn, state: 'today', words: `${words}，等${awaits}`, note, basis }
  }
  const left = on <= dueOn ? workDaysTo(on, dueOn, calendar) : 0
  const state: ClockState =
    on > dueOn ? 'late' : on === dueOn ? 'today' : addDays(on, SOON_DAYS) >= dueOn ? 'soon' : 'running'
  const words =
    state === 'late'
      ? `逾期 ${late(on)} 个工作日没有答复`
      : state === 'today'
        ? '今天是答复期限'
        : `答复期限还有 ${left} 个工作日`
  return { awaits: '答复', dueOn, state, words, note, basis }
}

/** Where a 诫勉 stands on a day: after its period somebody looks whether things were put right. Source: rule book §2C, §7. */
function admonitionClock(measure: Measure, on: Day): Clock {
  const influence = influenceOf(punishmentOf(measure))
  if (measure.correction !== null) return ended(`影响期后了解：${measure.correction}`)
  if (!influence) return ended('推算不出影响期')
  const last = influence.lastDay.latest
  const dueOn = addDays(last, 1)
  const left = daysTo(on, dueOn)
  const state: ClockState = left < 0 ? 'late' : left === 0 ? 'today' : left <= SOON_DAYS_FOLLOW ? 'soon' : 'running'
  const words =
    state === 'late'
      ? `影响期已满 ${-left} 天，没有了解改正情况`
      : state === 'today'
        ? '影响期已满，今天起了解改正情况'
        : `影响期还有 ${left} 天`
  return { awaits: '了解改正情况', dueOn, state, words, note: '', basis: influence.basis }
}

/** What a measure waits for on a day, and how long still. */
export function clockOf(measure: Measure, on: Day, calendar: WorkCalendar): Clock {
  if (measure.revokedOn !== null) return ended('已撤销')
  if (measure.kind === '函询') return inquiryClock(measure, on, calendar)
  if (measure.kind === '诫勉') return admonitionClock(measure, on)
  return ended('已提醒')
}

/** Whether it can be entered as it stands. */
export function mayDecide({ kind, on, authority, questions }: MeasureFacts, today: Day): Verdict {
  if (on > today) return refused('日期还没有到')
  if (kind === '诫勉' && authority === '') return refused('诫勉要写批准机关或者批准人')
  if (kind === '函询' && questions === '') return refused('函询要写需要说明的问题')
  return allowed
}

/** Whether something happened when it can have: not before the measure and not in the future. */
export function mayHappenOn(measure: Pick<Measure, 'on' | 'revokedOn'>, on: Day, today: Day): Verdict {
  if (measure.revokedOn !== null) return refused('已经撤销，不能再登记')
  if (on < measure.on) return refused('日期早于决定或者发函的日期')
  return on > today ? refused('日期还没有到') : allowed
}
