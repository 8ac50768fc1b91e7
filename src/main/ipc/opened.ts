import { AppError } from '../../shared/result'
import type { Caller } from './contexts'

/**
 * What each caller has opened with a reason in this session: parts of nothing else are handed out. A caller lives as long
 * as the session.
 * @param refusal what somebody is told who asks for a part of something else
 */
export function createOpened<Id extends string>(refusal: string) {
  const opened = new WeakMap<Caller, Set<Id>>()
  return {
    add(caller: Caller, ...ids: readonly Id[]): void {
      const known = opened.get(caller) ?? new Set<Id>()
      for (const id of ids) known.add(id)
      opened.set(caller, known)
    },
    /** @throws AppError refused */
    insist(caller: Caller, id: Id): void {
      if (!opened.get(caller)?.has(id)) throw new AppError('refused', refusal)
    },
  }
}
