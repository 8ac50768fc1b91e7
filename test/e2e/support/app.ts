import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test'
import type { Calls, Contract } from '../../../src/shared/contract'
import { type Bridge, createClient } from '../../../src/shared/ipc/client'
import type { Result } from '../../../src/shared/result'
import type { ChosenFiles } from '../../../src/shared/shell/shell.contract'
import { argumentsFor, moveClocks } from './later'
import { killAll, processesOf } from './processes'

declare global {
  interface Window {
    readonly dandang: Bridge & { drop(files: readonly File[]): Promise<Result<ChosenFiles | null>> }
  }
}

export const root = resolve(__dirname, '../../..')

/** The Electron that the scripts found, or find now. */
function findElectron(): string {
  const { ELECTRON_EXEC_PATH, ELECTRON_OVERRIDE_DIST_PATH } = process.env
  if (ELECTRON_EXEC_PATH) return ELECTRON_EXEC_PATH
  if (ELECTRON_OVERRIDE_DIST_PATH) return join(ELECTRON_OVERRIDE_DIST_PATH, 'electron')
  return execFileSync(process.execPath, [join(root, 'scripts/electron.mjs')], { cwd: root, encoding: 'utf8' }).trim()
}
let found: string | undefined
export const electron = (): string => (found ??= findElectron())

/** The executable of a package for the journeys, where one of those is to be run and not the build in out/. */
const packaged = process.env.DANDANG_PACKAGED

/** Chromium refuses to run as root with its sandbox. */
const switches = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu']
export const electronArgs = [...switches, root]

/** A person's home: whatever the application writes anywhere lies below it. */
export function newHome(): string {
  // The name stays short, because Chromium puts a socket below it and a socket's path has 107 bytes at most.
  const home = mkdtempSync(join(tmpdir(), 'dd-'))
  for (const folder of ['tmp', 'config', 'cache', 'data', 'run'])
    mkdirSync(join(home, folder), { mode: 0o700, recursive: true })
  return home
}
export const userData = (home: string): string => join(home, 'config', 'Dandang')

/** Nothing of the tester's own environment but the display reaches the application. */
export function environmentIn(home: string): Record<string, string> {
  const { PATH = '', DISPLAY = '', XAUTHORITY = '', LANG = 'C.UTF-8' } = process.env
  return {
    PATH,
    DISPLAY,
    XAUTHORITY,
    LANG,
    HOME: home,
    TMPDIR: join(home, 'tmp'),
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_CACHE_HOME: join(home, 'cache'),
    XDG_DATA_HOME: join(home, 'data'),
    XDG_RUNTIME_DIR: join(home, 'run'),
  }
}

export interface LaunchOptions {
  readonly home: string
  readonly demo?: boolean
  /** More arguments, such as Chromium's switches. */
  readonly args?: readonly string[]
  /** How far the core's clock is ahead, in milliseconds. */
  readonly aheadMs?: number
  /** More of the environment. */
  readonly environment?: Readonly<Record<string, string>>
  /** A program that runs Electron with the arguments it is given, in place of Electron itself. */
  readonly through?: string
}

export type Running = Awaited<ReturnType<typeof launch>>

function startElectron({
  home,
  demo = false,
  args = [],
  through,
  aheadMs = 0,
  environment = {},
}: LaunchOptions): Promise<ElectronApplication> {
  return _electron.launch({
    executablePath: through ?? packaged ?? electron(),
    args: [
      // A package takes no file to load before itself.
      ...(packaged ? switches : ['-r', join(__dirname, 'hold.cjs')]),
      ...(aheadMs > 0 ? argumentsFor(home, aheadMs) : []),
      ...(packaged ? [] : electronArgs),
      ...(demo ? ['--demo'] : []),
      ...args,
    ],
    env: { ...environmentIn(home), ...environment },
    // Without this Playwright switches Chromium's sandbox off for everyone.
    chromiumSandbox: process.getuid?.() !== 0,
  })
}

/** Starts the application and waits for its first page. */
export async function launch(options: LaunchOptions) {
  const { home } = options
  const app = await startElectron(options)
  if (options.aheadMs) await moveClocks(app, options.aheadMs)
  const first = await app.firstWindow()
  /** The newest window that is a person's: papers are laid out in hidden ones. */
  const current = (): Page =>
    app.windows().findLast(window => !window.isClosed() && !window.url().endsWith('/paper.html')) ?? first
  const { pid } = app.process()
  if (pid === undefined) throw new Error('the application ended at once')
  const bridge: Bridge = {
    // The page has a client of its own that numbers its requests in the same way.
    invoke: request =>
      current().evaluate(asked => window.dandang.invoke(asked), { ...request, id: `tester-${request.id}` }),
    on: () => () => {},
  }
  const api: Calls = createClient<Contract>(bridge)
  return {
    app,
    home,
    pid,
    /** The window's page now: a lock or a crash puts another in its place. */
    get page() {
      return current()
    },
    /** Every call of the contract, through the page's own bridge. Refusals are thrown as AppErrors. */
    api,
    /** One raw request, whatever it is. */
    call: (channel: string, input: unknown): Promise<Result<unknown>> =>
      current().evaluate(
        ([name, value]) => window.dandang.invoke({ id: `t${Math.random()}`, channel: name, input: value }),
        [channel, input] as const,
      ),
    processes: () => processesOf(pid),
    /** Does what replaces the page, and waits for the new one to have loaded. */
    async replaced(act: () => Promise<unknown>): Promise<Page> {
      const coming = app.waitForEvent('window')
      await act()
      const next = await coming
      await next.waitForLoadState('domcontentloaded')
      return next
    },
    /** Locks through the bridge; the page that asks does not live to hear the answer. */
    lock(): Promise<Page> {
      return this.replaced(() =>
        current().evaluate(() => void window.dandang.invoke({ id: 'lock', channel: 'shell.lock', input: {} })),
      )
    },
    async close(): Promise<void> {
      await app.close()
    },
    kill: () => killAll(pid),
  }
}

/** The pid of the core. There is never more than one. */
export const corePid = (app: ElectronApplication): Promise<number | undefined> =>
  app.evaluate(({ app: electronApp }) => electronApp.getAppMetrics().find(({ name }) => name === 'dandang-core')?.pid)

/** The pid of the process behind the window's page. */
export const pagePid = (app: ElectronApplication): Promise<number | undefined> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId())

interface Fixtures {
  home: string
  /** Starts the application in this test's home; what still runs at the end is ended. */
  start: (options?: Omit<LaunchOptions, 'home'>) => Promise<Running>
}

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line eslint/no-empty-pattern -- Playwright reads from this pattern which fixtures are needed
  home: async ({}, give) => {
    const home = newHome()
    await give(home)
    rmSync(home, { recursive: true, force: true, maxRetries: 3 })
  },
  start: async ({ home }, give) => {
    const started: Running[] = []
    await give(async options => {
      const running = await launch({ home, ...options })
      started.push(running)
      return running
    })
    for (const running of started) running.kill()
  },
})
export { expect } from '@playwright/test'
