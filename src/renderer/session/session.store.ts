import { createStore, useStore } from 'zustand'
import type { Session, StoreState } from '../../shared/session/session'
import type { KnownStore, Start } from '../../shared/shell/shell.contract'
import { api, onCoreEvent } from '../api/client'

interface SessionState {
  /** What the shell said at start; null until it has answered. */
  start: Start | null
  /** The store that the core is bound to; null while none is chosen or while it is being asked. */
  store: StoreState | null
  stores: readonly KnownStore[]
  /** The store that this page has bound itself, when the shell said which one. */
  bound: KnownStore | null
  /** 'choosing' shows the list of stores; 'creating' and 'restoring' keep their pages in place while cores come and go. */
  view: 'store' | 'choosing' | 'creating' | 'restoring'
  /** Why the store could not be asked. */
  failure: unknown
  begin: () => Promise<void>
  /** Asks the core anew. Only the latest answer counts. */
  refresh: () => Promise<void>
  /** Runs a call that binds another store, then asks about it. `false` when the person cancelled. */
  bind: (call: () => Promise<object | null>) => Promise<boolean>
  show: (view: SessionState['view']) => void
  signedIn: (session: Session) => void
  forget: (id: string) => Promise<void>
}

const isKnownStore = (value: object): value is KnownStore => 'id' in value && 'place' in value

/** Changes after which an open session may read otherwise: roles, the watermark, the idle time. */
const touchesSession = new Set(['session', 'accounts', 'policy', 'units'])

export function createSessionStore() {
  let asked = 0
  return createStore<SessionState>()((set, get) => ({
    start: null,
    store: null,
    stores: [],
    bound: null,
    view: 'store',
    failure: null,
    begin: async () => {
      onCoreEvent(event => {
        const touched = event.kind === 'changed' && touchesSession.has(event.feature) && get().store?.kind === 'open'
        if (event.kind === 'core-restarted' || touched) void get().refresh()
      })
      try {
        // Both at once: where no core is bound the second question simply waits, and a later one takes its place.
        void get().refresh()
        const start = await api.shell.start({})
        set({ start, stores: start.stores, view: start.current === null ? 'choosing' : 'store' })
      } catch (failure) {
        set({ failure })
      }
    },
    refresh: async () => {
      const ask = ++asked
      try {
        const store = await api.session.state({})
        if (ask === asked) set({ store, failure: null })
      } catch (failure) {
        if (ask === asked) set({ failure })
      }
    },
    bind: async call => {
      const bound = await call()
      if (bound === null) return false
      set({ store: null, failure: null, bound: isKnownStore(bound) ? bound : null })
      await get().refresh()
      if (get().view === 'choosing') set({ view: 'store' })
      return true
    },
    show: view => set({ view }),
    signedIn: session => set({ store: { kind: 'open', session }, view: 'store', failure: null }),
    forget: async id => {
      await api.shell.forgetStore({ id })
      set({ stores: get().stores.filter(store => store.id !== id) })
    },
  }))
}

export const session = createSessionStore()
export const useSessionState = <T>(pick: (state: SessionState) => T): T => useStore(session, pick)
