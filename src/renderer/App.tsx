import { lazy, Suspense, useEffect } from 'react'
import { startCommands } from './commands/start-commands'
import { useCommands } from './commands/useCommands'
import { session, useSessionState } from './session/session.store'
import { look } from './shell/look.store'
import { PageBoundary } from './shell/PageBoundary'
import { StartPage } from './start/StartPage'
import { TroubleScreen } from './start/TroubleScreen'
import { UnlockPage } from './start/UnlockPage'

/** antd, the pages and everything else that a locked screen does not need. */
const loadWorkspace = () => import('./shell/Workspace')
const Workspace = lazy(() => loadWorkspace().then(module => ({ default: module.Workspace })))
const RestorePage = lazy(() => import('./start/RestorePage').then(module => ({ default: module.RestorePage })))
const CreateWizard = lazy(() => import('./start/CreateWizard').then(module => ({ default: module.CreateWizard })))

/** While a person reads and types their name, the workspace is fetched: signing in then shows it at once. */
function prefetchWhenIdle(): () => void {
  const handle = requestIdleCallback(() => void loadWorkspace(), { timeout: 3000 })
  return () => cancelIdleCallback(handle)
}

const nowhere = { go: () => undefined, open: () => undefined, refresh: () => undefined }

/** Zoom, look and quitting work before anyone has signed in; the workspace brings its own, larger table. */
function StartCommands() {
  useCommands(startCommands, nowhere)
  return null
}

export function App() {
  const start = useSessionState(state => state.start)
  const store = useSessionState(state => state.store)
  const view = useSessionState(state => state.view)

  useEffect(() => {
    if (start) look.getState().adopt(start)
  }, [start])
  const locked = store?.kind === 'locked'
  useEffect(() => (locked ? prefetchWhenIdle() : undefined), [locked])

  if (store?.kind === 'open' && view === 'store') {
    return (
      <PageBoundary page="workspace" title="担当">
        <Suspense fallback={<p className="start-opening">正在打开</p>}>
          <Workspace session={store.session} />
        </Suspense>
      </PageBoundary>
    )
  }
  return (
    <PageBoundary page="start" title="担当">
      <StartCommands />
      <Gate />
    </PageBoundary>
  )
}

/** Back to the list of stores, or to the store that has been restored meanwhile. */
async function leaveRestoring(): Promise<void> {
  await session.getState().refresh()
  session.getState().show(session.getState().store?.kind === 'empty' ? 'choosing' : 'store')
}

/** Whatever stands before the workspace. */
function Gate() {
  const store = useSessionState(state => state.store)
  const view = useSessionState(state => state.view)
  const failure = useSessionState(state => state.failure)
  if (view === 'choosing') return <StartPage />
  if (view === 'restoring') {
    return (
      <Suspense>
        <RestorePage unit="担当" byCode onClose={() => void leaveRestoring()} />
      </Suspense>
    )
  }
  if (view === 'creating' || store?.kind === 'empty') {
    return (
      <Suspense>
        <CreateWizard />
      </Suspense>
    )
  }
  if (store?.kind === 'locked') return <UnlockPage unit={store.unit} machineKnown={store.machineKnown} />
  if (store?.kind === 'trouble') return <TroubleScreen trouble={store} />
  if (failure !== null) return <TroubleScreen trouble={failure} />
  return <p className="start-opening">正在打开</p>
}
