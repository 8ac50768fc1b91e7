import { createStore, useStore } from 'zustand'
import type { ItPolicyState } from '../../shared/it-policy/it-policy'
import { mayLeave } from '../../shared/it-policy/it-policy.rules'
import { api } from './client'

/** Until the shell has answered nothing counts as settled: the core holds to it in any case. */
export const itPolicy = createStore<ItPolicyState>()(() => ({
  state: 'none',
  place: '',
  problems: [],
  notes: [],
  inForce: {},
}))
export const useItPolicy = (): ItPolicyState => useStore(itPolicy)

/** It cannot change while the application runs. */
export const readItPolicy = (): Promise<void> =>
  api.shell.itPolicy({}).then(
    state => itPolicy.setState(state),
    () => undefined,
  )

/** How something leaves: into a file, as the contract's `leaves` says, or onto paper, which IT's ban on files does not mean. */
export type Leaving = 'plain' | 'sealed' | 'paper'

/** Why it cannot be saved to a file on this computer; undefined when it can, and for paper. */
export function useLeaveRefusal(as: Leaving): string | undefined {
  const { inForce } = useItPolicy()
  if (as === 'paper') return undefined
  const verdict = mayLeave(inForce, as)
  return verdict.allowed ? undefined : verdict.reason
}
