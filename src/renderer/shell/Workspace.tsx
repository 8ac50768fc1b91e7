import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import type { Session } from '../../shared/session/session'
import { saveDraftsBeforeLock } from '../api/drafts'
import { createQueryClient, followChanges } from '../api/query'
import { SessionContext } from '../api/session'
import '../ui/board.css'
import { Kit } from '../ui/Kit'
import { Watermark } from '../ui/Watermark'
import { Desk } from './Desk'
import { useLook } from './look.store'
import { PasswordDue } from './PasswordDue'
import './shell.css'
import { useMinute } from './useMinute'

/** Locations live after the #: the page itself is one file. */
const byHash = { hook: useHashLocation }

/** Everything behind the lock: what it provides to the pages, and what lies over all of them. */
export function Workspace({ session }: { session: Session }) {
  const mode = useLook(state => state.mode)
  const [client] = useState(createQueryClient)
  useEffect(() => followChanges(client), [client])
  useEffect(() => saveDraftsBeforeLock(), [])
  return (
    <Kit mode={mode}>
      <QueryClientProvider client={client}>
        <SessionContext.Provider value={session}>
          <Router {...byHash}>
            {session.passwordDue === null ? <Desk /> : <PasswordDue due={session.passwordDue} />}
          </Router>
          <SessionWatermark session={session} />
        </SessionContext.Provider>
      </QueryClientProvider>
    </Kit>
  )
}

function SessionWatermark({ session }: { session: Session }) {
  const minute = useMinute()
  return (
    <Watermark
      lines={[`${session.unit}　${session.account.name}`, minute]}
      opacityPercent={session.watermarkOpacityPercent}
    />
  )
}
