import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@playwright/test'
import ExcelJS from 'exceljs'
import { fontsOf, readPdf } from '../support/pdf'
import { expect, openDesk } from './support/desk'
import { answerWith, button, sendOff } from './support/dialogs'
import { inspect } from './support/inspect'
import { workAs } from './support/make-store'
import { bare, rowsOf } from './support/paper'
import { auditor, officer } from './support/people'

test.describe.configure({ mode: 'serial' })

const people = [
  ['欧阳震华', '石桥镇党委书记', '370199198403120021'],
  ['许问渠', '=cmd|calc', ''],
  ['阿依努尔·买买提', '区人民医院副院长', ''],
] as const

const at = openDesk({
  prepare: home =>
    workAs(home, officer, async api => {
      const [top] = await api.units.tree({})
      if (!top) throw new Error('the store has a unit of its own')
      const town = await api.units.add({ parentId: top.id, name: '石桥镇' })
      for (const [name, post, idNumber] of people) {
        const { cadre } = await api.cadres.add({ name, birth: null, unitId: town.id })
        const changes = [
          { field: 'form.currentPost', value: post },
          { field: 'idNumber', value: idNumber },
        ]
        await api.cadres.change({ id: cadre.id, revision: 1, changes, reason: '测试' })
      }
    }),
})

test('the list in sight goes out by key as a roster, and a second reader finds no formula in it', async () => {
  const { desk } = at
  const { page, home } = desk
  await desk.signIn(officer)
  await desk.goTo('干部')
  await expect(page.getByRole('row', { name: /欧阳震华/ })).toBeVisible()
  await page.keyboard.press('Control+e')
  await expect(desk.dialog).toContainText('共 3 人')
  await inspect(desk)
  const act = button(page, '选择位置并导出')
  await expect(act).toHaveAccessibleDescription('先写明理由')
  await desk.dialog.getByRole('textbox', { name: '理由' }).fill('换届摸底')

  await answerWith(desk, null)
  await act.click()
  await expect(desk.dialog).toContainText('共 3 人')
  const file = join(home, '名册.xlsx')
  await answerWith(desk, file)
  await act.click()
  await expect(page.getByText('已导出 3 人')).toBeVisible()
  await expect(desk.dialog).toContainText('第 1 号')
  await button(page, '知道了').click()

  const book = new ExcelJS.Workbook()
  await book.xlsx.load(readFileSync(file) as unknown as ExcelJS.Buffer)
  const [sheet] = book.worksheets
  const texts: string[] = []
  sheet?.eachRow(row =>
    row.eachCell(cell => {
      expect(cell.formula).toBeFalsy()
      texts.push(cell.text)
    }),
  )
  expect(texts).toEqual(expect.arrayContaining(['干部名册', '石桥镇（3人）', '=cmd|calc', '欧阳震华']))
})

test('the same list as PDF: seen first, then measured in the file', async () => {
  const { desk } = at
  const { page, home } = desk
  await page.keyboard.press('Control+e')
  await desk.dialog.getByText('PDF', { exact: true }).click()
  await desk.dialog.getByText('预览', { exact: true }).click()
  await expect(desk.dialog.getByRole('region', { name: '干部名册第1页' })).toContainText('石桥镇（3人）')
  await expect(desk.dialog.getByRole('region', { name: '预览' })).toContainText('共 1 页')
  await inspect(desk)
  const path = join(home, '名册.pdf')
  await answerWith(desk, path)
  await sendOff(desk, '常委会参阅', '选择位置并导出')
  await expect(page.getByText('已导出 3 人')).toBeVisible({ timeout: 90_000 })
  await button(page, '知道了').click()

  const [sheet, ...others] = await readPdf(path)
  if (!sheet) throw new Error('no page')
  expect(others).toEqual([])
  expect([Math.round(sheet.width), Math.round(sheet.height)]).toEqual([297, 210])
  const rows = rowsOf(sheet)
  expect(rows[0]).toBe('干部名册')
  expect(rows[1]).toMatch(/^制表单位：中共云泽区委组织部制表日期：.*共3人年龄、年限计算至/)
  expect(rows.some(row => row.startsWith('序号姓名性别'))).toBe(true)
  expect(rows).toContain('石桥镇（3人）')
  for (const [name, post] of people) expect(rows.some(row => row.includes(bare(name)) && row.includes(post))).toBe(true)
  expect(rows.at(-1)).toMatch(/^内部〔\d{4}〕第2号古丽扎尔·阿依木.*第1页，共1页$/)
  // A frame within the margins, and every text inside of it or in the margins above and below.
  const across = sheet.lines.filter(({ top, bottom }) => bottom - top < 0.05)
  const [left, right] = [Math.min(...across.map(line => line.left)), Math.max(...across.map(line => line.right))]
  expect([Math.abs(left - 14) < 0.5, Math.abs(right - 283) < 0.5]).toEqual([true, true])
  for (const text of sheet.texts)
    expect.soft([text.left >= left - 0.3, text.right <= right + 0.3], text.text).toEqual([true, true])
  expect((await fontsOf(path)).missing).toEqual([])
})

test('the picked go out as files for the editor, without what is masked', async () => {
  const { desk } = at
  const { page, home } = desk
  await page
    .getByRole('row', { name: /欧阳震华/ })
    .getByRole('checkbox')
    .click()
  await page
    .getByRole('row', { name: /阿依努尔/ })
    .getByRole('checkbox')
    .click()
  await page.getByRole('group', { name: '选中的人' }).getByRole('button', { name: '导出' }).click()
  await desk.dialog.getByText('任免审批表文件').click()
  await desk.dialog.getByRole('textbox', { name: '理由' }).fill('报市委组织部')
  const folder = join(home, '上报')
  mkdirSync(folder)
  await answerWith(desk, folder)
  await button(page, '选择文件夹并导出').click()
  await expect(page.getByText('已导出 2 人')).toBeVisible()
  const [made = ''] = readdirSync(folder)
  expect(made).toMatch(/^任免审批表〔\d{4}〕第3号（内部）$/)
  expect(readdirSync(join(folder, made)).toSorted()).toEqual(['欧阳震华.lrmx', '阿依努尔·买买提.lrmx'].toSorted())
  const text = readFileSync(join(folder, made, '欧阳震华.lrmx'), 'utf8')
  expect(text).toContain('石桥镇党委书记')
  expect(text).not.toContain('370199198403120021')
  await button(page, '知道了').click()
})

test('the register shows both, to the officer and to the auditor', async () => {
  const { desk } = at
  await desk.goTo('导出登记')
  const rows = desk.page.getByRole('region', { name: '导出登记' }).getByRole('row')
  await expect(rows).toHaveCount(4)
  await expect(rows.nth(1)).toContainText('报市委组织部')
  await expect(rows.nth(2)).toContainText('干部名册（PDF）')
  await expect(rows.nth(3)).toContainText('干部名册（Excel）')
  await inspect(desk)
  await desk.change(auditor)
  await desk.goTo('导出登记')
  await expect(desk.page.getByRole('region', { name: '导出登记' }).getByRole('row')).toHaveCount(4)
  await expect(button(desk.page, '导出干部')).toHaveCount(0)
})

test('the auditor takes the register along as PDF and as CSV, and it tells of both', async () => {
  const { desk } = at
  const { page, home } = desk
  const takeAlong = async (output: 'PDF' | 'CSV', file: string): Promise<void> => {
    await button(page, '打印或导出登记').click()
    await desk.dialog.getByText(output, { exact: true }).click()
    await inspect(desk)
    await answerWith(desk, file)
    await sendOff(desk, '年度检查')
    await expect(page.getByText('已导出登记簿')).toBeVisible({ timeout: 90_000 })
    await button(page, '知道了').click()
  }
  const pdf = join(home, '登记.pdf')
  await takeAlong('PDF', pdf)
  const [sheet, ...others] = await readPdf(pdf)
  if (!sheet) throw new Error('no page')
  expect(others).toEqual([])
  const rows = rowsOf(sheet)
  expect(rows[0]).toBe('导出登记簿')
  expect(rows.some(row => row.includes('共3次导出和打印'))).toBe(true)
  expect(rows.filter(row => /〔\d{4}〕/.test(row)).length).toBe(4)

  const csv = join(home, '登记.csv')
  await takeAlong('CSV', csv)
  const [head, ...lines] = readFileSync(csv, 'utf8').trim().split('\r\n')
  expect(head).toContain('"编号"')
  expect(lines).toHaveLength(4)
  expect(lines[0]).toContain('导出登记（PDF）')
})
