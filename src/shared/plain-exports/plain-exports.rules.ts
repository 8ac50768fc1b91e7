import { allowed, refused, type Verdict } from '../result'
import type { PlainState } from './plain-exports'

/** An approval holds for so long, so that none lies about unused. */
export const APPROVAL_HOURS = 24
const HOUR_MS = 3_600_000
/** A page's clock may lag this much behind the decision that it shows. */
const LAG_HOURS = 5 / 60

export interface PlainWish {
  readonly state: PlainState
  /** ISO instant; null before anybody decided. */
  readonly decidedAt: string | null
  readonly mine: boolean
}

/** Whether everything may be written out now. Source: two persons for what leaves in the clear, rule book 10D. */
export function mayTakeOut({ state, decidedAt, mine }: PlainWish, now: number): Verdict {
  if (!mine) return refused('只能由提出申请的人导出')
  if (state === 'done') return refused('这次批准已经用过，再导出要重新申请')
  if (state !== 'approved' || decidedAt === null) return refused('还没有得到安全保密管理员批准')
  const hours = (now - Date.parse(decidedAt)) / HOUR_MS
  // A clock that was set back does not make an approval last longer.
  return hours >= -LAG_HOURS && hours < APPROVAL_HOURS
    ? allowed
    : refused(`批准满 ${APPROVAL_HOURS} 小时已失效，请重新申请`)
}

export const mayDecide = ({ state }: Pick<PlainWish, 'state'>): Verdict =>
  state === 'asked' ? allowed : refused('这项申请已经处理过')
