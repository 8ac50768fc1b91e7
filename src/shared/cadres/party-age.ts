import type { Basis } from '../basis/basis'
import { daysOf } from '../dates/add-months'
import { compareMonths, monthsOf, type PartialDate } from '../dates/partial-date'
import type { Cadre } from './cadres'

/** How one period of the Party's history admitted members. Dates are days, both included; `to` is null today. */
export interface PartyPeriod {
  readonly from: string
  readonly to: string | null
  /** Months of probation; 0 for none, null where it varied by class. */
  readonly probationMonths: number | null
  /** 党龄 counts from joining or from full membership. */
  readonly countsFrom: 'joining' | 'full'
}

export const partyPeriodBasis: Basis = {
  source: '党章历次修订关于预备期和党龄的规定（党务工作通行对照表）',
  status: 'CONFIRMED(S)',
}

/** Source: rule book 5A, table M2. The years before 1945 varied and are not in it. */
const partyPeriods: readonly PartyPeriod[] = [
  { from: '1945-04-23', to: '1956-09-14', probationMonths: null, countsFrom: 'full' },
  { from: '1956-09-15', to: '1969-03-31', probationMonths: 12, countsFrom: 'full' },
  { from: '1969-04-01', to: '1977-08-11', probationMonths: 0, countsFrom: 'joining' },
  { from: '1977-08-12', to: '1982-09-05', probationMonths: 12, countsFrom: 'full' },
  { from: '1982-09-06', to: null, probationMonths: 12, countsFrom: 'full' },
]

/** The periods that a joining date may lie in: more than one where it is not precise enough, none before 1945. */
export function partyPeriodsOf(joined: PartialDate): PartyPeriod[] {
  const { earliest, latest } = daysOf(joined)
  return partyPeriods.filter(({ from, to }) => from <= latest && (to === null || earliest <= to))
}

export type PartyAgeStart =
  | { readonly kind: 'known'; readonly start: PartialDate }
  | { readonly kind: 'not-a-member' }
  | { readonly kind: 'unknown'; readonly reason: string }

/** The day that 党龄 counts from; only full members have one. What is not known is asked for. Source: rule book 5.4 and its table. */
export function partyAgeStart({ partyJoined, partyFull }: Pick<Cadre, 'partyJoined' | 'partyFull'>): PartyAgeStart {
  if (!partyJoined) return { kind: 'not-a-member' }
  const periods = partyPeriodsOf(partyJoined)
  if (periods.length === 0) return { kind: 'unknown', reason: '1945年4月以前入党的，党龄起算时间要查档案' }
  if (periods.every(({ countsFrom }) => countsFrom === 'joining')) return { kind: 'known', start: partyJoined }
  if (periods.every(({ countsFrom }) => countsFrom === 'full'))
    return partyFull ? { kind: 'known', start: partyFull } : { kind: 'unknown', reason: '没有填转正时间' }
  // In the month that probation came back, the date of full membership tells which side of it the person joined.
  const waited = partyFull ? monthsOf(partyFull).earliest - monthsOf(partyJoined).latest : undefined
  const same = partyFull !== null && compareMonths(partyJoined, partyFull) === 0
  if (partyFull && (same || (waited !== undefined && waited > 0))) return { kind: 'known', start: partyFull }
  return { kind: 'unknown', reason: '1969年4月1日至1977年8月11日入党的没有预备期，要填入党的具体日期或转正时间' }
}
