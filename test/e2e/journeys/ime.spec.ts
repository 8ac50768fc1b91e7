import { test } from '@playwright/test'
import type { Unit } from '../../../src/shared/units/units'
import { expect, openDesk } from './support/desk'
import { CTRL, inputMethod } from './support/ime'
import { officer, system } from './support/people'

/** Design, ecosystem.md §2.3: what Chinese input asks of every field. */
test.describe.configure({ mode: 'serial' })

const at = openDesk()
const unitsOf = async () => {
  const answer = await at.desk.invoke<Unit[]>('units.tree')
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value.map(({ name }) => name)
}

test('the palette searches nothing until a candidate is taken', async () => {
  const { desk } = at
  await desk.signIn(officer)
  const { page } = desk
  const ime = await inputMethod(desk)
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: /^查找.*页面和命令$/ })
  await expect(field).toBeFocused()
  const titles = () => page.getByRole('option').locator('.palette-title').allInnerTexts()
  const all = await titles()
  for (const text of ['d', 'dan', "dan'w", "dan'wei"]) await ime.compose(text)
  await expect(field).toHaveValue("dan'wei")
  expect(await titles()).toEqual(all)
  // Enter and arrows belong to the list of candidates.
  await ime.eatKey('ArrowDown')
  await ime.eatKey('Enter')
  await ime.pressWhileComposing('Enter', 'Enter', 13)
  await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
  await expect(field).toBeVisible()
  await ime.take('单位')
  await expect(field).toHaveValue('单位')
  await expect.poll(titles).toEqual(['单位'])
  await page.keyboard.press('Enter')
  await expect(field).toHaveCount(0)
  await expect(desk.heading).toHaveText('单位')
})

test('a unit is not stored while its name is composed, and Esc belongs to the input method', async () => {
  const { desk } = at
  const { page } = desk
  const ime = await inputMethod(desk)
  await page.getByRole('treeitem').first().click()
  await page.keyboard.press('Insert')
  const field = page.getByRole('textbox', { name: /下的新单位$/ })
  await expect(field).toBeFocused()
  await ime.compose("shi'qiao")
  await ime.eatKey('Enter')
  await ime.eatKey('Escape')
  await ime.pressWhileComposing('Enter', 'Enter', 13)
  await ime.pressWhileComposing('Escape', 'Escape', 27)
  await expect(field).toHaveValue("shi'qiao")
  expect(await unitsOf()).toHaveLength(1)
  await ime.take('石桥镇')
  await expect(field).toHaveValue('石桥镇')
  expect(await unitsOf()).toHaveLength(1)
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue('')
  expect(await unitsOf()).toContain('石桥镇')
})

test('a rare character outside the basic plane stays whole', async () => {
  const { desk } = at
  const { page } = desk
  const ime = await inputMethod(desk)
  const field = page.getByRole('textbox', { name: /下的新单位$/ })
  await ime.compose('ji')
  await ime.take('𠮷野镇')
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue('')
  await page.keyboard.press('Escape')
  expect(await unitsOf()).toContain('𠮷野镇')
  await expect(page.getByRole('treeitem').filter({ hasText: '𠮷野镇' })).toBeVisible()
  // Backspace takes the character and not half of it.
  await page.getByRole('treeitem').filter({ hasText: '𠮷野镇' }).click()
  await page.keyboard.press('F2')
  const renamed = page.getByRole('textbox', { name: '𠮷野镇的新名称' })
  await renamed.fill('新𠮷')
  await renamed.press('End')
  await renamed.press('Backspace')
  await expect(renamed).toHaveValue('新')
  await renamed.press('Escape')
})

test('a filter waits for the finished word', async () => {
  const { desk } = at
  const { page } = desk
  const ime = await inputMethod(desk)
  const field = page.getByRole('textbox', { name: '按名称查找单位' })
  await field.focus()
  await ime.compose('shi')
  await expect(field).toHaveValue('shi')
  await expect(page.getByRole('treeitem')).toHaveCount(3)
  await expect(page.getByText(/^找到/)).toHaveCount(0)
  await ime.take('石')
  await expect(page.getByText('找到 1 个')).toBeVisible()
  await expect(page.getByRole('treeitem')).toHaveCount(2)
  await ime.compose('qiao')
  await expect(page.getByText('找到 1 个')).toBeVisible()
  await ime.take('桥街')
  await expect(page.getByText('没有这个名称的单位')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(field).toHaveValue('')
  await expect(page.getByRole('treeitem')).toHaveCount(3)
})

test('no shortcut works while a word is being composed', async () => {
  const { desk } = at
  const { page } = desk
  const ime = await inputMethod(desk)
  const field = page.getByRole('textbox', { name: '按名称查找单位' })
  await field.focus()
  await ime.compose('zhen')
  await ime.pressWhileComposing('k', 'KeyK', 75, CTRL)
  await ime.pressWhileComposing('1', 'Digit1', 49, CTRL)
  await ime.pressWhileComposing('F1', 'F1', 112)
  await ime.pressWhileComposing('l', 'KeyL', 76, CTRL)
  await expect(field).toHaveValue('zhen')
  await expect(field).toBeFocused()
  await expect(desk.dialog).toHaveCount(0)
  await expect(desk.heading).toHaveText('单位')
  await ime.take('镇')
  await expect(page.getByText('找到 2 个')).toBeVisible()
  // The same keys work again as soon as the word is there.
  await ime.pressWhileComposing('F1', 'F1', 112)
  await expect(desk.dialog).toContainText('使用手册')
  await page.keyboard.press('Escape')
  await field.press('Escape')
})

test('a reason counts only when it is finished, and Enter that takes a candidate hands nothing in', async () => {
  const { desk } = at
  await desk.change(system)
  await desk.goTo('账户')
  const { page } = desk
  const ime = await inputMethod(desk)
  await page.getByRole('row').getByRole('button', { name: officer.name }).click()
  await page.getByRole('button', { name: '申请重置密码' }).click()
  const field = desk.dialog.getByLabel('理由')
  const confirm = desk.dialog.getByRole('button', { name: '提交申请' })
  await expect(field).toBeFocused()
  await ime.compose("ben'ren")
  await ime.eatKey('Enter')
  await expect(field).toHaveValue("ben'ren")
  await expect(confirm).toHaveAccessibleDescription('请先写明理由')
  await ime.eatKey('Escape')
  await ime.pressWhileComposing('Escape', 'Escape', 27)
  await expect(desk.dialog).toBeVisible()
  await ime.take('本人')
  await expect(confirm).not.toHaveAttribute('aria-disabled', 'true')
  // Two hundred characters are two hundred, also when each takes two places in memory.
  await field.fill('𠮷'.repeat(200))
  await expect(confirm).not.toHaveAttribute('aria-disabled', 'true')
  await field.fill('𠮷'.repeat(201))
  await expect(desk.dialog).toContainText('最多 200 个字，现有 201 个')
  await desk.dialog.getByRole('button', { name: '取消' }).click()
  await expect(desk.dialog).toHaveCount(0)
})

test('full-width letters and digits become plain on leaving, and names stay as they were written', async () => {
  const { desk } = at
  const { page } = desk
  const ime = await inputMethod(desk)
  await page.getByRole('button', { name: '申请开立账户', exact: true }).click()
  const form = page.getByRole('complementary', { name: '申请开立账户' })
  const written = [
    ['登录名', 'ｇａｎｂｕ０１', 'ganbu01'],
    ['电话', '　１３８００００１２３４', '13800001234'],
    ['姓名', '买买提・Ａ', '买买提・Ａ'],
    ['部门', '信息科（２）', '信息科（２）'],
  ] as const
  for (const [label, typed, kept] of written) {
    const field = form.getByLabel(label, { exact: true })
    await field.focus()
    await ime.compose('x')
    // Esc leaves the candidates and not the form.
    await ime.pressWhileComposing('Escape', 'Escape', 27)
    await ime.take(typed)
    await expect(field).toHaveValue(typed)
    await page.keyboard.press('Tab')
    await expect(field).toHaveValue(kept)
  }
})
