import { allowed, refused, type Verdict } from '../result'
import { FIRST_MEDAL_YEAR } from './medal-year.rules'
import type { Handing, MedalColumn, MedalDecision, MedalFacts, MemberFacts, TakingBack } from './medals'

/** Who is decided on: where they stand, and whether a medal was handed already. */
interface Candidate {
  readonly column: MedalColumn | 'none'
  readonly handed: boolean
}

/** Whether a decision can be written down. Several at once only where the case is clear; who decides is a person, always. */
export function mayDecide(people: readonly Candidate[], decision: MedalDecision, reason: string): Verdict {
  if (people.length === 0) return refused('先选人')
  if (people.some(({ handed }) => handed)) return refused('已经颁发的不能改决定，先在台账里登记收回')
  if (people.some(({ column }) => column === 'none')) return refused('有人不在这一年的名单里')
  if (people.some(({ column }) => column === 'later')) return refused('有人到这一年七一还不满50年')
  if (decision === '授予' && people.some(({ column }) => column === 'given')) return refused('有人已经决定授予')
  if (decision !== '授予') return reason === '' ? refused(`${decision}要写明理由`) : allowed
  if (people.some(({ column }) => column === 'missing')) return refused('有人缺日期，补齐以后再定')
  if (people.some(({ column }) => column === 'review')) {
    if (people.length > 1) return refused('需要核对的逐个定')
    if (reason === '') return refused('需要核对的，写明核对的结果')
  }
  return allowed
}

export function mayHand({ on, to, receiver }: Handing, year: number, today: string): Verdict {
  if (on > today) return refused('颁发日期还没有到')
  if (Number(on.slice(0, 4)) < Math.max(year, FIRST_MEDAL_YEAR)) return refused('颁发日期早于授予的年度')
  if (to === '家属' && receiver === '') return refused('由家属代领的，写明姓名和关系')
  return allowed
}

export function mayTakeBack({ how, on, ground, documentNo }: TakingBack, handedOn: string, today: string): Verdict {
  if (on > today) return refused('收回日期还没有到')
  if (on < handedOn) return refused('收回日期早于颁发日期')
  if (how === '撤销' && ground === null) return refused('选撤销的情形')
  if (how === '撤销' && documentNo === '') return refused('写撤销决定的文号')
  return allowed
}

const before = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && a.slice(0, Math.min(a.length, b.length)) > b.slice(0, Math.min(a.length, b.length))

/** Whether dates stand in an order that a life can have. */
export function mayKeepFacts({ leftOn, rejoinedOn, refullOn }: MedalFacts): Verdict {
  if (before(leftOn, rejoinedOn)) return refused('重新入党早于脱离党组织')
  if (before(rejoinedOn, refullOn)) return refused('转正早于重新入党')
  if (refullOn !== null && rejoinedOn === null) return refused('先写重新入党的时间')
  return allowed
}
export function mayKeepMember(facts: MemberFacts): Verdict {
  const { birth, partyJoined, partyFull } = facts
  if (before(birth, partyJoined)) return refused('入党早于出生')
  if (before(partyJoined, partyFull)) return refused('转正早于入党')
  return mayKeepFacts(facts)
}
