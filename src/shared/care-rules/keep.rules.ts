import type { Day } from '../dates/add-months'
import { stampAt } from '../dates/stamps'
import { allowed, refused, type Verdict } from '../result'
import type { CareRule, When } from './care-rules'

/** A leap year: 29 February may be named. */
const LEAP = 2028
const isDay = (month: number, date: number): boolean => stampAt(LEAP, month, date) % 10_000 === month * 100 + date
const rises = (values: readonly number[]): boolean =>
  values.every((value, at) => at === 0 || value > (values[at - 1] ?? 0))

function wrongWhen(when: When): string | undefined {
  switch (when.by) {
    case 'calendar':
    case 'check':
    case 'retreat':
      return isDay(when.month, when.date) ? undefined : '没有这一天，请改月份和日期'
    case 'event':
    case 'file':
      return rises(when.steps) ? undefined : '各步的天数从小到大写，不重复'
    case 'retirement':
      return rises(when.months.toReversed()) ? undefined : '提前的月数从大到小写，不重复'
    case 'leave':
      if (!when.checks.every(({ month, date }) => isDay(month, date))) return '没有这一天，请改月份和日期'
      return rises(when.checks.map(({ month, date }) => month * 100 + date))
        ? undefined
        : '各次检查的日期从前到后写，不重复'
    default:
      return undefined
  }
}

/** Forms that are told from the register, so that a list has to be named. */
const needsList = ({ when }: Pick<CareRule, 'when'>): boolean =>
  when.by === 'interval' || when.by === 'entry' || (when.by === 'anniversary' && when.of === 'list')
/** Whether it is said whom the rule is about; what happened, and what was agreed next, says so itself. */
const isAboutSomebody = ({ when, whose }: Pick<CareRule, 'when' | 'whose'>): boolean =>
  when.by === 'event' ||
  when.by === 'next' ||
  when.by === 'hardship' ||
  whose.lists.length > 0 ||
  (!needsList({ when }) && whose.statuses.length > 0)

/** Whether a rule can be kept as it is written: it names days that are, asks somebody, and ends no sooner than it begins. */
export function mayKeepCareRule(rule: Pick<CareRule, 'when' | 'whose' | 'validFrom' | 'validTo'>): Verdict {
  const wrong = wrongWhen(rule.when)
  if (wrong !== undefined) return refused(wrong)
  if (!isAboutSomebody(rule)) return refused(needsList(rule) ? '先选这条规则管哪个名册' : '先选这条规则管哪些人')
  if (rule.validTo !== null && rule.validTo < rule.validFrom) return refused('停用日期早于启用日期')
  return allowed
}

/** Whether the unit may say that it begins on a day: a day that is still to come would leave everything that is due today unasked. */
export const mayStartOn = (since: Day, today: Day): Verdict =>
  since > today ? refused('启用日不能晚于今天，不然今天的事都不列了') : allowed
