import { type Page, test } from '@playwright/test'
import { type Desk, expect, openDesk } from './support/desk'
import { workAs } from './support/make-store'
import { auditor, officer, security, system } from './support/people'

const phone = '13900001234'
const newcomer = { login: 'suhe', name: '苏禾', holder: '0205', password: '' }
const own = 'Xue5%Song+Bai'

test.describe.configure({ mode: 'serial' })

const at = openDesk({
  prepare: home =>
    workAs(home, officer, async api => {
      const [top] = await api.units.tree({})
      if (!top) throw new Error('the store has a unit of its own')
      const towns = await api.units.add({ parentId: top.id, name: '镇街' })
      await api.units.add({ parentId: towns.id, name: '石桥镇' })
      await api.units.add({ parentId: top.id, name: '区直部门' })
    }),
})

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const aside = (page: Page, name: string) => page.getByRole('complementary', { name, exact: true })

async function openAccount({ page }: Desk, name: string) {
  await page.getByRole('tab', { name: /^账户/ }).click()
  await page.getByRole('row').getByRole('button', { name, exact: true }).click()
  await expect(aside(page, name)).toBeVisible()
  return aside(page, name)
}

/** The security administrator agrees to what waits, from the workbench. */
async function agree(desk: Desk, reason: string) {
  await desk.change(security)
  await desk.goTo('工作台')
  await desk.page.getByRole('button', { name: /^审批/ }).click()
  await button(desk.page, '同意').click()
  await desk.giveReason(reason, '同意')
}

async function expectGrey(page: Page, name: string, reason: string) {
  const grey = button(page, name)
  await expect(grey).toHaveAttribute('aria-disabled', 'true')
  await expect(grey).toHaveAccessibleDescription(reason)
  // Playwright would wait for a greyed button to come to life; a person clicks it.
  await grey.click({ force: true })
  await expect(page.getByRole('dialog')).toHaveCount(0)
  // The words stand beside the button for whoever points at it.
  const shown = await grey.evaluate(element => getComputedStyle(element, '::after').content)
  expect(shown).toContain(reason)
}

test('the system administrator fills in a proposal, and is told what is missing', async () => {
  const { desk } = at
  const { page } = desk
  await desk.signIn(system)
  await desk.goTo('账户')
  await button(page, '申请开立账户').click()
  const form = aside(page, '申请开立账户')
  await button(page, '提交申请').click()
  await expect(form).toContainText('还有 4 处没有填好')
  await expect(form.getByLabel('姓名', { exact: true })).toBeFocused()
  await form.getByLabel('姓名', { exact: true }).fill(newcomer.name)
  await form.getByLabel('持有人').fill(newcomer.holder)
  await form.getByLabel('登录名').fill(officer.login)
  await form.getByLabel('电话').fill(phone)
  await page.getByRole('checkbox', { name: /^组织干事/ }).uncheck()
  await page.getByRole('checkbox', { name: /^谈话人/ }).check()
  await page.getByRole('group', { name: '可以查看的单位' }).getByLabel('镇街').check()
  // What stands below a chosen unit is covered by it, and shown so.
  await expect(page.getByLabel('石桥镇')).toBeChecked()
  await expect(page.getByLabel('石桥镇')).toBeDisabled()
  await expectGrey(page, '提交申请', '这个登录名已被占用')
  await form.getByLabel('登录名').fill(newcomer.login)
  await button(page, '提交申请').click()
  await expect(desk.dialog.getByRole('button', { name: '提交申请' })).toHaveAccessibleDescription('请先写明理由')
  await desk.giveReason('到干部科工作，承担谈话', '提交申请')
  await expect(page.getByText('申请已提交，等待安全保密管理员审批')).toBeVisible()
})

test('whoever asked cannot agree, only take back', async () => {
  const { page } = at.desk
  await page.getByRole('tab', { name: /待审批 1/ }).click()
  await page.getByRole('row').getByRole('button', { name: newcomer.name }).click()
  await expect(button(page, '撤回申请')).toBeVisible()
  await expect(button(page, '同意')).toHaveCount(0)
})

test('the security administrator agrees, and the one-time password is shown once', async () => {
  const { desk } = at
  await agree(desk, '已核实本人和工号')
  const { page } = desk
  const dialog = page.getByRole('dialog', { name: `${newcomer.name} 的初始密码` })
  await expect(dialog).toBeVisible()
  newcomer.password = await dialog.locator('dd.acc-password').innerText()
  expect(newcomer.password.length).toBeGreaterThanOrEqual(12)
  // No stray key or click takes it away before it is written down.
  await page.keyboard.press('Escape')
  await page.mouse.click(5, 400)
  await expect(dialog).toBeVisible()
  await button(page, '已经记下，关闭').click()
  await expect(dialog).toHaveCount(0)
  expect(await page.content()).not.toContain(newcomer.password)
  for (const channel of ['accounts.list', 'accounts.proposals'] as const)
    expect(JSON.stringify(await desk.invoke(channel))).not.toContain(newcomer.password)
})

test('the newcomer must change it before anything else', async () => {
  const { desk } = at
  await desk.lock()
  await desk.fillSignIn(newcomer)
  const { page } = desk
  await expect(page.getByRole('heading', { name: '先换成自己的密码' })).toBeVisible()
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await page.evaluate(() => (location.hash = '#/units'))
  await expect(page.getByRole('heading', { name: '先换成自己的密码' })).toBeVisible()
  expect(await desk.invoke('units.tree')).toMatchObject({
    ok: false,
    error: { code: 'refused', message: '请先修改密码，再做其他事' },
  })
  const change = async (next: string) => {
    await page.getByLabel('现在的密码').fill(newcomer.password)
    await page.getByLabel('新密码').fill(next)
    await page.getByLabel('再输一次').fill(next)
    await button(page, '修改密码').click()
  }
  await change(newcomer.password)
  await expect(page.getByRole('alert')).toContainText('不能使用最近 5 次用过的密码')
  await change(own)
  await expect(desk.lockButton).toBeVisible()
  newcomer.password = own
})

test('and then sees what the role may see and no more', async () => {
  const { desk } = at
  const { page } = desk
  await expect(desk.navigation.getByRole('link')).toHaveText(['工作台', '谈话', '单位', '数据交换', '设置'])
  await desk.goTo('单位')
  await expect(page.getByRole('treeitem')).toHaveCount(2)
  await expect(page.getByRole('treeitem').nth(0)).toContainText('镇街')
  await expect(page.getByRole('treeitem').nth(1)).toContainText('石桥镇')
  await expect(page.getByText('单位由组织干事维护。')).toBeVisible()
  await expect(button(page, '新增下级')).toHaveCount(0)
  const name = { parentId: crypto.randomUUID(), name: '青石镇' }
  expect(await desk.invoke('units.add', name)).toMatchObject({ ok: false, error: { code: 'forbidden' } })
})

test('an officer does not reach the accounts by their address', async () => {
  const { desk } = at
  await desk.change(officer)
  const { page } = desk
  for (const place of ['#/accounts', '#/audit', '#/policy']) {
    await page.evaluate(hash => (location.hash = hash), place)
    await expect(page.getByText('没有这一页')).toBeVisible()
  }
  for (const channel of ['accounts.list', 'policy.get', 'audit.seals'] as const)
    expect(await desk.invoke(channel)).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  await button(page, '回工作台').click()
  await expect(desk.heading).toHaveText(/月/)
})

test('a telephone number shows against a reason, and the reason is on record', async () => {
  const { desk } = at
  await desk.change(system)
  const { page } = desk
  await desk.goTo('账户')
  const pane = await openAccount(desk, newcomer.name)
  await expect(pane).not.toContainText(phone)
  const reveal = pane.getByRole('button', { name: /^显示/ })
  await reveal.click()
  await desk.dialog.getByRole('button', { name: '取消' }).click()
  await expect(desk.dialog).toHaveCount(0)
  await expect(pane).not.toContainText(phone)
  await reveal.click()
  await desk.giveReason('核实本人重置密码的请求', '查看')
  await expect(pane).toContainText(phone)
  await pane.getByRole('button', { name: /^遮住/ }).click()
  await expect(pane).not.toContainText(phone)
  expect(await page.content()).not.toContain(phone)
  await desk.change(auditor)
  const filter = { from: null, to: null, accountId: null, feature: 'accounts', outcome: null, text: '', before: null }
  expect(JSON.stringify(await desk.invoke('audit.list', { ...filter, limit: 50 }))).toContain('核实本人重置密码的请求')
})

test('what the rules refuse is grey, in the rules’ own words', async () => {
  const { desk } = at
  await desk.change(system)
  const { page } = desk
  await desk.goTo('账户')
  await openAccount(desk, system.name)
  await expectGrey(page, '停用', '不能停用自己的账户')
  await expectGrey(page, '申请注销', '不能为自己的账户提出申请')
  await openAccount(desk, security.name)
  await expectGrey(page, '停用', '这是最后一个可用的安全保密管理员账户，要先开立新的')
  await expectGrey(page, '申请注销', '这是最后一个可用的安全保密管理员账户，要先开立新的')
})

test('a disabled account stays out until another hand lets it in again', async () => {
  const { desk } = at
  await openAccount(desk, newcomer.name)
  await button(desk.page, '停用').click()
  await desk.giveReason('借调到外地，暂停使用', '停用')
  await expect(desk.page.getByText(`已停用 ${newcomer.name} 的账户`)).toBeVisible()
  await button(desk.page, '申请恢复使用').click()
  await desk.giveReason('借调期满', '提交申请')
  await expect(aside(desk.page, newcomer.name)).toContainText('恢复使用的申请等待审批')
  await desk.lock()
  await desk.fillSignIn(newcomer)
  await expect(desk.page.getByRole('alert').filter({ hasText: /./ })).toContainText('这个账户已停用，请联系系统管理员')
  await agree(desk, '借调期满，情况属实')
  await expect(desk.page.getByText('已同意').first()).toBeVisible()
  await desk.change(newcomer)
  await expect(desk.page.getByRole('banner')).toContainText(newcomer.name)
})

test('a closed account is gone for good', async () => {
  const { desk } = at
  await desk.change(system)
  await desk.goTo('账户')
  await openAccount(desk, newcomer.name)
  await button(desk.page, '申请注销').click()
  await desk.giveReason('调离本单位', '提交申请')
  await agree(desk, '调令已收到')
  await expect(desk.page.getByText('已同意').first()).toBeVisible()
  await desk.goTo('账户')
  await desk.page.getByRole('tab', { name: /^账户/ }).click()
  await expect(desk.page.getByRole('row').getByRole('button', { name: newcomer.name })).toHaveCount(0)
  await desk.lock()
  await desk.fillSignIn(newcomer)
  await expect(desk.page.getByRole('alert').filter({ hasText: /./ })).toContainText('密码')
  await expect(desk.heading).toHaveText('登录')
})
