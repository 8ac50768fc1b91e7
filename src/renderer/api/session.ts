import { createContext, useContext } from 'react'
import type { Capability } from '../../shared/accounts/roles'
import type { Session } from '../../shared/session/session'

/** Put there by the workspace; every page inside it may read who is signed in. */
export const SessionContext = createContext<Session | null>(null)

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession outside the workspace')
  return session
}

/** What the signed-in account may do. The core checks every call again: this only shapes what is offered. */
export function useMay(): (capability: Capability) => boolean {
  const { capabilities } = useSession()
  return capability => capabilities.includes(capability)
}
