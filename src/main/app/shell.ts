import { mkdtempSync, rmSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { app, type BrowserWindow, clipboard, MessageChannelMain, type WebFrameMain } from 'electron'
import type { CoreEvent } from '../../shared/ipc/client'
import type { DemoSize, FromCore } from '../../shared/ipc/core-protocol'
import type { ItPolicyState } from '../../shared/it-policy/it-policy'
import { type CoreHost, startCore } from './core-host'
import { limitsOf } from './it-policy'
import type { Log } from './log'
import { createPaperHost } from './paper-host'
import { ORIGIN } from './renderer-files'
import type { SettingsFile, StorePlace } from './settings'
import { openWindow } from './window'

/** How long a locking page may take to save its drafts, and a closing core to close its store. Together under 500 ms. */
const FLUSH_MS = 150
const CLOSE_MS = 250
/** Nobody waits for a lock when the application is quit, so the store may take its time to close. */
const QUIT_MS = 3000
/** Nor for a backup, which takes some seconds with a large store. */
const QUIT_BACKUP_MS = 180_000

const DEATHS_ALLOWED = 3
const DEATHS_WITHIN_MS = 30_000

export const DEMO_ID = 'demo'

/** On Linux this process keeps what was selected last, for pasting with the middle button, after its page is gone. */
function forgetSelection(): void {
  if (process.platform !== 'linux') return
  // The older Electron that stands in for tests names the selection by an argument.
  const { selection } = clipboard as { selection?: typeof clipboard }
  if (selection) selection.clear()
  else Reflect.apply(clipboard.clear, clipboard, ['selection'])
}

/** The window, the core and what binds them: opening a store, locking, starting anew after a crash. */
export function createShell(options: {
  readonly settings: SettingsFile
  readonly itPolicy: ItPolicyState
  readonly log: Log
  readonly machineDir: string
  readonly devServer: string | undefined
  /** Called while the people of a large demo come in. */
  readonly demoGrew?: (done: number, total: number) => void
}) {
  const { settings, itPolicy, log } = options
  const limits = limitsOf(itPolicy)
  let window: BrowserWindow | undefined
  let core: CoreHost | undefined
  let place: StorePlace | undefined
  let demoDir: string | undefined
  let demoSize: DemoSize = 'district'
  let idleSeconds: number | undefined
  let ending: Promise<void> | undefined
  /** The page that has started, and the page and core that were given to each other last. */
  let started: BrowserWindow | undefined
  let linked: { window: BrowserWindow; core: CoreHost } | undefined
  const deaths: number[] = []
  let flushed = (): void => {}
  const papers = createPaperHost({
    devServer: options.devServer,
    tell: (answer, ports) => core?.send(answer, ports),
  })
  let ready = (_window: BrowserWindow): void => {}

  const tell = (event: CoreEvent): void => {
    if (window && !window.isDestroyed()) window.webContents.send('shell-event', event)
  }

  function hear(message: FromCore): void {
    if (message.kind === 'session') {
      idleSeconds = message.signedIn ? message.idleSeconds : undefined
      if (message.signedIn && place && place.id !== DEMO_ID)
        settings.used(place.id, new Date().toISOString(), message.unit)
    } else if (message.kind === 'log')
      log.write('call', { channel: message.channel, outcome: message.outcome, ms: message.ms })
    else if (message.kind === 'unexpected')
      log.write('problem', { channel: message.channel, name: message.name, code: message.code })
    else if ('run' in message) papers.hear(message)
    else if (message.kind === 'demo') showDemo(message.done, message.total)
  }

  /** On the task bar, as the page has other things to do. */
  function showDemo(done: number, total: number): void {
    if (window && !window.isDestroyed()) window.setProgressBar(done < total ? done / total : -1)
    options.demoGrew?.(done, total)
  }

  /** @param fresh a new store is to come here, whatever lay here before */
  function startFor(next: StorePlace, fresh = false): void {
    place = next
    idleSeconds = undefined
    core = startCore(
      {
        kind: 'init',
        folder: next.folder,
        machineDir: next.id === DEMO_ID ? join(dirname(next.folder), 'machine') : options.machineDir,
        expected: !fresh && (settings.place(next.id)?.lastUsedAt ?? null) !== null,
        machine: hostname(),
        version: app.getVersion(),
        demo: next.id === DEMO_ID ? demoSize : null,
        limits,
      },
      {
        message: hear,
        died: code => {
          log.write('problem', { name: 'core-died', code })
          papers.end()
          core = undefined
          idleSeconds = undefined
          deaths.push(Date.now())
          // A store whose core dies again and again is left alone: the start page then offers the others.
          if (deaths.filter(at => at > Date.now() - DEATHS_WITHIN_MS).length < DEATHS_ALLOWED) startFor(next, fresh)
          else place = undefined
          replaceWindow()
        },
      },
    )
  }

  /** Gives the page a direct line to the core. A page asks for it when it starts. */
  function connect(): void {
    if (!core || !window || window.isDestroyed()) return
    linked = { window, core }
    const { port1, port2 } = new MessageChannelMain()
    core.send({ kind: 'port' }, [port1])
    window.webContents.postMessage('core-port', null, [port2])
  }

  /** Links a page that was there before its core. One that has not started yet asks by itself. */
  function connectWaitingPage(): void {
    if (started !== undefined && started === window && (linked?.window !== window || linked.core !== core)) connect()
  }

  /** Destroys the page with everything it held and opens a fresh one in its place. */
  function replaceWindow(): void {
    const old = window
    window = openWindow(settings, options.devServer, itPolicy.inForce.zoomPercent)
    const fresh = window
    let shown = false
    const show = (): void => {
      if (shown || fresh.isDestroyed()) return
      shown = true
      fresh.show()
      ready(fresh)
    }
    fresh.once('ready-to-show', show)
    fresh.webContents.on('render-process-gone', (_event, { reason }) => {
      if (fresh !== window || reason === 'clean-exit') return
      log.write('problem', { name: 'page-died', reason })
      replaceWindow()
    })
    fresh.on('closed', () => {
      if (fresh === window) app.quit()
    })
    if (old && !old.isDestroyed()) {
      show()
      old.destroy()
    }
  }

  async function endCore(limitMs = CLOSE_MS, backup = false): Promise<void> {
    const old = core
    core = undefined
    idleSeconds = undefined
    papers.end()
    if (!old) return
    await old.end(limitMs, backup)
  }

  /** Lets the page save its drafts; a page that does not answer in time loses at most what was typed since its last save. */
  function flushDrafts(): Promise<void> {
    if (idleSeconds === undefined) return Promise.resolve()
    return new Promise(resolve => {
      const limit = setTimeout(resolve, FLUSH_MS)
      flushed = () => {
        clearTimeout(limit)
        resolve()
      }
      tell({ kind: 'locking' })
    })
  }

  const shell = {
    settings,
    itPolicy,
    get window() {
      return window
    },
    get place() {
      return place
    },
    get core() {
      return core
    },
    idleLimitSeconds: () => idleSeconds,
    /** The page says that it has started. */
    pageStarted(): void {
      started = window
      connect()
    },
    tell,
    pageFlushed: () => flushed(),
    onReady: (listener: (window: BrowserWindow) => void) => {
      ready = listener
    },
    isOwnFrame: (frame: WebFrameMain | null): boolean =>
      frame !== null &&
      window !== undefined &&
      !window.isDestroyed() &&
      frame === window.webContents.mainFrame &&
      (frame.url.startsWith(`${ORIGIN}/`) ||
        (options.devServer !== undefined && frame.url.startsWith(options.devServer))),

    /** Opens the first window, bound to the store that was last in use. */
    start(demo: DemoSize | undefined): void {
      const { storeFolder } = itPolicy.inForce
      const { current } = settings.get()
      const last = current === null ? undefined : settings.place(current)
      if (demo) startFor(shell.demoPlace(demo))
      else if (storeFolder !== undefined) startFor(settings.at(storeFolder, '本单位数据库'))
      else if (last) startFor(last)
      replaceWindow()
    },
    async bind(next: StorePlace, fresh = false): Promise<void> {
      await endCore()
      startFor(next, fresh)
      connectWaitingPage()
    },
    demoPlace(size: DemoSize = 'district'): StorePlace {
      demoSize = size
      demoDir ??= mkdtempSync(join(tmpdir(), 'dandang-demo-'))
      return { id: DEMO_ID, folder: join(demoDir, 'store'), label: '演示数据', lastUsedAt: null }
    },
    /** Ends the core process and the page; what comes after is a fresh page that knows nothing. */
    lock(why: string): Promise<void> {
      ending ??= (async () => {
        log.write('lock', { why })
        const again = place
        await flushDrafts()
        const ended = endCore()
        replaceWindow()
        forgetSelection()
        await ended
        if (again && again.id !== DEMO_ID) startFor(again)
        else leaveDemo()
        connectWaitingPage()
      })().finally(() => {
        ending = undefined
      })
      return ending
    },
    async quit(): Promise<void> {
      const backup = idleSeconds !== undefined && place?.id !== DEMO_ID
      await flushDrafts()
      if (window && !window.isDestroyed()) window.hide()
      await endCore(backup ? QUIT_BACKUP_MS : QUIT_MS, backup)
      leaveDemo()
    },
  }

  /** A demo is thrown away when it is left. */
  function leaveDemo(): void {
    if (demoDir) rmSync(demoDir, { recursive: true, force: true })
    demoDir = undefined
    if (place?.id === DEMO_ID) place = undefined
  }

  return shell
}
export type Shell = ReturnType<typeof createShell>
