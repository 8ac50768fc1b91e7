import type { Day } from '../dates/add-months'
import { addMonths, daysOf } from '../dates/add-months'
import { allowed, refused, type Verdict } from '../result'
import type { CareRecordFacts, LifeEventFacts } from './care-records'

/** Whether what happened may be noted: not in the future, and over no sooner than it began. */
export function mayNote({ on, until }: Pick<LifeEventFacts, 'on' | 'until'>, today: Day): Verdict {
  if (daysOf(on).earliest > today) return refused('发生日期还没有到，等发生后再登记')
  if (until !== null && until < daysOf(on).earliest) return refused('结束日期早于发生日期')
  return allowed
}

/** Whether what was done may be recorded. Money says where it comes from; what is planned next lies ahead. */
export function mayRecord(
  record: Pick<CareRecordFacts, 'on' | 'form' | 'what' | 'moneyFen' | 'goods' | 'source' | 'nextStep' | 'nextOn'>,
  today: Day,
): Verdict {
  if (record.on > today) return refused('办理日期还没有到，办了以后再记')
  // Congratulations were given, and there is nothing more to say of them.
  if (record.what === '' && record.form !== '祝贺' && record.moneyFen === 0 && record.goods === '')
    return refused('写一句看到什么、做了什么，或者填慰问金、慰问品')
  if (record.moneyFen > 0 && record.source === null) return refused('有慰问金，要选资金来源')
  if (record.nextStep === '' && record.nextOn !== null) return refused('写了下一步日期，还要写下一步做什么')
  if (record.nextOn !== null && record.nextOn < record.on) return refused('下一步日期早于这次办理日期')
  if (record.nextOn !== null && record.nextOn > addMonths(record.on, 12)) return refused('下一步定在一年以内')
  return allowed
}
