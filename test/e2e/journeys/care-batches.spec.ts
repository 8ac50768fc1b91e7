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
      for (const name of ['周启明', '林向阳']) {
        const { cadre } = await api.cadres.add({ name, birth: null, unitId: null })
        await api.cadres.change({
          id: cadre.id,
          revision: 1,
          reason: '',
          changes: [
            { field: 'sex', value: '男' },
            { field: 'workStart', value: '2001-07' },
          ],
        })
      }
      await api.queries.save({
        id: null,
        name: '走访对象',
        shared: false,
        tree: {
          kind: 'all',
          not: false,
          of: [{ kind: 'is', not: false, field: 'sex', operator: 'in', values: ['男'] }],
        },
        on: null,
      })
    }),
})

test('a festival batch: people of a query, the sign-off sheet on paper, results on one page, totals and records', async () => {
  const { desk } = at
  const { page, home } = desk
  await desk.signIn(officer)
  await desk.goTo('关爱')
  await page.getByRole('tab', { name: '走访慰问' }).click()
  await button(page, '新建').click()
  await page.getByLabel('名称').fill('春节走访慰问')
  await page.getByLabel('预算（元）').fill('1000')
  await page.getByRole('combobox', { name: '资金来源' }).click()
  await page.getByTitle('工会', { exact: true }).click()
  await button(page, '新建').last().click()
  await page.getByLabel('走访人（新列入的人）').fill('部务会成员')
  await page.getByLabel('慰问金（元）').fill('600')
  await button(page, '常用查询的结果').click()
  await page.getByRole('combobox', { name: '常用查询' }).click()
  await page.getByTitle('走访对象').click()
  await button(page, '列入').click()
  await expect(page.getByText('找到 2 人，已列入')).toBeVisible()
  await button(page, '保存名单').click()
  await expect(page.getByText('计划 1200 元，超出预算 200 元（预算 1000 元）')).toBeVisible()
  await inspect(desk)

  const path = join(home, '签领表.pdf')
  await answerWith(desk, path)
  await button(page, '慰问金发放签领表').click()
  await desk.dialog.getByText('PDF').click()
  await sendOff(desk, '发放慰问金')
  await button(page, '知道了').click({ timeout: 60_000 })
  const [sheet] = await readPdf(path)
  const words =
    sheet?.texts
      .map(({ text }) => text)
      .join('')
      .replaceAll(/\s/g, '') ?? ''
  for (const part of ['春节走访慰问', '周启明', '林向阳', '壹仟贰佰元整', '本人签领']) expect(words).toContain(part)

  await page.getByText('结果', { exact: true }).click()
  const results = page.locator('.bat-results li')
  await expect(results).toHaveCount(2)
  const today = new Date().toISOString().slice(0, 10).replaceAll('-', '.')
  // Down the column by keyboard: each Enter keeps its row.
  await results.first().getByPlaceholder('走访日期').fill(today)
  await page.keyboard.press('Enter')
  await expect(page.getByText('已走访').first()).toBeVisible()
  await results.nth(1).getByRole('combobox').click()
  await page.getByTitle('未走访').click()
  await results.nth(1).getByPlaceholder('未走访的原因').fill('外出')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('definition').filter({ hasText: /^600 元$/ })).toBeVisible()
  await inspect(desk)
  await button(page, '办结').click()
  await expect(page.getByText('已办结')).toBeVisible()
})

test('leave of the year: typed down the column, counted by the calendar, left over said', async () => {
  const { desk } = at
  const { page } = desk
  await desk.goTo('关爱')
  await page.getByRole('tab', { name: '休假体检' }).click()
  await expect(page.getByText('年休假 15 天').first()).toBeVisible()
  await inspect(desk)
  await page.getByText('录年休假').click()
  const year = new Date().getFullYear()
  const rows = page.locator('.ent-grid')
  await rows.first().getByPlaceholder('开始').fill('3.2')
  await rows.first().getByPlaceholder('结束').fill('3.6')
  await rows.first().getByPlaceholder('天数').fill('5')
  await page.keyboard.press('Enter')
  await expect(page.getByText('已休 5 天，剩 10 天')).toBeVisible()
  await expect(rows.nth(1).getByPlaceholder('开始')).toBeFocused()
  await inspect(desk)
  await page.getByText('查看', { exact: true }).click()
  await page.locator('.ent-row button').first().click()
  await expect(page.getByRole('heading', { name: `${year} 年年休假` })).toBeVisible()
  await inspect(desk)
})
