import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@playwright/test'
import type { Day } from '../../../src/shared/dates/add-months'
import { showDate } from '../../../src/shared/dates/partial-date'
import { todayDay } from '../../../src/shared/dates/today'
import { expect, openDesk } from './support/desk'
import { answerWith, button } from './support/dialogs'
import { inspect } from './support/inspect'
import { workAs } from './support/make-store'
import { officer } from './support/people'

test.describe.configure({ mode: 'serial' })

const visit = (on: Day) => ({
  on,
  occasion: '住院' as const,
  form: '走访' as const,
  dimension: '生活' as const,
  measure: 'life-6' as const,
  dueKey: null,
  eventId: null,
  visitors: '',
  what: '到医院看望',
  moneyFen: 0,
  goods: '',
  standard: '',
  source: null,
  voucher: '',
  approvedBy: '',
  promise: '',
  nextStep: '',
  nextOn: null,
  attachments: [],
})

const at = openDesk({
  prepare: home =>
    workAs(home, officer, async api => {
      const [root] = await api.units.tree({})
      if (!root) throw new Error('no unit')
      const { id: unitId } = await api.units.add({ parentId: root.id, name: '清河镇' })
      const add = async (name: string, postLevel: string) => {
        const { cadre } = await api.cadres.add({ name, birth: null, unitId })
        const changes = [{ field: 'postLevel', value: postLevel }]
        await api.cadres.change({ id: cadre.id, revision: 1, reason: '', changes })
        return cadre.id
      }
      const cared = await add('周启明', '乡科级正职')
      await add('顾长庚', '乡科级副职')
      await api.careRecords.add({ ...visit(todayDay()), cadreId: cared })
    }),
})

test('coverage is read by unit, level and measure, and leads to whom nothing was done for', async () => {
  const { desk } = at
  const { page } = desk
  await desk.signIn(officer)
  await desk.goTo('关爱')
  await page.getByRole('tab', { name: '覆盖', exact: true }).click()
  await expect(page.getByText('在职 2 人，关爱过 1 人')).toBeVisible()
  await expect(page.getByRole('button', { name: '清河镇关爱过 1 人' })).toBeVisible()
  const ways = page.getByRole('group', { name: '怎样分' })
  await ways.getByText('按职务层次').click()
  await expect(page.getByRole('button', { name: '乡科级正职关爱过 1 人' })).toBeVisible()
  await expect(page.getByRole('button', { name: '乡科级副职未关爱 1 人' })).toBeVisible()
  await ways.getByText('按措施').click()
  await expect(page.getByRole('row', { name: /敬重关爱老党员老干部/ })).toContainText('1')
  await ways.getByText('按单位').click()
  await page.getByRole('button', { name: '清河镇未关爱 1 人' }).click()
  await expect(page.getByRole('heading', { name: /清河镇.*未关爱/ })).toBeVisible()
  await expect(button(page, '周启明')).toHaveCount(0)
  await inspect(desk)

  await button(page, '顾长庚').click()
  await expect(page.getByRole('tab', { name: '关爱' })).toHaveAttribute('aria-selected', 'true')
  await expect(desk.heading.first()).toContainText('顾长庚')
})

const page = () => at.desk.page

/** Fills the order of a table in its dialog and waits until it lies there. @returns what was written */
async function saveAsCsv(path: string, reason: string): Promise<string> {
  const { desk } = at
  await answerWith(desk, path)
  await desk.dialog.getByText('CSV', { exact: true }).click()
  await desk.dialog.getByRole('textbox', { name: '理由' }).fill(reason)
  await button(desk.dialog, '选择位置并保存').click()
  await expect(desk.dialog.getByText(/^已导出 \d+ 人$/)).toBeVisible({ timeout: 60_000 })
  await page().keyboard.press('Escape')
  await expect(desk.dialog).toBeHidden()
  return readFileSync(path, 'utf8')
}

test('those without care, and the records of care, leave as tables and stand in the register', async () => {
  const { desk } = at
  await desk.goTo('关爱')
  await page().getByRole('tab', { name: '覆盖', exact: true }).click()
  await button(page(), '打印和导出').first().click()
  await expect(desk.dialog.getByText('共 1 人').first()).toBeVisible()
  const missed = await saveAsCsv(join(desk.home, '久未关爱.csv'), '安排走访')
  expect(missed).toContain('顾长庚')
  expect(missed).not.toContain('周启明')

  await page().getByRole('tab', { name: '记录', exact: true }).click()
  await button(page(), '导出').click()
  await expect(desk.dialog.getByText('共 1 条').first()).toBeVisible()
  await inspect(desk)
  const records = await saveAsCsv(join(desk.home, '关爱记录.csv'), '向部务会汇报')
  expect(records).toContain('到医院看望')
  await desk.goTo('导出登记')
  await expect(page().getByText('安排走访')).toBeVisible()
  await expect(page().getByText('向部务会汇报')).toBeVisible()
})

test('the interval of a rule changes as a new version from a day, and the list tells it with its basis', async () => {
  const { desk } = at
  await desk.goTo('关爱')
  await page().getByRole('tab', { name: '设置', exact: true }).click()
  const line = page().getByRole('listitem').filter({ hasText: '驻村、援派、挂职干部看望' })
  await expect(line).toContainText('每 6 个月')
  await line.getByRole('button', { name: /^驻村、援派、挂职干部看望/ }).click()
  await expect(button(page(), '保存…')).toHaveAttribute('data-reason', '还没有改动')
  const months = page().getByRole('spinbutton', { name: '每隔几个月' })
  await months.fill('3')
  await months.press('Tab')
  const from = showDate(todayDay())
  await page().getByLabel('从哪天起').fill(from)
  await page().getByLabel('依据的文件').fill('云泽区关心关爱办法第五条')
  await page().getByRole('combobox', { name: '依据的可靠程度' }).click()
  await page().locator('.ant-select-item-option').filter({ hasText: '本单位的文件' }).click()
  await inspect(desk)
  await button(page(), '保存…').click()
  await expect(desk.dialog.getByText(/另存为第 1 版/)).toBeVisible()
  await desk.giveReason('部务会定为每季一次', '保存')
  await expect(desk.dialog).toBeHidden()
  const versions = page().getByRole('listitem').filter({ hasText: '第 1 版' })
  await expect(versions).toContainText('部务会定为每季一次')
  await expect(versions).toContainText(`${from} 起`)
  await expect(page().getByRole('listitem').filter({ hasText: '随应用提供' })).toBeVisible()

  await button(page(), '返回全部规则').click()
  await expect(line).toContainText('每 3 个月')
  await expect(line).toContainText('由本单位规定')
  await line.getByText('依据', { exact: true }).hover()
  await expect(page().getByText('云泽区关心关爱办法第五条')).toBeVisible()
  await page().mouse.move(5, 5)
  await expect(page().getByText('云泽区关心关爱办法第五条')).toBeHidden()
  await inspect(desk)
})
