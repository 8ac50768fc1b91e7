import { addDays, type Day } from '../dates/add-months'
import { showDate } from '../dates/partial-date'
import { allowed, refused, type Verdict } from '../result'
import {
  type Desk,
  type DeskFacts,
  type DeskSatisfaction,
  type DeskState,
  type DeskTerm,
  shippedDeskTerms,
} from './desks'

/** How an item stands on a day; `soon` within three days. */
export type DeskStanding = 'late' | 'today' | 'soon' | 'open' | 'answered' | 'closed'
const SOON_DAYS = 3

interface Dated {
  readonly state: DeskState
  readonly dueOn: Day
}
export function deskStandingOn(day: Day, { state, dueOn }: Dated): DeskStanding {
  if (state !== 'open') return state
  if (dueOn < day) return 'late'
  if (dueOn === day) return 'today'
  return dueOn <= addDays(day, SOON_DAYS) ? 'soon' : 'open'
}

/** Days since it was due; none while it is not late. */
export const deskDaysLate = (day: Day, item: Dated): number =>
  deskStandingOn(day, item) === 'late' ? Math.round((Date.parse(day) - Date.parse(item.dueOn)) / 86_400_000) : 0

/** The term in force on a day: the latest of the unit's own that has begun, else the one that ships. */
export function deskTermOn(terms: readonly DeskTerm[], desk: Desk, day: Day): DeskTerm {
  const own = terms.filter(term => term.desk === desk && term.validFrom <= day)
  const latest = own.toSorted((a, b) => a.validFrom.localeCompare(b.validFrom)).at(-1)
  const shipped = shippedDeskTerms.find(term => term.desk === desk)
  if (latest) return latest
  if (!shipped) throw new Error(`no term for ${desk}`)
  return shipped
}

/** The last day on which the answer is in time: so many calendar days after it came in. */
export const deskDueOn = (terms: readonly DeskTerm[], desk: Desk, cameOn: Day): Day =>
  addDays(cameOn, deskTermOn(terms, desk, cameOn).days)

/** Whether this may be written down on a day. */
export function mayComeIn({ cadreId, unitId, cameOn }: DeskFacts, dueOn: Day | null, today: Day): Verdict {
  if (cameOn > today) return refused('收到的日期还没有到')
  if (cadreId !== null && unitId !== null) return refused('写了本人就不用再选单位')
  return dueOn !== null && dueOn < cameOn ? refused('期限早于收到的日期') : allowed
}

/** Whether it may be put off or given to another. */
export const mayMoveItem = ({ state }: Pick<Dated, 'state'>): Verdict =>
  state === 'open' ? allowed : refused('这件事已经答复，不能再改期或者转办')

export function mayAnswer({ state, cameOn }: { state: DeskState; cameOn: Day }, on: Day, today: Day): Verdict {
  if (state !== 'open') return refused('这件事已经答复')
  if (on > today) return refused('答复的日期还没有到')
  return on < cameOn ? refused('答复早于收到的日期') : allowed
}

interface Asked {
  readonly satisfaction: DeskSatisfaction
  readonly on: Day
  readonly text: string
  /** The new term of what is taken up again; only when the person is not satisfied. */
  readonly dueOn: Day | null
}
/** Whether the person's word may be written down: whoever is not satisfied has the matter taken up again. */
export function mayAsk(
  { state, answeredOn }: { state: DeskState; answeredOn: Day | null },
  { satisfaction, on, text, dueOn }: Asked,
  today: Day,
): Verdict {
  if (state !== 'answered' || answeredOn === null) return refused(state === 'open' ? '先写答复' : '这件事已经办结')
  if (on > today) return refused('回访的日期还没有到')
  if (on < answeredOn) return refused('回访早于答复')
  if (satisfaction === '未问') return text.trim() === '' ? refused('没有回访的，写明原因') : allowed
  if (satisfaction !== '不满意') return allowed
  if (text.trim() === '') return refused('不满意的，写明哪里不满意')
  if (dueOn === null) return refused('不满意的要接着办，写上新的期限')
  return dueOn < on ? refused('新的期限早于回访') : allowed
}

export function mayReopenItem({ state }: Pick<Dated, 'state'>, dueOn: Day, today: Day): Verdict {
  if (state === 'open') return refused('这件事还在办，不用重开')
  return dueOn < today ? refused('新的期限已经过了') : allowed
}

export const mayPostpone = (item: Dated, dueOn: Day, today: Day): Verdict => {
  const may = mayMoveItem(item)
  if (!may.allowed) return may
  if (dueOn === item.dueOn) return refused('期限没有变')
  return dueOn < today ? refused('新的期限已经过了') : allowed
}

/** How it stood before it was corrected, in words. Null when nothing differs. */
export function correctionWords(
  before: DeskFacts & { who: string },
  after: DeskFacts & { who: string },
): string | null {
  const words = [
    before.desk === after.desk ? '' : `台子 ${before.desk} 改为 ${after.desk}`,
    before.who === after.who ? '' : `对象 ${before.who} 改为 ${after.who}`,
    before.cameOn === after.cameOn ? '' : `收到 ${showDate(before.cameOn)} 改为 ${showDate(after.cameOn)}`,
    before.channel === after.channel ? '' : `途径 ${before.channel} 改为 ${after.channel}`,
    before.text === after.text ? '' : `原来写的是：${before.text}`,
  ].filter(each => each !== '')
  return words.length === 0 ? null : words.join('；')
}

/** What one desk shows on the workbench. */
export interface DeskFigures {
  readonly desk: Desk
  readonly open: number
  readonly late: number
  readonly today: number
  /** Answered, and the person not asked yet. */
  readonly answered: number
}
