import { printPartyText } from '../../shared/cadres/party-text'
import type { PartialDate } from '../../shared/dates/partial-date'
import { monthAt, monthText, yearOf } from './months'
import { type Random, Weighted } from './random'
import type { Seat } from './units'

/** Those outside the CPC. */
const others = new Weighted([
  ['群众', 70],
  ['无党派', 8],
  ['民盟', 6],
  ['民建', 6],
  ['九三', 5],
  ['农工党', 3],
  ['民进', 2],
])

/** Members of the CPC among a hundred, by the level of the post. */
const memberShare = [0.78, 0.95, 0.97, 0.95, 0.97, 0.97, 1] as const

/** Who leads for the Party is of it. */
const ofTheParty = /党|书记|常委|组织|宣传/

/** Between April 1969 and August 1977 there was no probation. Source: rule book 5A. */
const withoutProbation = [monthAt(1969, 4), monthAt(1977, 7)] as const
const full = (joined: number): number =>
  joined >= withoutProbation[0] && joined <= withoutProbation[1] ? joined : joined + 12

export interface Joining {
  readonly partyJoined: PartialDate | null
  readonly partyFull: PartialDate | null
  readonly partyText: string
}

/** When somebody joined, at eighteen at the earliest, and when the year of probation was over. */
export function joiningOf(
  random: Random,
  { birth, workStart, end, seat }: { birth: number; workStart: number; end: number; seat: Seat },
): Joining {
  const earliest = birth + 18 * 12 + 3
  const latest = end - 2
  const isMember =
    random.chance(memberShare[seat.level] ?? 0.9) || ofTheParty.test(seat.title) || seat.unit.kind === 'committee'
  if (!isMember || earliest >= latest) return { partyJoined: null, partyFull: null, partyText: others.draw(random) }
  // At school, or in the first years of work.
  const usual = random.chance(0.4) ? random.int(earliest, Math.max(earliest, workStart)) : workStart + random.int(4, 90)
  let joined = Math.min(Math.max(earliest, usual), latest)
  // A month in which the rule changed leaves open which one held.
  if (joined === monthAt(1977, 8) || yearOf(joined) < 1957) joined = Math.max(earliest, monthAt(1978, 1))
  const partyFull = full(joined)
  const partyJoined = monthText(joined)
  return {
    partyJoined,
    partyFull: partyFull <= end ? monthText(partyFull) : null,
    partyText: printPartyText({ partyJoined, otherParties: [] }),
  }
}
