import type { LifeEventKind, Whom } from '../../../src/shared/care-records/care-records'
import type { Occasion } from '../../../src/shared/care-records/occasions'
import type { RegisterKind } from '../../../src/shared/care-register/care-register'
import type { CareEvent, CarePerson, RestYear } from '../../../src/shared/care-rules/care-facts'
import { shippedCareRules } from '../../../src/shared/care-rules/care-rules.data'
import { type CareParameters, type CareTold, careDue, toldOf } from '../../../src/shared/care-rules/due.rules'
import { Day, daysOf } from '../../../src/shared/dates/add-months'
import { builtInHolidayYears } from '../../../src/shared/dates/holiday-years'
import { festivalOn } from '../../../src/shared/dates/lunar'
import { PartialDate } from '../../../src/shared/dates/partial-date'
import { type Stamp, stampOf } from '../../../src/shared/dates/stamps'
import { calendarOf } from '../../../src/shared/dates/work-days'

export const at = (day: string): Stamp => stampOf(Day.parse(day))
export const span = (date: string) => {
  const { earliest, latest } = daysOf(PartialDate.parse(date))
  return { first: stampOf(earliest), last: stampOf(latest) }
}
const somebody: CarePerson = {
  key: 7,
  status: '在职',
  birth: null,
  party: null,
  post: null,
  retire: null,
  influenceOver: null,
  rests: [],
  retreat: null,
}
export const person = (more: Partial<CarePerson>): CarePerson => ({ ...somebody, ...more })
export const happened = (
  kind: LifeEventKind | '受处分处理',
  on: string,
  { until, whom = '本人' }: { until?: string; whom?: Whom } = {},
): CareEvent => ({
  what: 'happened',
  id: 'e',
  person: 7,
  kind,
  whom,
  ...span(on),
  until: until === undefined ? null : at(until),
})
export const listed = (kind: RegisterKind, from: string, until?: string): CareEvent => ({
  what: 'listed',
  id: 'r',
  person: 7,
  kind,
  from: at(from),
  until: until === undefined ? null : at(until),
})
export const done = (
  occasion: Occasion,
  on: string,
  { dueKey = null, nextOn }: { dueKey?: string | null; nextOn?: string } = {},
): CareEvent => ({
  what: 'done',
  id: `d${on}`,
  person: 7,
  on: at(on),
  occasion,
  dueKey,
  nextOn: nextOn === undefined ? null : at(nextOn),
})
export const reviewed = (due: string, on?: string): CareEvent => ({
  what: 'reviewed',
  id: `h${due}`,
  person: 7,
  due: at(due),
  on: on === undefined ? null : at(on),
})
export const rest = (year: number, more: Partial<RestYear>): RestYear => ({
  year,
  entitled: null,
  taken: 0,
  keepsChecks: true,
  checkedOn: null,
  ...more,
})
const parameters = (more: Partial<CareParameters> = {}): CareParameters => ({
  rules: shippedCareRules,
  calendar: calendarOf(builtInHolidayYears),
  festivalOn,
  since: Day.parse('2025-01-01'),
  waived: new Set(),
  ...more,
})
/** What is due for somebody on a day, in words. */
export const listOf = (
  on: Day,
  who: CarePerson,
  events: readonly CareEvent[],
  more: Partial<CareParameters> = {},
): CareTold[] => careDue(on, [who], events, parameters(more)).map(toldOf)
export const items = (
  on: string,
  who: Partial<CarePerson>,
  events: readonly CareEvent[] = [],
  more: Partial<CareParameters> = {},
): CareTold[] => listOf(Day.parse(on), person(who), events, more)
/** What is due on a day, each as its rule, its day and its state. */
export const due = (...asked: Parameters<typeof items>): string[] =>
  items(...asked).map(({ ruleId, dueOn, state }) => `${ruleId} ${dueOn} ${state}`)
