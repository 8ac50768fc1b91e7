import { join } from 'node:path'
import { test } from '@playwright/test'
import { readPdf } from '../support/pdf'
import { expect, openDesk } from './support/desk'
import { answerWith, button, sendOff } from './support/dialogs'
import { inspect } from './support/inspect'
import { workAs } from './support/make-store'
import { officer } from './support/people'

test.describe.configure({ mode: 'serial' })

const at = openDesk({
  prepare: home =>
    workAs(home, officer, async api => {
      await api.cadres.add({ name: '周启明', birth: null, unitId: null })
      await api.cadres.add({ name: '顾长庚', birth: null, unitId: null })
    }),
})

test('an illness is noted, what is due appears with its basis, and a line settles it', async () => {
  const { desk } = at
  const { page } = desk
  await desk.signIn(officer)
  await expect(page.getByText('在职 2 人，关爱过 0 人')).toBeVisible()
  await desk.goTo('关爱')
  await expect(page.getByText('这几天没有应办的事')).toBeVisible()
  await page.getByRole('tab', { name: '记录', exact: true }).click()
  await button(page, '登记生活事件').click()
  const people = desk.dialog.getByRole('combobox').first()
  await people.click()
  await people.fill('周启明')
  await page.locator('.itv-option').first().click()
  await desk.dialog.getByLabel('需要什么（不写是谁反映的）').fill('术后无人陪护')
  await desk.dialog.getByRole('button', { name: '登记', exact: true }).click()
  await expect(desk.dialog).toBeHidden()

  await page.getByRole('tab', { name: '应办', exact: true }).click()
  await expect(page.getByText(/本人住院，3 日内/)).toBeVisible()
  await inspect(desk)
  await page.getByText('依据').first().hover()
  await expect(page.getByText(/六必访/).first()).toBeVisible()
  await page.mouse.move(5, 5)

  await button(page, '记录').click()
  await expect(desk.dialog.getByLabel('看到什么、做了什么')).toBeFocused()
  await page.keyboard.type('到医院看望，病情平稳')
  await button(page, '慰问金、慰问品、凭证').click()
  await desk.dialog.getByLabel('慰问金（元）').fill('500')
  await expect(desk.dialog.getByRole('button', { name: '记录', exact: true })).toHaveAttribute(
    'aria-description',
    '有慰问金，要选资金来源',
  )
  await desk.dialog.getByRole('combobox', { name: '资金来源' }).click()
  await page.locator('.ant-select-item-option').filter({ hasText: '工会' }).click()
  await desk.dialog.getByLabel('凭证号').fill('慰问-07')
  await inspect(desk)
  await page.keyboard.press('Control+Enter')
  await expect(desk.dialog).toBeHidden()
  await expect(page.getByText('这几天没有应办的事')).toBeVisible()
  await page.getByRole('button', { name: /^已办 1/ }).click()
  await expect(page.getByText(/本人住院，3 日内/)).toBeVisible()

  await page.getByRole('tab', { name: '记录', exact: true }).click()
  await expect(page.getByText('共 1 条，慰问金 500 元')).toBeVisible()
  await expect(page.getByText('慰问金 500 元（工会），凭证 慰问-07')).toBeVisible()

  await page.getByRole('tab', { name: '覆盖', exact: true }).click()
  await expect(page.getByRole('heading', { name: '关爱覆盖' })).toBeVisible()
  await inspect(desk)
})

test('what was done changes the coverage on the workbench', async () => {
  const { desk } = at
  await desk.goTo('工作台')
  await expect(desk.page.getByText('在职 2 人，关爱过 1 人')).toBeVisible()
  await desk.goTo('关爱')
})

test('an elder is listed and paired, stands on the file and in the month, and the week goes on paper', async () => {
  const { desk } = at
  const { page, home } = desk
  await page.getByRole('tab', { name: '名册', exact: true }).click()
  await button(page, '列入名册').click()
  const people = desk.dialog.getByRole('combobox').first()
  await people.click()
  await people.fill('顾长庚')
  await page.locator('.itv-option').first().click()
  await desk.dialog.getByLabel('没有账户的走访人').fill('柳寒汀')
  await desk.dialog.getByLabel('联系人和关系').fill('女儿')
  await desk.dialog.getByLabel('联系电话').fill('00000-123')
  await desk.dialog.getByRole('button', { name: '列入', exact: true }).click()
  await expect(page.getByText('结对：柳寒汀')).toBeVisible()
  await expect(page.getByText('00000-123')).toBeHidden()
  await button(page, '电话').click()
  await desk.giveReason('约定走访', '查看')
  await expect(page.getByText('00000-123')).toBeVisible()
  await inspect(desk)

  await page.getByRole('tab', { name: '日历', exact: true }).click()
  await expect(page.getByRole('button', { name: /待办 1/ }).first()).toBeVisible()
  await inspect(desk)
  await page.getByRole('tab', { name: '应办', exact: true }).click()
  // Before a festival there is more than one matter.
  await button(page, '顾长庚').first().click()
  await expect(page.getByRole('tab', { name: '关爱' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByText('老干部每季走访').first()).toBeVisible()
  await inspect(desk)

  await desk.goTo('关爱')
  const path = join(home, '一周清单.pdf')
  await answerWith(desk, path)
  await button(page, '打印本周').click()
  await desk.dialog.getByText('PDF', { exact: true }).click()
  await sendOff(desk, '本周走访')
  await expect(page.getByText(/已导出|已保存/).first()).toBeVisible({ timeout: 60_000 })
  const words = ((await readPdf(path))[0]?.texts ?? [])
    .map(({ text }) => text)
    .join('')
    .replaceAll(/\s/g, '')
  for (const part of ['一周关心关爱清单', '顾长庚', '老干部每季走访', '柳寒汀']) expect(words).toContain(part)
})
