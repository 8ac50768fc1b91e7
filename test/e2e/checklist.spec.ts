import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { WebPreferences } from 'electron'
import { expect, launch, newHome, type Running, root, test } from './support/app'

/**
 * Electron's own security checklist (docs/security.md §1.2), by its numbers. 19 (fuses) is a property of a shipped
 * build and is read from it; what a page tries against these walls is in probes.spec.ts.
 */
let running: Running
let page: Page
let home: string
let preferences: WebPreferences

test.beforeAll(async () => {
  home = newHome()
  running = await launch({ home, demo: true })
  page = running.page
  await page.getByRole('navigation').first().waitFor()
  preferences = await running.app.evaluate(({ webContents }) => {
    const [contents] = webContents.getAllWebContents() as unknown as { getLastWebPreferences(): WebPreferences }[]
    if (!contents) throw new Error('there is no page')
    return contents.getLastWebPreferences()
  })
})
test.afterAll(() => {
  running.kill()
  rmSync(home, { recursive: true, force: true, maxRetries: 3 })
})

/** Run in the page. Chromium keeps no list of what came through a scheme of one's own, so the tags must tell. */
function filesOfPage(): string[] {
  return [...document.querySelectorAll('script')]
    .map(({ src }) => src)
    .concat([...document.querySelectorAll('link')].map(({ href }) => href))
}

test('1, 18: the page comes from the application itself, through its own scheme', async () => {
  const urls = await running.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map(each => each.getURL()),
  )
  expect(urls).toEqual(['app://dandang/index.html'])
  const loaded = await page.evaluate(filesOfPage)
  expect(loaded.length).toBeGreaterThan(3)
  expect(loaded.filter(name => !name.startsWith('app://dandang/'))).toEqual([])
})

test('2: the page has no Node', () => {
  expect(preferences).toMatchObject({ nodeIntegration: false })
  expect(preferences.nodeIntegrationInWorker).not.toBe(true)
  expect(preferences.nodeIntegrationInSubFrames).not.toBe(true)
})

test('3: the preload has a world of its own', () => {
  expect(preferences.contextIsolation).toBe(true)
})

test('4: every page runs in the sandbox', () => {
  expect(preferences.sandbox).toBe(true)
})

test('5: every session, also one made later, denies every permission', async () => {
  const asked = await running.app.evaluate(async ({ session }) => {
    type Asked = (contents: null, permission: string, answer: (allowed: boolean) => void) => void
    const handlers: { request?: Asked; check?: () => boolean; device?: () => boolean } = {}
    const proto = Object.getPrototypeOf(session.defaultSession) as Electron.Session
    const { setPermissionRequestHandler, setPermissionCheckHandler, setDevicePermissionHandler } = proto
    proto.setPermissionRequestHandler = handler => void (handlers.request = handler as unknown as Asked)
    proto.setPermissionCheckHandler = handler => void (handlers.check = handler as unknown as () => boolean)
    proto.setDevicePermissionHandler = handler => void (handlers.device = handler as unknown as () => boolean)
    const made = session.fromPartition(`made-later-${Math.random()}`)
    Object.assign(proto, { setPermissionRequestHandler, setPermissionCheckHandler, setDevicePermissionHandler })
    const names = ['media', 'display-capture', 'geolocation', 'notifications', 'midi', 'midiSysex', 'pointerLock']
    const more = [
      'fullscreen',
      'openExternal',
      'clipboard-read',
      'hid',
      'serial',
      'usb',
      'idle-detection',
      'fileSystem',
    ]
    const answers = [...names, ...more].map(
      name => new Promise<boolean>(resolve => handlers.request?.(null, name, resolve) ?? undefined),
    )
    return {
      persistent: made.isPersistent(),
      answers: await Promise.all(answers),
      check: handlers.check?.(),
      device: handlers.device?.(),
    }
  })
  expect(asked.answers).toHaveLength(15)
  expect(new Set(asked.answers)).toEqual(new Set([false]))
  expect(asked).toMatchObject({ persistent: false, check: false, device: false })
})

test('6, 8, 9, 10: nothing of the web’s own protection is switched off', () => {
  expect(preferences.webSecurity).not.toBe(false)
  expect(preferences.allowRunningInsecureContent).not.toBe(true)
  expect(preferences.experimentalFeatures).not.toBe(true)
  expect(preferences.enableBlinkFeatures ?? '').toBe('')
})

test('7: the policy that every answer bears is this one', async () => {
  const files = await page.evaluate(filesOfPage)
  const policy = await page.evaluate(
    async urls => {
      const answers = await Promise.all(urls.map(url => fetch(url)))
      return {
        policies: [...new Set(answers.map(({ headers }) => headers.get('content-security-policy')))],
        sniffing: [...new Set(answers.map(({ headers }) => headers.get('x-content-type-options')))],
        opener: answers[0]?.headers.get('cross-origin-opener-policy'),
      }
    },
    ['app://dandang/index.html', ...files],
  )
  expect(policy).toEqual({
    policies: [
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
        "media-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; frame-src 'none'; " +
        "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
        "require-trusted-types-for 'script'; trusted-types default",
    ],
    sniffing: ['nosniff'],
    opener: 'same-origin',
  })
})

test('11, 12: there is no webview', () => {
  expect(preferences.webviewTag).not.toBe(true)
})

test('13: neither the page nor a mistake in the shell leads the window elsewhere', async () => {
  const outcomes = await running.app.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false, webPreferences: { partition: 'dandang', sandbox: true } })
    const outcome = (url: string): Promise<string> =>
      window.loadURL(url).then(
        () => 'loaded',
        (error: { code?: string }) => String(error.code),
      )
    const all = [
      await outcome('http://127.0.0.1:9/'),
      await outcome('https://example.com/'),
      await outcome('file:///etc/hostname'),
    ]
    window.destroy()
    return all
  })
  expect(outcomes).toEqual(['ERR_BLOCKED_BY_CLIENT', 'ERR_BLOCKED_BY_CLIENT', 'ERR_BLOCKED_BY_CLIENT'])
})

test('14: no page opens a window', async () => {
  expect(await page.evaluate(() => window.open('app://dandang/index.html'))).toBeNull()
  expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('15: nothing opens another program but the installer of an update whose signature was verified', () => {
  const built = (file: string): string => readFileSync(join(root, file), 'utf8')
  for (const file of ['out/main/core.js', 'out/main/reader.js', 'out/preload/index.js'])
    expect(built(file)).not.toMatch(/openExternal|openPath|child_process/)
  expect(built('out/main/index.js')).not.toMatch(/openExternal/)
  const opening = readdirSync(join(root, 'src/main'), { recursive: true, encoding: 'utf8' }).filter(
    file => file.endsWith('.ts') && /openPath|child_process/.test(readFileSync(join(root, 'src/main', file), 'utf8')),
  )
  expect(opening).toEqual([join('app', 'update.handlers.ts')])
})

test('16: Electron is pinned to one version of a line that still gets security updates', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>
  }
  expect(manifest.devDependencies.electron).toMatch(/^(4[5-9]|[5-9]\d)\.\d+\.\d+$/)
})

test('17: a request from another window is refused', async () => {
  const answer = await running.app.evaluate(
    async ({ BrowserWindow }, preload) => {
      const webPreferences = { preload, partition: 'dandang', sandbox: true, contextIsolation: true }
      const window = new BrowserWindow({ show: false, webPreferences })
      await window.loadURL('app://dandang/index.html')
      const code = `dandang.invoke({ id: 'x', channel: 'shell.about', input: {} })`
      const value: unknown = await window.webContents.executeJavaScript(code)
      window.destroy()
      return value
    },
    join(root, 'out/preload/index.js'),
  )
  expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } })
})

test('20: what crosses into the page is data and three functions', async () => {
  const answer = await page.evaluate(async () => {
    const stop = window.dandang.on(() => undefined)
    return { keys: Object.keys(window.dandang).toSorted(), stop: typeof stop, more: Object.keys(stop) }
  })
  expect(answer).toEqual({ keys: ['drop', 'invoke', 'on'], stop: 'function', more: [] })
})
