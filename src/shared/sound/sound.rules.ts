import type { Details, InterviewState } from '../interviews/interviews'
import { allowed, refused, type Verdict } from '../result'
import type { Recording } from './sound'

/** Whether sound may be recorded: the unit's policy first, then the person's own word. Source: security policy, rule book 7.3. */
export function mayRecord(policyAllows: boolean, consent: Details['consent'], state: InterviewState): Verdict {
  if (!policyAllows) return refused('本单位的安全策略没有允许谈话录音')
  if (state !== 'open') return refused('谈话记录没有打开，不能录音')
  if (consent === '不同意') return refused('谈话对象不同意录音')
  if (consent !== '同意') return refused('先问本人是否同意录音，同意了再录')
  return allowed
}

/** Sound is part of what is confirmed: it goes only while the record is open. */
export function mayRemove(state: InterviewState): Verdict {
  return state === 'open' ? allowed : refused('记录已经锁定，录音不能再删。没有人确认以前可以重新打开')
}

/** The recording in which a moment of the axis lies, of two that touch the later; undefined where it was removed. */
export const recordingAt = <T extends Recording>(recordings: readonly T[], ms: number): T | undefined =>
  recordings.findLast(
    ({ state, offsetMs, durationMs }) => state !== 'removed' && ms >= offsetMs && ms <= offsetMs + durationMs,
  )

/** The line that belongs to a moment of the axis: the last one that was begun by then. */
export function lineAt<T extends { readonly soundMs: number | null }>(lines: readonly T[], ms: number): T | undefined {
  let found: T | undefined
  for (const line of lines)
    if (line.soundMs !== null && line.soundMs <= ms && line.soundMs >= (found?.soundMs ?? 0)) found = line
  return found
}

/** The end of the axis: where the next recording begins. */
export const axisEnd = (recordings: readonly Recording[]): number =>
  Math.max(0, ...recordings.map(({ offsetMs, durationMs }) => offsetMs + durationMs))
