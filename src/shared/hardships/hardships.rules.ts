import type { CareRecordFacts } from '../care-records/care-records'
import { offeredFor } from '../care-records/occasions'
import type { Day } from '../dates/add-months'
import { allowed, refused, type Verdict } from '../result'
import {
  type Aid,
  type HardshipFacts,
  type HardshipSettings,
  type Household,
  type NewAid,
  type ReviewOutcome,
  shippedHardshipSettings,
} from './hardships'

/** What is in force on a day: the latest of the unit's own that has begun, else what ships. */
export function hardshipSettingsOn(own: readonly HardshipSettings[], day: Day): HardshipSettings {
  const begun = own.filter(({ validFrom }) => validFrom <= day)
  return begun.toSorted((a, b) => a.validFrom.localeCompare(b.validFrom)).at(-1) ?? shippedHardshipSettings
}

/** Yearly income per head in whole fen, cut off; null where the income is not known. Information and no verdict. */
export const incomePerHead = ({ members, incomeFen }: Household): number | null =>
  incomeFen === null ? null : Math.floor(incomeFen / members)

export type ReviewStanding = 'late' | 'today' | 'running' | 'closed'
export function reviewStanding(
  day: Day,
  { nextReviewOn, closedOn }: { readonly nextReviewOn: Day; readonly closedOn: Day | null },
): ReviewStanding {
  if (closedOn !== null) return 'closed'
  if (nextReviewOn < day) return 'late'
  return nextReviewOn === day ? 'today' : 'running'
}

/** What was paid, without what was taken back. */
export const paidFen = (aids: readonly Pick<Aid, 'fen' | 'withdrawnFor'>[]): number =>
  aids.reduce((sum, { fen, withdrawnFor }) => (withdrawnFor === '' ? sum + fen : sum), 0)

export function mayRecordCase(
  { cause, causeText, openedOn, level, proofs, nextReviewOn }: HardshipFacts,
  { levels }: Pick<HardshipSettings, 'levels'>,
  today: Day,
): Verdict {
  if (openedOn > today) return refused('登记的日期还没有到')
  if (cause === '其他' && causeText.trim() === '') return refused('原因选其他的，写明是什么')
  if (level !== '' && !levels.includes(level)) return refused('这个等级不在本单位的等级里')
  if (proofs.some(({ seenOn }) => seenOn > today)) return refused('看证明的日期还没有到')
  return nextReviewOn < openedOn ? refused('复核的日期早于登记') : allowed
}

export function mayPay({ on }: NewAid, { openedOn, closedOn }: CaseDays, today: Day): Verdict {
  if (closedOn !== null) return refused('这一户已经退出，先重开再登记救助')
  if (on > today) return refused('发放的日期还没有到')
  return on < openedOn ? refused('发放早于登记') : allowed
}
interface CaseDays {
  readonly openedOn: Day
  readonly closedOn: Day | null
}

interface Reviewed {
  readonly on: Day
  readonly outcome: ReviewOutcome
  readonly level: string
  /** Null for 退出. */
  readonly nextOn: Day | null
}
export function mayReview(
  before: CaseDays & { readonly level: string },
  { on, outcome, level, nextOn }: Reviewed,
  { levels }: Pick<HardshipSettings, 'levels'>,
  today: Day,
): Verdict {
  if (before.closedOn !== null) return refused('这一户已经退出，先重开')
  if (on > today) return refused('复核的日期还没有到')
  if (on < before.openedOn) return refused('复核早于登记')
  if (outcome === '退出') return nextOn === null ? allowed : refused('退出的不再写下次复核')
  if (nextOn === null) return refused('写上下次复核的日期')
  if (nextOn <= on) return refused('下次复核不晚于这次')
  if (level !== '' && !levels.includes(level)) return refused('这个等级不在本单位的等级里')
  if (outcome === '调整' && level === before.level) return refused('选了调整，等级却没有变')
  return outcome === '继续' && level !== before.level ? refused('等级变了的选调整') : allowed
}

/** What is said of aid without a note: every record says what was done. */
const PLAIN = '困难帮扶救助'
/** Aid as the record of care that it is: it counts in coverage and sums, and settles no visit. */
export function aidRecord(
  cadreId: CareRecordFacts['cadreId'],
  { kind, fen, on, voucher, approvedBy, note }: NewAid,
): CareRecordFacts {
  const { dimension, measure } = offeredFor.困难救助
  return {
    cadreId,
    on,
    occasion: '困难救助',
    form: '慰问',
    dimension,
    measure,
    dueKey: null,
    eventId: null,
    visitors: '',
    what: note === '' ? PLAIN : note,
    moneyFen: fen,
    goods: '',
    standard: '',
    source: kind,
    voucher,
    approvedBy,
    promise: '',
    nextStep: '',
    nextOn: null,
    attachments: [],
  }
}
/** The same record as its case tells it. */
export const noteOf = (what: string): string => (what === PLAIN ? '' : what)
