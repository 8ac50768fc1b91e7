import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@playwright/test'
import { writeTableXlsx } from '../../../src/main/exports/table-xlsx'
import type { UnitId } from '../../../src/shared/units/units'
import { expect, openDesk } from './support/desk'
import { answerWith, button } from './support/dialogs'
import { inspect } from './support/inspect'
import { workAs } from './support/make-store'
import { officer } from './support/people'

test.describe.configure({ mode: 'serial' })

const at = openDesk({
  prepare: home =>
    workAs(home, officer, async api => {
      const [root] = await api.units.tree({})
      if (!root) throw new Error('no unit')
      const add = async (name: string, nature: string): Promise<UnitId> => {
        const { id } = await api.units.add({ parentId: root.id, name })
        await api.posts.describe({ unitId: id, kind: '法人单位', nature, level: '', code: '', approvedStaff: 30 })
        return id
      }
      await add('清河镇', '镇街')
      await add('云溪街道', '镇街')
      await add('区民政局', '政府工作部门')
    }),
})

test('a place is named, planned for, and what was done shows on the board', async () => {
  const { desk } = at
  const { page } = desk
  await desk.signIn(officer)
  await desk.goTo('关爱')
  await page.getByRole('tab', { name: '措施' }).click()
  await expect(page.getByText('待本单位命名').first()).toBeVisible()
  await inspect(desk)
  await page
    .getByRole('button', { name: /^待本单位命名/ })
    .first()
    .click()
  await button(page, '命名').click()
  await desk.dialog.getByLabel('名称').fill('关爱援派干部家庭')
  await desk.dialog.getByRole('combobox', { name: '类别' }).click()
  await page.getByTitle('生活上').last().click()
  await desk.dialog.getByLabel('改动的理由').fill('部务会研究确定')
  await button(desk.dialog, '保存').click()
  await expect(page.getByRole('heading', { name: '关爱援派干部家庭' })).toBeVisible()

  await button(page, '定计划').click()
  await desk.dialog.getByLabel('计划数').fill('2')
  await desk.dialog.getByLabel('牵头单位、责任人').fill('组织科')
  await button(desk.dialog, '保存').click()
  const entry = page.getByRole('form', { name: '登记落实情况' })
  await entry.getByLabel('做了什么').fill('走访援派干部家庭')
  await entry.getByLabel('人数').fill('12')
  await entry.getByLabel('人数').press('Enter')
  await expect(page.getByText('12 人，登记')).toBeVisible()
  // The field waits for the next one.
  await expect(entry.getByLabel('做了什么')).toBeFocused()
  await inspect(desk)
  await button(page, '返回全部措施').click()
  const line = page.getByRole('listitem').filter({ hasText: '关爱援派干部家庭' })
  await expect(line.getByRole('img', { name: '计划 2 次，已落实 1 次' })).toBeVisible()
  await expect(line).toContainText('差 1 次')
  await expect(page.getByText('29 条里有 2 条原文没有写明')).toBeVisible()
})

test('what is sent down is entered by keyboard and pasted; over its cap is marked with the number', async () => {
  const { desk } = at
  const { page } = desk
  await page.getByRole('tab', { name: '基层' }).click()
  await expect(page.getByRole('button', { name: '清河镇，食堂，还没有登记' })).toBeVisible()
  await page.getByRole('button', { name: '清河镇，食堂，还没有登记' }).click()
  await desk.dialog.getByText('需修').click()
  await desk.dialog.getByLabel('打算做什么').fill('更换灶具')
  await desk.dialog.getByLabel('经费（元）').fill('5万')
  await expect(button(desk.dialog, '登记')).toHaveAttribute('data-reason', '金额写作 50000 或 50000.50')
  await desk.dialog.getByLabel('经费（元）').fill('50000')
  await button(desk.dialog, '登记').click()
  await expect(page.getByRole('button', { name: /清河镇，食堂，需修/ })).toBeVisible()
  await inspect(desk)

  await page.getByText('减轻负担').click()
  const quick = page.getByRole('form', { name: '快速登记' })
  await button(quick, '全部街镇').click()
  await quick.getByLabel('发出部门').fill('区委办公室')
  for (const title of ['值班通知', '防汛通知']) {
    await quick.getByLabel('标题').fill(title)
    await quick.getByLabel('标题').press('Enter')
    await expect(page.getByText(`已登记“${title}”`)).toBeVisible()
    await expect(quick.getByLabel('标题')).toBeFocused()
  }
  await button(page, '从表格粘贴').click()
  const pasted = desk.dialog.getByLabel('粘贴的行')
  const today = new Date().toISOString().slice(0, 10)
  await pasted.fill(`发文\t${today}\t统计通知\t区统计局\t清河镇\n会议\t${today}\t调度会\t区政府办公室\t青河镇`)
  await expect(desk.dialog.getByText('第 2 行：没有叫“青河镇”的单位')).toBeVisible()
  await expect(button(desk.dialog, '登记 1 行')).toHaveAttribute('data-reason', '有 1 行要改')
  await pasted.fill(`发文\t${today}\t统计通知\t区统计局\t清河镇\n会议\t${today}\t调度会\t区政府办公室\t清河镇`)
  await button(desk.dialog, '登记 2 行').click()
  await expect(page.getByText('已登记 2 件')).toBeVisible()

  await button(page, '限额').click()
  await desk.dialog.getByLabel('一年最多').fill('2')
  await desk.dialog.getByLabel('依据', { exact: true }).fill('区委办公室通知')
  await desk.dialog.getByLabel('理由').fill('年初核定')
  await button(desk.dialog, '设定').click()
  await expect(page.getByText('1 个单位超过限额')).toBeVisible()
  await expect(page.getByRole('row', { name: /清河镇/ })).toContainText('超 1')
  await expect(page.getByRole('row', { name: /云溪街道/ })).not.toContainText('超')
  await inspect(desk)
})

test('pay of the grass roots below the office at the same level is marked with the difference', async () => {
  const { desk } = at
  const { page } = desk
  await page.getByText('基层待遇').click()
  await button(page, '从表格粘贴').click()
  const year = new Date().getFullYear()
  const heads = ['年度', '单位或类别', '层级', '年人均收入（元）', '人数']
  const rows = [
    ['机关', '120000', 40],
    ['清河镇', '115000', 3],
    ['云溪街道', '121000', 3],
  ].map(([whose = '', average = '', people = 0]) => [year, whose, '乡科级正职', average, people])
  const { bytes } = await writeTableXlsx(
    {
      title: '收入',
      columns: heads.map(title => ({ title, width: 10, align: 'left' })),
      groups: [{ heading: '', rows }],
    },
    { sheetName: '收入', notes: '', foot: '', sheet: { size: 'A4', upright: false } },
  )
  const path = join(desk.home, '收入.xlsx')
  writeFileSync(path, bytes)
  await answerWith(desk, path)
  await button(desk.dialog, '从 Excel 文件读取').click()
  await button(desk.dialog, '登记 3 行').click()
  await expect(page.getByText('1 个层级收入倒挂')).toBeVisible()
  await expect(page.getByRole('row', { name: /乡科级正职/ })).toContainText('倒挂，低 2,000')
  await expect(page.getByText('倒挂，低 5,000')).toBeVisible()
  await inspect(desk)
})
