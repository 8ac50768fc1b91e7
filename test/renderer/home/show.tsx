import { QueryClientProvider } from '@tanstack/react-query'
import { configure, render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import { createQueryClient, followChanges } from '../../../src/renderer/api/query'
import { SessionContext } from '../../../src/renderer/api/session'
import { Kit } from '../../../src/renderer/ui/Kit'
import type { Bridge } from '../../../src/shared/ipc/client'
import type { Session } from '../../../src/shared/session/session'
import { createFakeCore, type FakeState, newState } from './fake-core'
import { sessionOf } from './invented'

// The whole suite runs on two cores, and some of these tests open a real encrypted store meanwhile.
configure({ asyncUtilTimeout: 5000 })

/** Shows a page as the workspace does: over this bridge, for this session. */
export function showOver(bridge: Bridge, session: Session, page: ReactNode) {
  Object.defineProperty(globalThis, 'dandang', { value: bridge, configurable: true })
  const client = createQueryClient()
  followChanges(client)
  const place = memoryLocation({ path: '/', record: true })
  const shown = render(
    <Kit mode="light">
      <QueryClientProvider client={client}>
        <SessionContext.Provider value={session}>
          <Router hook={place.hook}>{page}</Router>
        </SessionContext.Provider>
      </QueryClientProvider>
    </Kit>,
  )
  return { ...shown, places: place.history, user: userEvent.setup({ pointerEventsCheck: 0 }) }
}

/** The same over the core in memory, for one of the invented accounts by its number. */
export function show(page: ReactNode, who: number, state: Partial<FakeState> = {}) {
  const core = createFakeCore(newState(state))
  const called = (channel: string): unknown[] =>
    core.calls.filter(call => call.channel === channel).map(call => call.input)
  return { core, called, ...showOver(core, sessionOf(who), page) }
}
