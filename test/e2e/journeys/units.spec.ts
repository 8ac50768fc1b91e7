import { type Page, test } from '@playwright/test'
import { type Desk, expect, openDesk } from './support/desk'
import { pressOn, tabTo } from './support/keyboard'
import { workAs } from './support/make-store'
import { officer, security, system, UNIT } from './support/people'

const second = { login: 'xitong2', name: '顾长河', password: 'Chi6!Tang#Yue' }

test.describe.configure({ mode: 'serial' })

const at = openDesk({
  // A second system administrator, who has a form of the same kind and must not see the first one's draft.
  prepare: async home => {
    const account = {
      ...second,
      holder: '0301',
      department: '信息科',
      phone: '',
      roles: ['sysadmin' as const],
      scope: [],
    }
    let given = ''
    await workAs(home, system, api => api.accounts.propose({ change: { kind: 'open', account }, reason: '轮班' }))
    await workAs(home, security, async api => {
      const [proposal] = await api.accounts.proposals({})
      if (!proposal) throw new Error('nothing was proposed')
      const decided = await api.accounts.decide({ id: proposal.id, accept: true, reason: '同意轮班' })
      given = decided.initialPassword ?? ''
    })
    await workAs(home, { ...second, password: given }, api =>
      api.session.changePassword({ current: given, next: second.password }),
    )
  },
})

const item = (page: Page, name: string) => page.getByRole('treeitem').filter({ hasText: name })
/** The tree as it reads: level by level, name by name. */
const shape = (page: Page) =>
  page
    .getByRole('treeitem')
    .evaluateAll(rows =>
      rows.map(row => `${row.getAttribute('aria-level')} ${row.querySelector('.unit-name')?.textContent}`),
    )

/** Types names one after the other, as the line for the new unit allows. */
async function addBelow({ page }: Desk, names: readonly string[]) {
  await page.keyboard.press('Insert')
  for (const name of names) {
    await page.keyboard.type(name)
    await page.keyboard.press('Enter')
    await expect(item(page, name)).toBeVisible()
    await expect(page.getByPlaceholder('单位名称').last()).toHaveValue('')
  }
  await page.keyboard.press('Escape')
}

test('the tree is built by keyboard alone', async () => {
  const { desk } = at
  await desk.signIn(officer)
  const { page } = desk
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('dw')
  await page.keyboard.press('Enter')
  await expect(desk.heading).toHaveText('单位')
  await tabTo(page, item(page, UNIT))
  await addBelow(desk, ['镇街', '区直部门'])
  await expect(item(page, UNIT)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(item(page, '镇街')).toBeFocused()
  await addBelow(desk, ['石桥镇', '云溪街道'])
  await expect.poll(() => shape(page)).toEqual([`1 ${UNIT}`, '2 镇街', '3 石桥镇', '3 云溪街道', '2 区直部门'])
  await expect(page.getByText('共 5 个')).toBeVisible()
})

test('a sister of the same name is refused while it is typed', async () => {
  const { page } = at.desk
  await page.keyboard.press('Insert')
  await page.keyboard.type('石桥镇')
  await expect(page.getByRole('alert').filter({ hasText: '同一上级下已有这个名称' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByPlaceholder('单位名称').last()).toHaveValue('石桥镇')
  await page.keyboard.press('Escape')
  await expect(item(page, '石桥镇')).toHaveCount(1)
  await expect(item(page, '镇街')).toBeFocused()
})

test('F2 renames, Esc leaves the name as it was', async () => {
  const { page } = at.desk
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('F2')
  await page.keyboard.type('青石镇')
  await page.keyboard.press('Escape')
  await expect(item(page, '石桥镇')).toBeFocused()
  await page.keyboard.press('F2')
  await page.keyboard.type('石桥街道')
  await page.keyboard.press('Enter')
  await expect(item(page, '石桥街道')).toBeFocused()
  await expect(item(page, '石桥镇')).toHaveCount(0)
})

test('Alt with an arrow changes the order, and folding hides what is below', async () => {
  const { page } = at.desk
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(() => shape(page)).toEqual([`1 ${UNIT}`, '2 镇街', '3 云溪街道', '3 石桥街道', '2 区直部门'])
  await expect(item(page, '石桥街道')).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(item(page, '镇街')).toHaveAttribute('aria-expanded', 'false')
  await expect(item(page, '石桥街道')).toHaveCount(0)
  await page.keyboard.press('ArrowRight')
  await expect(item(page, '石桥街道')).toBeVisible()
})

test('a unit goes under another parent', async () => {
  const { desk } = at
  const { page } = desk
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowUp')
  await expect(item(page, '石桥街道')).toBeFocused()
  await pressOn(page, page.getByRole('button', { name: '换上级' }))
  await expect(desk.dialog).toBeVisible()
  await expect(desk.dialog.getByRole('radio', { name: /^镇街/ })).toBeDisabled()
  await expect(desk.dialog.getByRole('radio', { name: /^石桥街道/ })).toBeDisabled()
  await tabTo(page, desk.dialog.getByRole('radio', { name: UNIT }))
  await page.keyboard.press('ArrowUp')
  await expect(desk.dialog.getByRole('radio', { name: '区直部门' })).toBeChecked()
  await pressOn(page, desk.dialog.getByRole('button', { name: '移动', exact: true }))
  await expect(desk.dialog).toHaveCount(0)
  await expect.poll(() => shape(page)).toEqual([`1 ${UNIT}`, '2 镇街', '3 云溪街道', '2 区直部门', '3 石桥街道'])
})

test('what has something below it cannot be deleted; what has nothing goes after one question', async () => {
  const { desk } = at
  const { page } = desk
  await tabTo(page, item(page, '石桥街道'), 'Shift+Tab')
  await page.keyboard.press('ArrowLeft')
  await expect(item(page, '区直部门')).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(page.getByText('还有下级单位，先移走或删除下级单位')).toBeVisible()
  await expect(desk.dialog).toHaveCount(0)
  await expect(page.getByRole('button', { name: '删除', exact: true })).toHaveAccessibleDescription(
    '还有下级单位，先移走或删除下级单位',
  )
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Delete')
  await expect(desk.dialog).toContainText('删除单位：石桥街道')
  await page.keyboard.press('Escape')
  await expect(item(page, '石桥街道')).toBeVisible()
  await tabTo(page, item(page, '石桥街道'))
  await page.keyboard.press('Delete')
  await pressOn(page, desk.dialog.getByRole('button', { name: '删除', exact: true }))
  await expect(item(page, '石桥街道')).toHaveCount(0)
  await expect.poll(() => shape(page)).toEqual([`1 ${UNIT}`, '2 镇街', '3 云溪街道', '2 区直部门'])
})

test('another person sees the same tree and cannot change it', async () => {
  const { desk } = at
  await desk.change(system)
  await desk.goTo('单位')
  await expect(item(desk.page, '云溪街道')).toBeVisible()
  await expect.poll(() => shape(desk.page)).toEqual([`1 ${UNIT}`, '2 镇街', '3 云溪街道', '2 区直部门'])
  await item(desk.page, '镇街').click()
  await desk.page.keyboard.press('F2')
  await desk.page.keyboard.press('Insert')
  await expect(desk.page.getByPlaceholder('单位名称')).toHaveCount(1)
  await expect(desk.page.getByText('单位由组织干事维护。')).toBeVisible()
})

test('half a proposal survives the lock, on the page where it was left', async () => {
  const { desk } = at
  await desk.goTo('账户')
  const start = () => desk.page.getByRole('button', { name: '申请开立账户', exact: true }).click()
  const name = () => desk.page.getByRole('complementary', { name: '申请开立账户' }).getByLabel('姓名', { exact: true })
  await start()
  await name().fill('苏禾')
  // At once, before anything was saved by itself.
  await desk.lock()
  await desk.signIn(system)
  await expect(desk.heading).toHaveText('账户')
  await start()
  await expect(desk.page.getByText('接着上次没有提交的内容')).toBeVisible()
  await expect(name()).toHaveValue('苏禾')
})

test('another person begins at home and finds an empty form', async () => {
  const { desk } = at
  await desk.change(second)
  await expect(desk.heading).toHaveText(/^\d+月\d+日/)
  await desk.goTo('账户')
  await desk.page.getByRole('button', { name: '申请开立账户', exact: true }).click()
  const form = desk.page.getByRole('complementary', { name: '申请开立账户' })
  await expect(form.getByLabel('姓名', { exact: true })).toHaveValue('')
  await expect(form).not.toContainText('接着上次')
  expect(await desk.invoke('drafts.get', { key: 'accounts.propose' })).toEqual({ ok: true, value: null })
})
