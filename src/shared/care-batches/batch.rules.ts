import type { VersionedStandard } from '../care-standards/care-standards'
import { overStandard, yuan } from '../care-standards/care-standards.rules'
import type { Day } from '../dates/add-months'
import { allowed, refused, type Verdict } from '../result'
import type { BatchFacts, Visit, VisitOutcome } from './care-batches'

const digits = '零壹贰叁肆伍陆柒捌玖'
const places = ['', '拾', '佰', '仟'] as const
const groups = ['', '万', '亿'] as const

function wholeWords(yuanWhole: number): string {
  const text = String(yuanWhole)
  let words = ''
  let zero = false
  for (const [at, digit] of Array.from(text).entries()) {
    const place = text.length - 1 - at
    if (digit === '0') zero = true
    else {
      words += `${zero ? '零' : ''}${digits[Number(digit)] ?? ''}${places[place % 4] ?? ''}`
      zero = false
    }
    // A group of four that is all zeros has no name.
    if (place % 4 === 0 && place > 0 && Number(text.slice(Math.max(0, at - 3), at + 1)) > 0)
      words += groups[place / 4] ?? ''
  }
  return words
}

/** 1234.05 yuan as 壹仟贰佰叁拾肆元零伍分, as it stands on a voucher. Source: 支付结算办法附件一, 正确填写票据和结算凭证. */
export function amountWords(fen: number): string {
  const [whole, jiao, cent] = [Math.floor(fen / 100), Math.floor((fen % 100) / 10), fen % 10]
  if (fen === 0) return '零元整'
  const head = whole === 0 ? '' : `${wholeWords(whole)}元`
  if (jiao === 0 && cent === 0) return `${head}整`
  const tens = jiao > 0 ? `${digits[jiao] ?? ''}角` : head === '' ? '' : '零'
  return `${head}${tens}${cent > 0 ? `${digits[cent] ?? ''}分` : '整'}`
}

export interface BatchTotals {
  readonly people: number
  readonly visited: number
  readonly missed: number
  readonly waiting: number
  readonly plannedFen: number
  readonly givenFen: number
  /** What is beyond budget or standard, with numbers. Nothing of it bars anything. */
  readonly warnings: readonly string[]
}

/** What a batch comes to, live while results are entered. */
export function batchTotals(
  visits: readonly Visit[],
  budgetFen: number | null,
  standard: VersionedStandard | undefined,
): BatchTotals {
  const of = (result: Visit['result']): number => visits.filter(each => each.result === result).length
  const sum = (pick: (visit: Visit) => number): number => visits.reduce((total, visit) => total + pick(visit), 0)
  const [plannedFen, givenFen] = [sum(visit => visit.plannedFen), sum(visit => visit.givenFen)]
  const beyond = (fen: number, what: string): string[] =>
    budgetFen !== null && fen > budgetFen
      ? [`${what} ${yuan(fen)} 元，超出预算 ${yuan(fen - budgetFen)} 元（预算 ${yuan(budgetFen)} 元）`]
      : []
  const over = visits.filter(
    ({ plannedFen: planned, givenFen: given }) => overStandard(Math.max(planned, given), standard) !== undefined,
  )
  return {
    people: visits.length,
    visited: of('已走访'),
    missed: of('未走访'),
    waiting: of('待走访'),
    plannedFen,
    givenFen,
    warnings: [
      ...beyond(plannedFen, '计划'),
      ...beyond(givenFen, '实发'),
      ...(over.length > 0 && standard?.ceilingFen !== null && standard !== undefined
        ? [`${over.length} 人超出标准（每人次 ${yuan(standard.ceilingFen)} 元）`]
        : []),
    ],
  }
}

export function mayKeepBatch({ from, to }: BatchFacts): Verdict {
  return to < from ? refused('结束日期早于开始日期') : allowed
}

/** Whether the result of a visit can be kept as it stands. */
export function mayEnter({ result, visitedOn, remark, givenFen, givenGoods }: VisitOutcome, today: Day): Verdict {
  if (result === '已走访' && visitedOn === null) return refused('已走访的，写走访日期')
  if (visitedOn !== null && visitedOn > today) return refused('走访日期还没有到')
  if (result === '未走访' && remark === '') return refused('未走访的，写明原因')
  if (result !== '已走访' && (givenFen > 0 || givenGoods !== '')) return refused('没有走访，不能登记给付')
  return allowed
}

/** A batch ends when nobody waits any more: who was not visited has a reason, and money has its source. */
export function mayFinish(visits: readonly Visit[], { source }: Pick<BatchFacts, 'source'>): Verdict {
  const waiting = visits.filter(({ result }) => result === '待走访').length
  if (visits.length === 0) return refused('名单是空的')
  if (waiting > 0) return refused(`还有 ${waiting} 人待走访，先登记结果或者写明未走访的原因`)
  return source === null && visits.some(({ givenFen }) => givenFen > 0)
    ? refused('发了慰问金，先在“修改”里选资金来源')
    : allowed
}
