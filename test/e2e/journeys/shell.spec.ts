import { type Page, test } from '@playwright/test'
import type { SecurityPolicy } from '../../../src/shared/policy/policy'
import { type Desk, expect, openDesk } from './support/desk'
import { workAs } from './support/make-store'
import { officer, security, system, UNIT } from './support/people'

test.describe.configure({ mode: 'serial' })

const newcomer = { login: 'suhe', name: '苏禾', holder: '0205', department: '', phone: '', scope: null }

const at = openDesk({
  prepare: home =>
    workAs(home, system, api =>
      api.accounts.propose({
        change: { kind: 'open', account: { ...newcomer, roles: ['interviewer'] } },
        reason: '到干部科工作',
      }),
    ),
})

interface Item {
  readonly section: string
  readonly title: string
  readonly key: string | null
}

/** The application menu without what belongs to text fields. */
const menuOf = ({ app }: Desk): Promise<Item[]> =>
  app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? [])
      .filter(({ label }) => label !== '编辑')
      .flatMap(({ label, submenu }) =>
        (submenu?.items ?? []).map(item => ({ section: label, title: item.label, key: item.accelerator ?? null })),
      ),
  )

const chooseFromMenu = ({ app }: Desk, title: string) =>
  app.evaluate(({ Menu }, wanted) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? [])
    items?.find(({ label }) => label === wanted)?.click()
  }, title)

const options = (page: Page) => page.getByRole('option')
const palette = (page: Page) => page.getByRole('combobox', { name: /^查找.*页面和命令$/ })

async function seek({ page }: Desk, text: string) {
  await page.keyboard.press('Control+k')
  await expect(palette(page)).toBeFocused()
  await page.keyboard.type(text)
}

test('the palette finds by initials, by pinyin and by a part of the name', async () => {
  const { desk } = at
  await desk.signIn(officer)
  const { page } = desk
  const wanted = [
    ['dw', '单位', '单位'],
    ['shezhi', '设置', '设置'],
    ['gzt', '工作台', '月'],
    ['单', '单位', '单位'],
    ['ｓｚ', '设置', '设置'],
  ] as const
  for (const [text, first, heading] of wanted) {
    await seek(desk, text)
    await expect(options(page).first().locator('.palette-title')).toHaveText(first)
    await page.keyboard.press('Enter')
    await expect(palette(page)).toHaveCount(0)
    await expect(desk.heading).toContainText(heading)
  }
  await seek(desk, 'xyzxyz')
  await expect(page.getByText('没有找到这样的人、页面或命令')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(palette(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(palette(page)).toHaveCount(0)
})

test('menu, palette and the sheet of keys are one table', async () => {
  const { desk } = at
  const { page } = desk
  const menu = await menuOf(desk)
  expect(menu.length).toBeGreaterThan(12)
  await page.keyboard.press('Control+F1')
  const sheet = page.getByRole('dialog', { name: '快捷键' })
  for (const { title, key } of menu.filter(item => item.key !== null)) {
    const line = sheet.locator('dl > div').filter({ has: page.getByText(title, { exact: true }) })
    await expect(line).toHaveCount(1)
    // Plus and minus are written out on the sheet.
    const words = key?.replace('Plus', '加号').replace(/\+-$/, '+减号').replaceAll('+', ' ') ?? ''
    await expect(line.locator('kbd')).toHaveText(words)
  }
  const own = sheet.locator('section').filter({ hasNot: page.getByText('处处可用') })
  await expect(own.locator('dl > div')).toHaveCount(menu.filter(item => item.key !== null).length)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  const titles = await options(page).locator('.palette-title').allInnerTexts()
  expect(titles.toSorted()).toEqual(
    menu
      .map(({ title }) => title)
      .filter(title => title !== '查找页面和命令')
      .toSorted(),
  )
  await page.keyboard.press('Escape')
})

test('the menu acts on the page, and holds other commands before sign-in', async () => {
  const { desk } = at
  await chooseFromMenu(desk, '单位')
  await expect(desk.heading).toHaveText('单位')
  await chooseFromMenu(desk, '快捷键')
  await expect(desk.dialog).toContainText('关闭最上面一层')
  await desk.page.keyboard.press('Escape')
  await desk.lock()
  await expect.poll(async () => (await menuOf(desk)).map(({ title }) => title)).not.toContain('单位')
  expect((await menuOf(desk)).map(({ title }) => title)).toContain('退出')
})

test('Esc closes the top layer and no other', async () => {
  const { desk } = at
  await desk.signIn(system)
  const { page } = desk
  await desk.goTo('账户')
  await page.getByRole('row').getByRole('button', { name: officer.name }).click()
  const aside = page.getByRole('complementary', { name: officer.name })
  await aside.getByRole('button', { name: '申请重置密码' }).click()
  await expect(desk.dialog.getByLabel('理由')).toBeFocused()
  await page.keyboard.press('Control+k')
  await expect(palette(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(palette(page)).toHaveCount(0)
  await expect(desk.dialog.getByLabel('理由')).toBeVisible()
  await desk.dialog.getByLabel('理由').press('Escape')
  await expect(desk.dialog).toHaveCount(0)
  await expect(aside).toBeVisible()
  await expect(aside.getByRole('button', { name: '申请重置密码' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(aside).toHaveCount(0)
  await expect(desk.heading).toHaveText('账户')
})

test('Ctrl+L locks with a dialog open', async () => {
  const { desk } = at
  await desk.page.getByRole('row').getByRole('button', { name: officer.name }).click()
  await desk.page.getByRole('button', { name: '申请重置密码' }).click()
  await desk.dialog.getByLabel('理由').fill('本人忘记密码')
  await desk.lock()
  expect(await desk.page.content()).not.toContain(officer.name)
  expect(await desk.invoke('accounts.list')).toMatchObject({ ok: false, error: { code: 'signed-out' } })
})

test('what waits stands in the notices, one step from where it is dealt with', async () => {
  const { desk } = at
  await desk.signIn(security)
  const { page } = desk
  const bell = page.getByRole('banner').getByRole('button', { name: /^提醒/ })
  await expect(bell).toHaveText('提醒 1')
  await bell.click()
  const drawer = page.getByRole('dialog', { name: '提醒' })
  await expect(drawer.getByRole('listitem')).toHaveCount(1)
  await expect(drawer).toContainText('账户申请等待审批')
  await page.keyboard.press('Escape')
  await expect(drawer).toHaveCount(0)
  await bell.click()
  await drawer.getByRole('button', { name: /^去办/ }).click()
  await expect(drawer).toHaveCount(0)
  await expect(desk.heading).toHaveText('账户')
})

test('the watermark names the unit, the person and the time, and no setting takes it away', async () => {
  const { desk } = at
  const { page } = desk
  const marks = page.locator('.dd-watermark')
  const shown = page.locator('.dd-watermark:visible')
  const text = () =>
    shown.evaluate(mark => decodeURIComponent(getComputedStyle(mark).backgroundImage).replaceAll(/<[^>]*>/g, ' '))
  await expect(shown).toHaveCount(1)
  expect(await text()).toContain(`${UNIT}　${security.name}`)
  expect(await text()).toMatch(/20\d{2}-\d{2}-\d{2} \d{2}:\d{2}/)
  const covers = await shown.evaluate(mark => {
    const { width, height } = mark.getBoundingClientRect()
    const { pointerEvents, position, zIndex } = getComputedStyle(mark)
    return {
      whole: width >= innerWidth && height >= innerHeight,
      pointerEvents,
      position,
      above: Number(zIndex) > 1000,
    }
  })
  expect(covers).toEqual({ whole: true, pointerEvents: 'none', position: 'fixed', above: true })
  await desk.goTo('设置')
  await expect(page.getByRole('main')).not.toContainText('水印')
  for (const look of ['深色', '浅色']) {
    await page.getByText(look, { exact: true }).click()
    await expect(shown).toHaveCount(1)
    expect(await text()).toContain(security.name)
  }
  // The policy can make it stronger or weaker within bounds, and never nothing.
  const policy = await desk.invoke<SecurityPolicy>('policy.get')
  if (!policy.ok) throw new Error(policy.error.message)
  const without = { policy: { ...policy.value, watermarkOpacityPercent: 0 }, reason: '嫌它碍眼' }
  expect(await desk.invoke('policy.change', without)).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
  await page.keyboard.press('F1')
  await expect(desk.dialog).toBeVisible()
  await expect(marks).toHaveCount(2)
  await page.keyboard.press('Escape')
})

test('a page that fails says so, lets the error be copied, and leaves the others alone', async () => {
  const { desk } = at
  const { app, page } = desk
  await desk.goTo('工作台')
  // The settings page shows the version as text; anything else breaks its drawing.
  await app.evaluate(({ app: electron }) => {
    electron.getVersion = () => ({ broken: true }) as unknown as string
  })
  await desk.goTo('设置')
  const failed = page.getByRole('alert').filter({ hasText: '“设置”没有显示出来' })
  await expect(failed).toBeVisible()
  await expect(failed).toContainText('已保存的数据没有改动')
  await app.evaluate(({ app: electron }) => {
    electron.getVersion = () => '0.1.0'
  })
  await failed.getByRole('button', { name: '复制出错信息' }).click()
  await expect(failed.getByRole('button', { name: '已复制，不含人员资料' })).toBeVisible()
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied).toMatch(/页面 settings，\w*Error，20\d{2}-/)
  for (const word of [security.name, security.login, UNIT]) expect(copied).not.toContain(word)
  await desk.goTo('账户')
  await expect(page.getByRole('row').getByRole('button', { name: officer.name })).toBeVisible()
  await desk.goTo('设置')
  await expect(page.getByRole('heading', { name: '外观和字号' })).toBeVisible()
  await expect(failed).toHaveCount(0)
})
