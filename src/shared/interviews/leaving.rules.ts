import { allowed, refused, type Verdict } from '../result'
import type { InterviewState, Party } from './interviews'

/** Nothing is missing any more: everyone has confirmed, or is noted as having left. */
export const isSettled = (parties: readonly Pick<Party, 'confirmedAt' | 'waiver'>[]): boolean =>
  parties.every(({ confirmedAt, waiver }) => confirmedAt !== null || waiver !== null)

/** Whether a missing confirmation may be noted as one that cannot be given: only of an account that is not in use any more. */
export function mayWaive(state: InterviewState, party: Omit<Party, 'id' | 'part'>): Verdict {
  if (state !== 'closed') return refused('记录还没有结束，或者已经定稿')
  if (party.active) return refused(`${party.name}的账户还在使用，请本人确认`)
  return party.confirmedAt !== null || party.waiver !== null ? refused(`${party.name}的确认已经有了说明`) : allowed
}

/** Whether somebody may go on with a talk: it was begun, and one of those who hold or record it is gone. */
export function maySucceed(
  state: InterviewState,
  parties: readonly Pick<Party, 'id' | 'name' | 'part' | 'active'>[],
  next: { readonly id: string; readonly part: Party['part'] },
): Verdict {
  if (state !== 'open') return refused('只有正在记录的谈话要指定接续的人')
  if (parties.every(({ active }) => active)) return refused('谈话人和记录人的账户都在使用，请本人接着记录')
  if (parties.some(({ id }) => id === next.id)) return refused('这个人已经是谈话人或者记录人，可以接着记录')
  const recorder = parties.find(({ part }) => part === '记录人')
  return next.part === '记录人' && recorder?.active
    ? refused(`记录人${recorder.name}的账户还在使用，请本人接着记录`)
    : allowed
}
