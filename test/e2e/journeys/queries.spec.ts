import { type Page, test } from '@playwright/test'
import { expect, openDesk } from './support/desk'
import { inspect } from './support/inspect'
import { workAs } from './support/make-store'
import { officer } from './support/people'

test.describe.configure({ mode: 'serial' })

const people = [
  ['李望舒', { birth: '1974-03', sex: '女', nation: '汉族', nativePlace: '云州云泽' }],
  ['王若谷', { birth: '1970-05', sex: '女', nation: '汉族', nativePlace: '青州石桥' }],
  ['阿依努尔·买买提', { birth: '1976-07', sex: '女', nation: '维吾尔族', nativePlace: '云州青石' }],
  ['欧阳震华', { birth: '1975-01', sex: '男', nation: '汉族', nativePlace: '云州云泽' }],
  ['许问渠', { sex: '女', nation: '汉族', nativePlace: '云州云泽' }],
] as const

const at = openDesk({
  prepare: home =>
    workAs(home, officer, async api => {
      for (const [name, values] of people) {
        const { cadre } = await api.cadres.add({ name, birth: null, unitId: null })
        const changes = Object.entries(values).map(([field, value]) => ({ field, value }))
        await api.cadres.change({ id: cadre.id, revision: 1, changes, reason: '' })
      }
    }),
})

/** Chooses a field in the picker that the keys stand in, by its initials. */
async function choose(page: Page, initials: string, title: string): Promise<void> {
  await page.keyboard.type(initials)
  await expect(page.locator('.ant-select-item-option-active').filter({ hasText: title })).toBeVisible()
  await page.keyboard.press('Enter')
}
const adding = (page: Page) => page.getByRole('combobox', { name: '加条件', exact: true })

test('five conditions with a bracket, by keys and by mouse, and of how many they hold', async () => {
  const { desk } = at
  const { page } = desk
  await desk.signIn(officer)
  await desk.goTo('组合查询')
  await expect(page.getByText('想找什么样的人')).toBeVisible()

  await adding(page).focus()
  await choose(page, 'nl', '年龄')
  await expect(page.getByRole('textbox', { name: '第1条年龄：值' })).toBeFocused()
  await page.keyboard.type('40')
  await expect(page.getByRole('tab', { name: '符合 4 人' })).toBeVisible()
  await expect(page.getByRole('tab', { name: '无法判断 1 人' })).toBeVisible()

  await adding(page).focus()
  await choose(page, 'xb', '性别')
  await choose(page, '女', '女')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('tab', { name: '符合 3 人' })).toBeVisible()

  await page.getByRole('button', { name: '加括号' }).click()
  await choose(page, 'mz', '民族')
  await choose(page, 'hanzu', '汉族')
  await page.keyboard.press('Escape')
  await page.getByRole('combobox', { name: '在第3个括号里加条件' }).click()
  await page
    .getByRole('option', { name: /籍贯/ })
    .or(page.locator('.qry-option', { hasText: '籍贯' }))
    .last()
    .click()
  await expect(page.getByRole('textbox', { name: '第3.2条籍贯：文字' })).toBeFocused()
  await page.keyboard.type('云州')

  await adding(page).focus()
  await choose(page, 'ryzt', '人员状态')
  await choose(page, '在职', '在职')
  await page.keyboard.press('Escape')
  await expect(page.locator('.qry-sentence')).toHaveText(
    '年龄不小于 40 岁，并且性别是女，并且（民族是汉族，或者籍贯包含“云州”），并且人员状态是在职',
  )
  // Up over the bracket: into it, and out of it at its head.
  await page.getByRole('button', { name: '第4条人员状态', exact: true }).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(page.getByRole('button', { name: '第3.3条人员状态', exact: true })).toBeFocused()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByRole('button', { name: '第4条人员状态', exact: true })).toBeFocused()
  await expect(page.getByRole('tab', { name: '符合 3 人' })).toBeVisible()
  await inspect(desk)
})

test('it is kept under a name, begun anew, and opened again with what it finds now', async () => {
  const { desk } = at
  const { page } = desk
  await page.getByRole('main').getByRole('button', { name: '保存', exact: true }).click()
  await desk.dialog.getByRole('textbox', { name: '名称' }).fill('换届女干部')
  await page.keyboard.press('Enter')
  const mine = page.getByRole('region', { name: '我的查询' })
  await expect(mine.getByRole('button', { name: /换届女干部.*3 人/ })).toBeVisible()
  await page.getByRole('button', { name: '新查询' }).click()
  await expect(page.getByText('还没有条件')).toBeVisible()
  await mine.getByRole('button', { name: /换届女干部.*3 人/ }).click()
  await page.getByRole('tab', { name: '无法判断 1 人' }).click()
  await expect(page.getByRole('row', { name: /许问渠/ })).toBeVisible()
  await page.getByRole('tab', { name: '符合 3 人' }).click()
  await expect(page.getByRole('row', { name: /李望舒/ })).toBeVisible()
})

test('two are picked by keys and stand side by side, without what is masked and without a best', async () => {
  const { desk } = at
  const { page } = desk
  await page.getByRole('grid', { name: '干部名单' }).focus()
  for (const key of ['ArrowDown', 'Space', 'ArrowDown', 'Space']) await page.keyboard.press(key)
  await page.getByRole('group', { name: '选中的人' }).getByRole('button', { name: '比较' }).click()
  await expect(desk.heading).toHaveText('比较')
  await expect(page.getByRole('columnheader')).toHaveCount(2)
  await expect(page.getByRole('row', { name: /^性别/ })).toContainText('女')
  await inspect(desk)
  await page.keyboard.press('Control+e')
  await expect(desk.dialog).toContainText('比较的 2 人')
  await page.keyboard.press('Escape')
  await desk.goTo('组合查询')
  await expect(page.getByText('已选 2 人')).toBeVisible()
})

test('who was found is changed together, for a reason, and taken back together', async () => {
  const { desk } = at
  const { page } = desk
  await page.getByRole('group', { name: '选中的人' }).getByRole('button', { name: '批量修改' }).click()
  await expect(desk.dialog).toContainText('批量修改：2 人')
  await inspect(desk)
  await desk.dialog.getByRole('textbox', { name: '标签' }).fill('换届人选')
  await desk.dialog.getByRole('textbox', { name: '理由' }).fill('换届摸底')
  await page.keyboard.press('Enter')
  await expect(desk.dialog.getByRole('status')).toHaveText('已修改 2 人。')
  await desk.dialog.getByRole('button', { name: '撤销这次修改' }).click()
  await expect(desk.dialog.getByRole('status')).toHaveText('已撤销 2 人。')
  await desk.dialog.getByRole('button', { name: '知道了' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
