import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Page, test } from '@playwright/test'
import ExcelJS from 'exceljs'
import { type Desk, expect, openDesk } from './support/desk'
import { inspect } from './support/inspect'
import { workAs } from './support/make-store'
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

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** What the person answers in the system's own dialogs from now on. */
const answer = ({ app }: Desk, path: string | null) =>
  app.evaluate(({ dialog }, filePath) => {
    const canceled = filePath === null
    dialog.showSaveDialog = () => Promise.resolve({ canceled, filePath: filePath ?? '' })
    dialog.showOpenDialog = () => Promise.resolve({ canceled, filePaths: filePath === null ? [] : [filePath] })
  }, path)

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

  await answer(desk, null)
  await act.click()
  await expect(desk.dialog).toContainText('共 3 人')
  const file = join(home, '名册.xlsx')
  await answer(desk, file)
  await act.click()
  await expect(desk.dialog).toContainText('已导出 3 人')
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
  await answer(desk, folder)
  await button(page, '选择文件夹并导出').click()
  await expect(desk.dialog).toContainText('已导出 2 人')
  const [made = ''] = readdirSync(folder)
  expect(made).toMatch(/^任免审批表〔\d{4}〕第2号（内部）$/)
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
  await expect(rows).toHaveCount(3)
  await expect(rows.nth(1)).toContainText('报市委组织部')
  await expect(rows.nth(2)).toContainText('干部名册（Excel）')
  await inspect(desk)
  await desk.change(auditor)
  await desk.goTo('导出登记')
  await expect(desk.page.getByRole('region', { name: '导出登记' }).getByRole('row')).toHaveCount(3)
  await expect(button(desk.page, '导出干部')).toHaveCount(0)
})
