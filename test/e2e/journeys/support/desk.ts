import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import {
  _electron,
  type CDPSession,
  expect as basicExpect,
  type ElectronApplication,
  type Locator,
  type Page,
  test,
} from '@playwright/test'
import type { Channel } from '../../../../src/shared/ipc/define'
import type { Result } from '../../../../src/shared/result'
import { type Home, homeIn, makeStore, writeSettings } from './make-store'
import type { Person } from './people'

/** Sign-in derives a key and a shared computer is slow: more than Playwright's five seconds, and no test waits for time. */
export const expect = basicExpect.configure({ timeout: 15_000 })

const root = resolve(__dirname, '../../../..')

/** The application with its present page: locking destroys a page and opens a fresh one. */
export class Desk {
  private constructor(
    readonly home: Home,
    readonly app: ElectronApplication,
    public page: Page,
  ) {}

  static async open(home: Home): Promise<Desk> {
    const path = process.env.ELECTRON_EXEC_PATH
    if (!path) throw new Error('node scripts/e2e.mjs names the Electron to run')
    const args = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', root]
    const env = { ...process.env, HOME: home.folder, XDG_CONFIG_HOME: home.config, LANG: 'zh_CN.UTF-8' }
    const app = await _electron.launch({ executablePath: path, args, env: env as Record<string, string> })
    app.context().setDefaultTimeout(15_000)
    return new Desk(home, app, await app.firstWindow())
  }

  /** The page that takes the place of the present one. */
  async nextPage(cause: () => Promise<unknown>): Promise<Page> {
    const opened = this.app.waitForEvent('window')
    // The page may be gone before what ended it is acknowledged.
    await cause().catch(() => undefined)
    this.page = await opened
    await this.page.waitForLoadState('domcontentloaded')
    return this.page
  }

  async lock(): Promise<void> {
    await this.nextPage(() => this.page.keyboard.press('Control+l'))
    await expect(this.page.getByLabel('登录名')).toBeVisible()
  }

  async fillSignIn({ login, password }: Pick<Person, 'login' | 'password'>): Promise<void> {
    await this.page.getByLabel('登录名').fill(login)
    await this.page.getByLabel('密码', { exact: true }).fill(password)
    await this.page.getByRole('button', { name: '登录', exact: true }).click()
  }

  async signIn(person: Pick<Person, 'login' | 'password'>): Promise<void> {
    await this.fillSignIn(person)
    await expect(this.lockButton).toBeVisible()
    await expect(this.heading.first()).toBeVisible()
  }

  /** Someone else sits down: locks when somebody is here. */
  async change(person: Pick<Person, 'login' | 'password'>): Promise<void> {
    if (await this.lockButton.isVisible()) await this.lock()
    await this.signIn(person)
  }

  get lockButton(): Locator {
    return this.page.getByRole('banner').getByRole('button', { name: '锁定', exact: true })
  }
  get heading(): Locator {
    return this.page.getByRole('main').getByRole('heading', { level: 1 })
  }
  get navigation(): Locator {
    return this.page.getByRole('navigation', { name: '页面' })
  }
  get dialog(): Locator {
    return this.page.getByRole('dialog')
  }

  async goTo(title: string): Promise<void> {
    await this.navigation.getByRole('link', { name: title, exact: true }).click()
    await expect(this.navigation.getByRole('link', { name: title, exact: true })).toHaveAttribute('aria-current', 'page')
  }

  /** Fills the dialog that asks why, and goes ahead. */
  async giveReason(reason: string, confirm: string): Promise<void> {
    await this.dialog.getByLabel('理由').fill(reason)
    await this.dialog.getByRole('button', { name: confirm, exact: true }).click()
  }

  /** A call through the page's own bridge, as a page makes it. */
  async invoke<T>(channel: Channel, input: object = {}): Promise<Result<T>> {
    const answer = await this.page.evaluate(
      ([name, body]) => window.dandang.invoke({ id: `t${Math.random()}`, channel: name, input: body }),
      [channel, input] as const,
    )
    return answer as Result<T>
  }

  cdp(): Promise<CDPSession> {
    return this.page.context().newCDPSession(this.page)
  }
}

export interface Prepared {
  readonly recoveryCode: string
}

/**
 * One application for a file's tests, on a store of its own or, with `empty`, on a computer that knows none.
 * The getter gives it to the tests; a failed test leaves a picture.
 */
export function useDesk(options: { empty?: boolean; prepare?: (home: Home) => Promise<void> } = {}): {
  desk: Desk
  readonly recoveryCode: string
  reopen(): Promise<void>
} {
  let desk: Desk | undefined
  let recoveryCode = ''
  const home = homeIn(mkdtempSync(join(tmpdir(), 'dandang-journey-')))
  test.beforeAll(async () => {
    if (options.empty) writeSettings(home, {})
    else recoveryCode = (await makeStore(home)).recoveryCode
    await options.prepare?.(home)
    desk = await Desk.open(home)
  })
  // biome-ignore lint: Playwright reads the fixtures from the pattern of the first parameter.
  test.afterEach(async ({}, info) => {
    if (info.status !== info.expectedStatus)
      await desk?.page.screenshot({ path: info.outputPath('failed.png') }).catch(() => undefined)
  })
  test.afterAll(async () => {
    await desk?.app.close()
    rmSync(home.folder, { recursive: true, force: true })
  })
  return {
    get desk() {
      if (!desk) throw new Error('the application has not been opened')
      return desk
    },
    get recoveryCode() {
      return recoveryCode
    },
    async reopen() {
      await desk?.app.close()
      desk = await Desk.open(home)
    },
  }
}
