import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useSession } from '../api/session'
import type { Command, CommandContext } from '../commands/command'
import { Palette } from '../commands/Palette'
import type { FoundPerson } from '../commands/people'
import { ShortcutSheet } from '../commands/ShortcutSheet'
import { commandsFor } from '../commands/table'
import { useCommands } from '../commands/useCommands'
import { ExportHost } from '../exports/ExportHost'
import { ImportHost } from '../imports/ImportHost'
import { FormsHost } from '../papers/FormsHost'
import { Button } from '../ui/Button'
import { EmptyState, Loading } from '../ui/states'
import { Banners } from './Banners'
import { Header } from './Header'
import { moduleAt, modulesFor } from './modules'
import { Nav } from './Nav'
import { Notices } from './Notices'
import { PageBoundary } from './PageBoundary'
import { usePlace } from './place'

/** Its text and pictures' addresses come when they are asked for. */
const ManualDialog = lazy(() => import('../manual/ManualDialog').then(module => ({ default: module.ManualDialog })))

const MOST_PEOPLE = 8
const findPeople = async (text: string): Promise<FoundPerson[]> =>
  (await api.cadres.search({ text, limit: MOST_PEOPLE })).map(({ id, name, unitName, currentPost }) => ({
    id,
    name,
    about: currentPost || unitName,
  }))

type Layer = 'palette' | 'manual' | 'shortcuts' | 'notices'

/** Navigation, header and the page between them; commands by key, menu and palette. */
export function Desk() {
  const { capabilities } = useSession()
  const [location, go] = useLocation()
  const [layer, setLayer] = useState<Layer | null>(null)
  const client = useQueryClient()
  const notices = useCall('notices', 'list', {})
  const main = useRef<HTMLElement>(null)

  const offered = useMemo(() => modulesFor(capabilities), [capabilities])
  const commands = useMemo(() => commandsFor(offered, capabilities), [offered, capabilities])
  const current = moduleAt(location, offered)
  const findsPeople = capabilities.includes('cadres.read')
  const ready = usePlace(location, go, route => moduleAt(route, offered) !== undefined)

  const context: CommandContext = {
    go: route => {
      setLayer(null)
      go(route)
    },
    open: setLayer,
    refresh: () => void client.invalidateQueries(),
  }
  useCommands(commands, context)
  const run = (command: Command): void => {
    setLayer(null)
    command.run(context)
  }

  // Where keys and a screen reader go on after a change of page: the page, not the link that led there.
  const came = useRef(location)
  useEffect(() => {
    if (came.current === location) return
    came.current = location
    main.current?.focus({ preventScroll: true })
  }, [location])

  return (
    <div className="shell">
      <Nav offered={offered} current={current} />
      <Header
        notices={notices.data?.length}
        findsPeople={findsPeople}
        onSearch={() => setLayer('palette')}
        onNotices={() => setLayer('notices')}
        onSettings={() => context.go('/settings')}
      />
      <div className="shell-column">
        <Banners />
        <main className="shell-main" ref={main} tabIndex={-1}>
          {!ready ? (
            <Loading />
          ) : current ? (
            <PageBoundary key={current.id} page={current.id} title={current.title} onHome={() => context.go('/')}>
              <Suspense fallback={<Loading />}>
                <current.page />
              </Suspense>
            </PageBoundary>
          ) : (
            <EmptyState
              title="没有这一页"
              hint="它可能已被移走，或者您的账户没有查看它的权限。"
              action={<Button onClick={() => context.go('/')}>回工作台</Button>}
            />
          )}
        </main>
      </div>
      {layer === 'palette' && (
        <Palette
          commands={commands}
          onRun={run}
          onClose={() => setLayer(null)}
          people={findsPeople ? { find: findPeople, open: id => context.go(`/cadres/${id}`) } : undefined}
        />
      )}
      <ExportHost />
      <ImportHost />
      <FormsHost />
      {layer === 'manual' && (
        <Suspense>
          <ManualDialog module={current?.id} onClose={() => setLayer(null)} />
        </Suspense>
      )}
      {layer === 'shortcuts' && <ShortcutSheet commands={commands} onClose={() => setLayer(null)} />}
      {layer === 'notices' && (
        <Notices
          notices={notices.data}
          error={notices.error}
          onRetry={() => void notices.refetch()}
          onGo={context.go}
          onClose={() => setLayer(null)}
        />
      )}
    </div>
  )
}
