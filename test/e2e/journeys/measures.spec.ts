import { join } from 'node:path'
import { test } from '@playwright/test'
import { Day } from '../../../src/shared/dates/add-months'
import { readPdf } from '../support/pdf'
import { expect, openDesk } from './support/desk'
import { answerWith, button, sendOff } from './support/dialogs'
import { inspect } from './support/inspect'
import { workAs } from './support/make-store'
import { officer } from './support/people'

test.describe.configure({ mode: 'serial' })

const DAY_MS = 86_400_000
const daysAgo = (days: number): Day => Day.parse(new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10))

const at = openDesk({
  prepare: home =>
    workAs(home, officer, async api => {
      const { cadre } = await api.cadres.add({ name: '周启明', birth: null, unitId: null })
      await api.measures.add({
        kind: '函询',
        cadreId: cadre.id,
        on: daysAgo(60),
        documentNumber: '云组函〔2026〕7号',
        authority: '区委组织部',
        matter: '个人有关事项报告',
        questions: '请说明房产登记的情况。',
        months: null,
      })
    }),
})

test('a letter that nobody answered is late; answered, it says how late, and is judged', async () => {
  const { desk } = at
  const { page, home } = desk
  await desk.signIn(officer)
  await desk.goTo('谈话')
  await page.getByRole('tab', { name: '提醒函询诫勉' }).click()
  await expect(page.getByText(/^逾期 \d+ 个工作日没有答复$/)).toBeVisible()
  await inspect(desk)
  await page.getByRole('button', { name: /周启明 · 函询/ }).click()
  await expect(page.getByText('请说明房产登记的情况。')).toBeVisible()
  await page.getByLabel('答复的内容').fill('已如实说明，附产权证明。')
  await button(page, '登记答复').click()
  await expect(page.getByText(/^逾期 \d+ 个工作日答复，等处理意见$/)).toBeVisible()
  await inspect(desk)
  await button(page, '登记处理意见').click()
  await expect(page.getByText(/个工作日答复，采信$/)).toBeVisible()

  const path = join(home, '函询.pdf')
  await answerWith(desk, path)
  await button(page, '打印和导出').click()
  await desk.dialog.getByText('存为 PDF').click()
  await expect(desk.dialog.getByText(/^A4 共 1 页/)).toBeVisible()
  await sendOff(desk, '发函')
  await expect(page.getByText('已导出 1 人')).toBeVisible({ timeout: 60_000 })
  await button(page, '知道了').click()
  const [letter] = await readPdf(path)
  const words =
    letter?.texts
      .map(({ text }) => text)
      .join('')
      .replaceAll(/\s/g, '') ?? ''
  for (const part of ['函询通知书', '周启明同志：', '云组函〔2026〕7号', '前送组织部门', '中共云泽区委组织部'])
    expect(words).toContain(part)
})

test('a 诫勉 is entered, its restriction stands in the file with its basis, and a talk is planned from it', async () => {
  const { desk } = at
  const { page } = desk
  await desk.goTo('谈话')
  await page.getByRole('tab', { name: '提醒函询诫勉' }).click()
  await button(page, '登记').click()
  const people = desk.dialog.getByRole('combobox')
  await people.click()
  await people.fill('周启明')
  await page.locator('.itv-option').first().click()
  await desk.dialog.getByLabel('文号').fill('云组诫〔2026〕3号')
  await desk.dialog.getByLabel('批准机关或批准人').fill('中共云泽区委')
  await desk.dialog.getByLabel('事由').fill('违反会议纪律，擅自变更议题')
  await desk.dialog.getByRole('button', { name: '登记', exact: true }).click()
  await expect(desk.heading).toContainText('周启明 · 诫勉')
  await expect(page.getByText(/^影响期还有 \d+ 天$/)).toBeVisible()
  await inspect(desk)
  await button(page, '安排谈话').click()
  await desk.dialog.getByLabel('地点').fill('区委三楼谈话室')
  await desk.dialog.getByLabel('谈话事由').fill('诫勉')
  await desk.dialog.getByRole('button', { name: '安排', exact: true }).click()
  await expect(page.getByText('已安排')).toBeVisible()

  await desk.goTo('干部')
  await page.getByText('周启明').first().click()
  await button(page, '打开档案').click()
  const bars = page.getByRole('region', { name: '影响期内的限制' })
  await expect(bars).toContainText('提拔、进一步使用')
  await expect(bars).toContainText('评优')
  await expect(bars.getByRole('button', { name: /^依据/ }).first()).toBeVisible()
  await inspect(desk)
})
