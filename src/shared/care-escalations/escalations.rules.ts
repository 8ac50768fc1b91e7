import type { AccountId } from '../accounts/accounts'
import type { Day } from '../dates/add-months'
import { allowed, refused, type Verdict } from '../result'
import type { CareReport, EscalationState, NewCareReport } from './care-escalations'

/** Whether a matter may be told upwards: it is late, nobody has done so yet, and it is said to whom and when. */
export function mayReport(
  { toId, to, on }: Pick<NewCareReport, 'toId' | 'to' | 'on'>,
  { late, dueOn, reported }: { readonly late: boolean; readonly dueOn: Day; readonly reported: boolean },
  today: Day,
): Verdict {
  if (reported) return refused('这一项已经上报过')
  if (!late) return refused('这一项没有逾期，不用上报')
  if (toId === null && to === '') return refused('先写上报给谁')
  if (on > today) return refused('上报的日期还没有到')
  return on < dueOn ? refused('上报的日期早于到期') : allowed
}

/**
 * Who may answer: the account it was reported to. What was reported to somebody without an account is answered on paper, and
 * whoever oversees care writes that down.
 */
export const isAnswerer = ({ toId }: Pick<CareReport, 'toId'>, account: AccountId): boolean =>
  toId === null || toId === account

export function mayInstruct(
  report: Pick<CareReport, 'toId' | 'toName' | 'on'>,
  { account, wantedOn, today }: { readonly account: AccountId; readonly wantedOn: Day; readonly today: Day },
): Verdict {
  if (!isAnswerer(report, account)) return refused(`这一项上报给${report.toName}，由本人批示`)
  return wantedOn < today ? refused('要求办结的日期已经过了') : allowed
}

export const escalationState = (report: Pick<CareReport, 'instruction'> | undefined): EscalationState =>
  report === undefined ? '未上报' : report.instruction === null ? '等批示' : '已批示'
