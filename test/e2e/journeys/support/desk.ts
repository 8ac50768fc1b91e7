import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  expect as basicExpect,
  type CDPSession,
  type ElectronApplication,
  type Locator,
  type Page,
  test,
} from '@playwright/test'
import type { Channel } from '../../../../src/shared/ipc/define'
import type { ProfileName } from '../../../../src/shared/policy/policy'
import type { Result } from '../../../../src/shared/result'
import { type LaunchOptions, launch, newHome, type Running, userData } from '../../support/app'
import { goTo } from '../../support/journey'
import { atFirst, makeStore } from './make-store'
import type { Person } from './people'

/** Sign-in derives a key, and a shared computer is slow: more than Playwright's five seconds. */
export const expect = basicExpect.configure({ timeout: 15_000 })

type Credentials = Pick<Person, 'login' | 'password'>

/** The application as a person sees it: what stands on the page, and the few things that every journey does. */
export class Desk {
  constructor(private readonly running: Running) {
    running.app.context().setDefaultTimeout(15_000)
  }

  get app(): ElectronApplication {
    return this.running.app
  }
  get home(): string {
    return this.running.home
  }
  get page(): Page {
    return this.running.page
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

  goTo(title: string): Promise<void> {
    return goTo(this.page, title)
  }

  async lock(): Promise<void> {
    // The page may be gone before the key that ended it is acknowledged.
    await this.running.replaced(() => this.page.keyboard.press('Control+l').catch(() => undefined))
    await expect(this.page.getByLabel('登录名')).toBeVisible()
  }

  async fillSignIn({ login, password }: Credentials): Promise<void> {
    await this.page.getByLabel('登录名').fill(login)
    await this.page.getByLabel('密码', { exact: true }).fill(password)
    await this.page.getByRole('button', { name: '登录', exact: true }).click()
  }

  async signIn(person: Credentials): Promise<void> {
    await this.fillSignIn(person)
    await expect(this.lockButton).toBeVisible()
    await expect(this.heading.first()).toBeVisible()
  }

  /** Someone else sits down; whoever was here is locked out first. */
  async change(person: Credentials): Promise<void> {
    if (await this.lockButton.isVisible()) await this.lock()
    await this.signIn(person)
  }

  /** Fills the dialog that asks why, and goes ahead. */
  async giveReason(reason: string, confirm: string): Promise<void> {
    await this.dialog.getByLabel('理由').fill(reason)
    await this.dialog.getByRole('button', { name: confirm, exact: true }).click()
  }

  /** A call through the page's own bridge, as a page makes it. */
  async invoke<T>(channel: Channel, input: object = {}): Promise<Result<T>> {
    return (await this.running.call(channel, input)) as Result<T>
  }

  /** Does what puts another page in the place of this one. */
  replaced(act: () => Promise<unknown>): Promise<unknown> {
    return this.running.replaced(act)
  }

  cdp(): Promise<CDPSession> {
    return this.page.context().newCDPSession(this.page)
  }

  close(): Promise<void> {
    return this.running.close()
  }
}

interface DeskOptions {
  /** On a computer that knows no store yet. */
  readonly empty?: boolean
  readonly profile?: ProfileName
  /** What happened in the store before. */
  readonly prepare?: (home: string) => Promise<unknown>
  /** More arguments, such as Chromium's switches. */
  readonly args?: readonly string[]
}

interface OpenedDesk {
  readonly desk: Desk
  readonly recoveryCode: string
  /** Ends the application and starts it again, perhaps at a later time or under a policy of the computer. */
  reopen(later?: Pick<LaunchOptions, 'aheadMs' | 'environment'>): Promise<void>
}

/** One application on a store of its own for the tests of a group. A failed test leaves a picture. */
export function openDesk({ empty = false, profile = 'internal', prepare, args = [] }: DeskOptions = {}): OpenedDesk {
  let home = ''
  let desk: Desk | undefined
  let recoveryCode = ''
  test.beforeAll(async () => {
    home = newHome()
    if (empty) {
      mkdirSync(userData(home), { recursive: true })
      writeFileSync(join(userData(home), 'settings.json'), JSON.stringify(atFirst))
    } else recoveryCode = (await makeStore(home, profile)).recoveryCode
    await prepare?.(home)
    desk = new Desk(await launch({ home, args }))
  })
  test.afterEach(async () => {
    const info = test.info()
    if (info.status !== info.expectedStatus)
      await desk?.page.screenshot({ path: info.outputPath('failed.png') }).catch(() => undefined)
  })
  test.afterAll(async () => {
    await desk?.close()
    rmSync(home, { recursive: true, force: true, maxRetries: 3 })
  })
  return {
    get desk() {
      if (!desk) throw new Error('the application has not been opened')
      return desk
    },
    get recoveryCode() {
      return recoveryCode
    },
    async reopen(later = {}) {
      await desk?.close()
      desk = new Desk(await launch({ home, args, ...later }))
    },
  }
}
