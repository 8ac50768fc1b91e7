import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { corePid, electron, electronArgs, environmentIn, expect, pagePid, type Running, test } from './support/app'
import { topOf } from './support/core'
import { goTo, signInByHand } from './support/journey'
import { goneAfter, isAlive } from './support/processes'
import { giveStore, loginAs, officer, rememberStore, settingsIn, UNIT } from './support/store'

/** Signs in on the screen and returns what must end with the session. */
async function open(running: Running): Promise<number[]> {
  await signInByHand(running.page, 'ganshi')
  return [await corePid(running.app), await pagePid(running.app)].filter(pid => pid !== undefined)
}

/** The page now asks for a password, and the core behind it has opened nothing. */
async function expectLocked(running: Running): Promise<void> {
  await expect(running.page.getByRole('form', { name: '登录' })).toBeVisible()
  expect(await running.api.session.state({})).toMatchObject({ kind: 'locked' })
  await expect(running.api.units.tree({})).rejects.toMatchObject({ code: 'signed-out' })
}

test('it locks when nobody has touched the computer for as long as the policy says', async ({ home, start }) => {
  await giveStore(home)
  const running = await start()
  const pids = await open(running)
  const away = (seconds: number) =>
    running.app.evaluate(({ powerMonitor }, idle) => {
      powerMonitor.getSystemIdleTime = () => idle
    }, seconds)
  const { idleSeconds } = await signedInSession(running)
  await away(idleSeconds - 1)
  // Longer than the application takes between two looks at the clock.
  await running.page.waitForTimeout(2500)
  expect(await signedInSession(running)).toMatchObject({ idleSeconds })
  const page = await running.replaced(() => away(idleSeconds))
  await page.getByRole('form', { name: '登录' }).waitFor()
  expect(pids.filter(isAlive)).toEqual([])
  await expectLocked(running)
})

async function signedInSession(running: Running) {
  const state = await running.api.session.state({})
  if (state.kind !== 'open') throw new Error(`the store is ${state.kind}`)
  return state.session
}

for (const event of ['suspend', 'shutdown', 'lock-screen', 'user-did-resign-active'])
  test(`it locks on ${event}`, async ({ home, start }) => {
    await giveStore(home)
    const running = await start()
    const pids = await open(running)
    await running.replaced(() => running.app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event))
    expect(await goneAfter(pids, 2000)).toBeDefined()
    await expectLocked(running)
  })

test('an open save dialog does not keep it from locking', async ({ home, start }) => {
  await giveStore(home)
  const running = await start()
  const pids = await open(running)
  // A real dialog of the system, left open.
  await running.app.evaluate(({ dialog }) => {
    const show = dialog.showSaveDialog.bind(dialog)
    const told: string[] = []
    Object.assign(globalThis, { told })
    dialog.showSaveDialog = (...all: never[]) => {
      told.push('opened')
      const answer = Reflect.apply(show, dialog, all) as ReturnType<typeof show>
      void answer.then(({ canceled }) => told.push(canceled ? 'cancelled' : 'saved'))
      return answer
    }
  })
  await running.page.evaluate(() => {
    const input = { suggestedName: '审计日志', extension: 'csv' }
    void window.dandang.invoke({ id: 'save', channel: 'shell.chooseSaveFile', input })
  })
  await running.page.waitForTimeout(700)
  const told = () => running.app.evaluate(() => Reflect.get(globalThis, 'told') as string[])
  expect(await told()).toEqual(['opened'])
  await running.lock()
  expect(await goneAfter(pids, 2000)).toBeDefined()
  await expectLocked(running)
  await signInByHand(running.page, 'ganshi')
  expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('what was begun before the lock is there after it, for this account alone', async ({ home, start }) => {
  await giveStore(home)
  const running = await start()
  await signInByHand(running.page, 'xitong')
  await goTo(running.page, '账户')
  await running.page.getByRole('button', { name: '开立账户' }).first().click()
  await running.page.getByRole('textbox', { name: '姓名', exact: true }).fill('尚未交的申请')
  // No pause: what was typed last is saved by the lock itself.
  await running.lock()
  await signInByHand(running.page, 'xitong')
  await goTo(running.page, '账户')
  await running.page.getByRole('button', { name: '开立账户' }).first().click()
  await expect(running.page.getByRole('textbox', { name: '姓名', exact: true })).toHaveValue('尚未交的申请')

  await running.api.drafts.save({ key: 'units.note', body: '"本人的"' })
  await running.lock()
  await running.api.session.signIn(loginAs('baomi'))
  expect(await running.api.drafts.get({ key: 'units.note' })).toBeNull()
  expect(await running.api.drafts.get({ key: 'accounts.propose' })).toBeNull()
})

test('a core that crashes leaves a locked page', async ({ home, start }) => {
  await giveStore(home)
  const running = await start()
  const [core, page] = await open(running)
  await running.replaced(async () => process.kill(core ?? 0, 'SIGKILL'))
  expect(await goneAfter([page ?? 0], 2000)).toBeDefined()
  await expectLocked(running)
  await signInByHand(running.page, 'ganshi')
})

test('a store whose core crashes again and again is left alone', async ({ home, start }) => {
  await giveStore(home)
  const running = await start()
  for (let crash = 0; crash < 3; crash++) {
    await running.page.getByRole('form', { name: '登录' }).waitFor()
    const core = await corePid(running.app)
    await running.replaced(async () => process.kill(core ?? 0, 'SIGKILL'))
  }
  await expect(running.page.getByRole('list', { name: '用过的数据库' })).toBeVisible()
  expect(await corePid(running.app)).toBeUndefined()
})

test('a page that crashes comes back, and the session with it', async ({ home, start }) => {
  await giveStore(home)
  const running = await start()
  const [core, page] = await open(running)
  await running.replaced(() =>
    running.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    ),
  )
  await expect(running.page.getByRole('navigation', { name: '页面' })).toBeVisible()
  expect(await corePid(running.app)).toBe(core)
  expect(await pagePid(running.app)).not.toBe(page)
  expect((await signedInSession(running)).account.login).toBe('ganshi')
})

test('a second start shows the first and ends', async ({ home, start }) => {
  await giveStore(home)
  const running = await start()
  await signInByHand(running.page, 'ganshi')
  await running.app.evaluate(({ BrowserWindow }) => {
    const seen: string[] = []
    Object.assign(globalThis, { seen })
    const [window] = BrowserWindow.getAllWindows()
    if (!window) throw new Error('there is no window')
    window.isMinimized = () => true
    window.restore = () => void seen.push('restored')
    window.focus = () => void seen.push('focused')
  })
  const second = spawn(electron(), electronArgs, { env: environmentIn(home), stdio: 'ignore' })
  const code = await new Promise(resolve => second.once('exit', resolve))
  expect(code).toBe(0)
  expect(await running.app.evaluate(() => Reflect.get(globalThis, 'seen') as string[])).toEqual(['restored', 'focused'])
  expect((await signedInSession(running)).account.login).toBe('ganshi')
})

test('the place of the window and its zoom are there after a restart', async ({ home, start }) => {
  await giveStore(home)
  const first = await start()
  await first.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 120, y: 60, width: 1111, height: 666 }),
  )
  await first.api.shell.setZoom({ percent: 125 })
  await first.api.shell.setTheme({ theme: 'dark' })
  await first.page.waitForTimeout(700)
  await first.close()
  expect(settingsIn(home)).toMatchObject({ zoomPercent: 125, theme: 'dark', window: { width: 1111, height: 666 } })

  const second = await start()
  await expect(second.page.getByRole('form', { name: '登录' })).toBeVisible()
  const seen = () =>
    second.app.evaluate(({ BrowserWindow, nativeTheme }) => {
      const [window] = BrowserWindow.getAllWindows()
      return { bounds: window?.getBounds(), zoom: window?.webContents.getZoomFactor(), theme: nativeTheme.themeSource }
    })
  await expect.poll(seen).toEqual({ bounds: { x: 120, y: 60, width: 1111, height: 666 }, zoom: 1.25, theme: 'dark' })
})

test('a window whose screen is gone comes back where it can be seen', async ({ home, start }) => {
  const { folder } = await giveStore(home)
  rememberStore(home, folder, UNIT, { window: { x: 9000, y: 9000, width: 1000, height: 700, maximized: false } })
  const running = await start()
  const shown = await running.app.evaluate(({ BrowserWindow, screen }) => {
    const bounds = BrowserWindow.getAllWindows()[0]?.getBounds()
    const { workArea } = screen.getPrimaryDisplay()
    return bounds !== undefined && bounds.x < workArea.x + workArea.width && bounds.y < workArea.y + workArea.height
  })
  expect(shown).toBe(true)
})

test('a store that is open is closed whole when the application is left', async ({ home, start }) => {
  await giveStore(home)
  const first = await start()
  await first.api.session.signIn(officer)
  await first.api.units.add({ parentId: await topOf(first.api), name: '最后一科' })
  const processes = first.processes().map(({ pid }) => pid)
  await first.close()
  expect(await goneAfter(processes, 5000)).toBeDefined()
  const second = await start()
  await second.api.session.signIn(officer)
  expect((await second.api.units.tree({})).map(({ name }) => name)).toContain('最后一科')
})

test('a demo is gone from the disk when it is left', async ({ home, start }) => {
  const demos = (): string[] => readdirSync(join(home, 'tmp')).filter(name => name.startsWith('dandang-demo-'))
  const first = await start({ demo: true })
  await first.page.getByRole('navigation', { name: '页面' }).waitFor()
  expect(demos()).toHaveLength(1)
  await first.lock()
  await expect.poll(demos).toEqual([])
  await first.close()

  const second = await start({ demo: true })
  await second.page.getByRole('navigation', { name: '页面' }).waitFor()
  expect(demos()).toHaveLength(1)
  await second.close()
  expect(demos()).toEqual([])
})
