import { addDays, Day } from '../dates/add-months'
import { allowed, refused, type Verdict } from '../result'
import type { BoardRow, CareMeasure, CountOf, EvidenceFacts, PlanFacts, VersionedCareMeasure } from './care-measures'
import { type CareMeasureKey, type CarePeriod, shippedCareMeasures } from './measures.data'

/** A plan comes near so many days before it is due. */
export const SOON_DAYS = 30

/** Where each measure is carried out, by what ships. */
export const pageOf = (key: CareMeasureKey): string | null =>
  shippedCareMeasures.find(measure => measure.key === key)?.page ?? null

/** Whether it is one of the three places that the source leaves open. */
export const isOwn = (key: CareMeasureKey): boolean => key.startsWith('own-')

/** As it ships: without an owner, switched on; a place without a name asks for nothing. */
export const shippedMeasure = ({
  page: _page,
  ...measure
}: (typeof shippedCareMeasures)[number]): VersionedCareMeasure => ({
  ...measure,
  owner: '',
  on: measure.title !== '',
  version: 0,
})

/** Whether a measure can be kept as it is filled in: the named ones keep their names, the open places get one of the unit's. */
export function mayKeepMeasure(measure: CareMeasure): Verdict {
  const shipped = shippedCareMeasures.find(({ key }) => key === measure.key)
  if (!isOwn(measure.key)) {
    return shipped?.title === measure.title && shipped.group === measure.group
      ? allowed
      : refused('这一条的名称和类别是原文写明的，不能改')
  }
  if (measure.title === '' && measure.group === null) return measure.on ? refused('先写名称，再启用') : allowed
  if (measure.title === '') return refused('先写名称')
  return measure.group === null ? refused('先选属于哪一类') : allowed
}

/** Whether a plan says what is to be done by when. */
export function mayPlan(plan: PlanFacts, year: number, on: Day): Verdict {
  if (plan.target === null && plan.goal === '') return refused('写明计划数或者目标，至少一样')
  if (plan.dueOn < `${year}-01-01`) return refused(`完成期限早于 ${year} 年`)
  if (plan.settledOn !== null && plan.settledOn > on) return refused('完成日期还没有到')
  return allowed
}

/** Whether something was done when it can have been. */
export function mayEvidence({ on }: Pick<EvidenceFacts, 'on'>, today: Day): Verdict {
  return on > today ? refused('日期还没有到') : allowed
}

/** What is counted against a plan: evidence and what other parts count, each in what the plan counts. */
export function doneOf({ plan, evidence, counted }: Pick<BoardRow, 'plan' | 'evidence' | 'counted'>): {
  readonly count: number
  readonly countOf: CountOf
} {
  const countOf = plan?.countOf ?? '次'
  const own = countOf === '次' ? evidence.count : evidence.people
  const others = counted.reduce((sum, each) => sum + (each.countOf === countOf ? each.count : 0), 0)
  return { count: own + others, countOf }
}

export type MeasureState = 'unnamed' | 'off' | 'unplanned' | 'running' | 'soon' | 'late' | 'done'
export interface MeasureProgress {
  readonly state: MeasureState
  /** In words: 逾期 5 天，差 2 次. */
  readonly words: string
  /** From 0 to 1; null where no number is planned. */
  readonly share: number | null
}

const daysTo = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / 86_400_000

/** Where a measure stands on a day against the year's plan. */
export function progressOf(row: BoardRow, on: Day): MeasureProgress {
  const { plan } = row
  if (row.title === '') return { state: 'unnamed', words: '待本单位命名', share: null }
  const { count, countOf } = doneOf(row)
  const share = plan?.target == null ? null : Math.min(1, count / plan.target)
  if (!row.on) return { state: 'off', words: '已停用', share }
  if (!plan) return { state: 'unplanned', words: '还没有计划', share }
  const isDone = plan.target === null ? plan.settledOn !== null : count >= plan.target
  if (isDone) return { state: 'done', words: '已完成', share }
  const lacking = plan.target === null ? '' : `，差 ${plan.target - count} ${countOf}`
  if (plan.dueOn < on) return { state: 'late', words: `逾期 ${daysTo(plan.dueOn, on)} 天${lacking}`, share }
  const left = daysTo(on, plan.dueOn)
  if (addDays(on, SOON_DAYS) >= plan.dueOn)
    return { state: 'soon', words: left === 0 ? `今天到期${lacking}` : `还有 ${left} 天${lacking}`, share }
  return { state: 'running', words: plan.target === null ? '进行中' : lacking.slice(1), share }
}

const monthsOf: Record<CarePeriod, number | null> = { 年度: 12, 半年: 6, 季度: 3, 月度: 1, 随时: null }

/** The first day of the period of the calendar in which a measure is taken stock of; null for what has none. */
export function periodStart(period: CarePeriod, on: Day): Day | null {
  const months = monthsOf[period]
  if (months === null) return null
  const month = Math.floor((Number(on.slice(5, 7)) - 1) / months) * months + 1
  return Day.parse(`${on.slice(0, 4)}-${String(month).padStart(2, '0')}-01`)
}

/** 本季度还没有登记: said of what is taken stock of more often than once a year. Empty when there is nothing to say. */
export function quietWords(
  { period, on: isOn, title, evidence, counted, plan }: BoardRow,
  year: number,
  on: Day,
): string {
  const start = periodStart(period, on)
  if (start === null || period === '年度' || !isOn || title === '' || plan === null) return ''
  if (Number(on.slice(0, 4)) !== year || counted.some(({ count }) => count > 0)) return ''
  const words = { 半年: '这半年', 季度: '本季度', 月度: '本月', 随时: '' }[period]
  return evidence.lastOn === null || evidence.lastOn < start ? `${words}还没有登记` : ''
}

/** The figures above the board. */
export function boardFigures(rows: readonly BoardRow[], on: Day) {
  const states = rows.map(row => progressOf(row, on).state)
  const count = (...asked: readonly MeasureState[]): number => states.filter(state => asked.includes(state)).length
  return {
    planned: count('running', 'soon', 'late', 'done'),
    done: count('done'),
    late: count('late'),
    unplanned: count('unplanned'),
    unnamed: count('unnamed'),
  }
}
