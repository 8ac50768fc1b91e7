import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@playwright/test'
import ExcelJS from 'exceljs'
import { makeZip } from '../../main/cadres/zips'
import { root } from '../support/app'
import { readPdf } from '../support/pdf'
import { expect, openDesk } from './support/desk'
import { answerWith, button, sendOff } from './support/dialogs'
import { drop } from './support/drop'
import { boxAt, first, openEdges, wordsIn } from './support/paper'
import { officer } from './support/people'

test.describe.configure({ mode: 'serial' })

const at = openDesk()
const samples = join(root, 'test/samples/lrmx')
const filesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter(name => /\.(lrmx|lrm|pic)$/.test(name))
    .map(name => join(folder, name))

test('files dropped on any page are read, looked at and confirmed', async () => {
  const { desk } = at
  await desk.signIn(officer)
  await drop(at.desk.page, filesIn(samples))
  await expect(desk.page.getByRole('tab', { name: '新增 16' })).toBeVisible()
  await expect(desk.page.getByText('将新增 16 人，更新 0 人')).toBeVisible()
  await desk.page.getByRole('listbox').focus()
  await desk.page.keyboard.press('ArrowDown')
  await expect(desk.page.getByRole('complementary', { name: '核对' }).getByRole('heading')).toBeVisible()
  await desk.page.getByRole('button', { name: '确认导入' }).click()
  await expect(desk.page.getByText('已导入：新增 16 人，更新 0 人')).toBeVisible()
})

test('a file that comes again with changes is resolved difference by difference; a broken one says why', async () => {
  const { desk } = at
  const { page } = desk
  const folder = join(desk.home, '再来一次')
  cpSync(samples, folder, { recursive: true })
  const [path = ''] = filesIn(folder).filter(each => each.includes('赖鑫'))
  const text = readFileSync(path, 'utf8')
  const changed = text
    .replace(/<JiGuan>[^<]*</, '<JiGuan>浙江杭州<')
    .replace(/<JianKangZhuangKuang>[^<]*</, '<JianKangZhuangKuang>一般<')
  expect(changed).not.toBe(text)
  writeFileSync(path, changed)
  const broken = join(folder, '坏了.lrmx')
  writeFileSync(broken, text.slice(0, 300))
  await drop(at.desk.page, filesIn(folder))
  await expect(page.getByRole('tab', { name: '有变化 1' })).toBeVisible()
  await expect(page.getByRole('tab', { name: '无变化 15' })).toBeVisible()
  await page.getByRole('tab', { name: '读不了 1' }).click()
  await expect(page.getByText(/“坏了\.lrmx”/)).toBeVisible()
  await page.getByRole('tab', { name: '有变化 1' }).click()
  await page.getByRole('listbox').focus()
  await page.keyboard.press('j')
  const aside = page.getByRole('complementary', { name: '核对' })
  await expect(aside.getByText('浙江杭州')).toBeVisible()
  await aside.getByRole('checkbox', { name: '健康状况' }).click()
  await expect(page.getByText('更新 1/2 处')).toBeVisible()
  await page.getByRole('button', { name: '确认导入' }).click()
  await expect(page.getByText('已导入：新增 0 人，更新 1 人')).toBeVisible()
})

test('a person is found by initials, the birth is corrected, the history tells both changes', async () => {
  const { desk } = at
  const { page } = desk
  await page.keyboard.press('Control+k')
  await page.keyboard.type('lx')
  await page.getByRole('option', { name: /赖鑫/ }).first().click()
  await expect(page.getByRole('main').getByText('浙江杭州').first()).toBeVisible()
  await page.getByRole('button', { name: '编辑' }).first().click()
  const form = page.getByRole('form', { name: '编辑档案' })
  await form.getByLabel('出生年月').first().fill('1971.09')
  await form.getByLabel('修改理由').fill('按档案核对')
  await form.getByRole('button', { name: '保存' }).click()
  await page.getByRole('tab', { name: '变更' }).click()
  await expect(page.getByText('理由：按档案核对')).toBeVisible()
  await expect(page.locator('del').filter({ hasText: '1971.08' }).first()).toBeVisible()
})

test('an import is undone as one step, and not while a file was changed since', async () => {
  const { desk } = at
  const { page } = desk
  await desk.goTo('导入')
  // The newest stands first; the one that brought everybody below it.
  await page.getByRole('row').nth(2).getByRole('button', { name: '撤销' }).click()
  await expect(page.getByRole('dialog').getByText('又改过')).toBeVisible()
  await page.keyboard.press('Escape')
})

test('the corrected file is printed with the geometry of the blank, and everybody goes out as a roster', async () => {
  const { desk } = at
  const { page, home } = desk
  await page.keyboard.press('Control+k')
  await page.keyboard.type('lx')
  await page.getByRole('option', { name: /赖鑫/ }).first().click()
  await page.getByRole('button', { name: '任免审批表' }).first().click()
  await expect(page.getByRole('tab', { name: '任免表' })).toHaveAttribute('aria-selected', 'true')
  const form = join(home, '赖鑫.pdf')
  await answerWith(desk, form)
  await page.getByRole('button', { name: '打印或保存' }).click()
  await desk.dialog.getByText('存为 PDF').click()
  await sendOff(desk, '常委会讨论')
  await expect(page.getByText('已导出 1 人')).toBeVisible({ timeout: 90_000 })
  await button(page, '知道了').click()
  const [front, back, ...more] = await readPdf(form)
  if (!front || !back) throw new Error('two pages')
  expect(more).toEqual([])
  expect(wordsIn(front, boxAt(first, [0, 2, 1, 1]))).toBe('赖鑫')
  // The birth date as it was corrected, on paper.
  expect(wordsIn(front, boxAt(first, [0, 6, 1, 1]))).toContain('1971.09')
  for (const place of [
    [0, 0, 1, 2],
    [0, 2, 1, 1],
    [8, 3, 1, 5],
    [11, 1, 1, 7],
  ] as const)
    expect.soft(openEdges(front, boxAt(first, place)), place.join()).toEqual([])

  await desk.goTo('干部')
  await expect(page.getByRole('row', { name: /赖鑫/ })).toBeVisible()
  await page.keyboard.press('Control+e')
  await desk.dialog.getByRole('textbox', { name: '理由' }).fill('换届摸底')
  const roster = join(home, '名册.xlsx')
  await answerWith(desk, roster)
  await button(page, '选择位置并导出').click()
  await expect(page.getByText('已导出 16 人')).toBeVisible({ timeout: 60_000 })
  await button(page, '知道了').click()
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(readFileSync(roster) as unknown as ExcelJS.Buffer)
  const rows: string[] = []
  book.worksheets[0]?.eachRow(row => {
    const cells: string[] = []
    row.eachCell(cell => cells.push(cell.text))
    rows.push(cells.join('|'))
  })
  expect(rows.filter(row => row.includes('赖鑫') && row.includes('1971.09'))).toHaveLength(1)
})

test('a roster is matched column by column, confirmed, and its next edition is read without asking', async () => {
  const { desk } = at
  const { page } = desk
  const write = async (name: string, post: string): Promise<string> => {
    const workbook = new ExcelJS.Workbook()
    workbook
      .addWorksheet('花名册')
      .addRows([
        ['某区科级干部花名册'],
        ['姓名', '出生年月', '身份证号', '职务', '进单位日期', '备注'],
        ['单雄信', '1984.03', '370199198403010011', post, '2010.05', ''],
        ['秦琼', '1980.11', '370199198011010022', '科员', '2011.06', ''],
      ])
    const path = join(desk.home, name)
    await workbook.xlsx.writeFile(path)
    return path
  }
  await desk.goTo('导入')
  await drop(page, [await write('花名册.xlsx', '科员')])
  const columns = page.getByRole('region', { name: '列的对应' })
  await expect(columns.getByRole('row', { name: /身份证号/ })).toContainText('37**************11')
  await page.getByRole('combobox', { name: /“进单位日期”读入为/ }).click()
  await page.keyboard.type('rxzsj')
  await page.keyboard.press('Enter')
  await expect(columns.getByRole('row', { name: /进单位日期/ })).toContainText('您选定')
  await page.getByRole('button', { name: '读入这 2 人' }).click()
  await expect(page.getByText('将新增 2 人，更新 0 人')).toBeVisible()
  await page.getByRole('button', { name: '确认导入' }).click()
  await expect(page.getByText('已导入：新增 2 人，更新 0 人')).toBeVisible()

  await drop(page, [await write('花名册（下月）.xlsx', '石桥镇镇长')])
  await expect(page.getByRole('tab', { name: '有变化 1' })).toBeVisible()
  await page.getByRole('tab', { name: '文件提醒 1' }).click()
  await expect(page.getByText('表头以前对应过')).toBeVisible()
  await page.getByRole('button', { name: '放弃', exact: true }).click()
  await desk.dialog.getByRole('button', { name: '放弃' }).click()
  await page.getByRole('button', { name: '忘记' }).click()
  await expect(page.getByText('记住的名册表头')).toBeHidden()
})

test('a package of loose files is read file by file; people without a unit are put where their posts say', async () => {
  const { desk } = at
  const { page } = desk
  const tree = await desk.invoke<{ id: string }[]>('units.tree')
  const parentId = tree.ok ? tree.value[0]?.id : undefined
  await desk.invoke('units.add', { parentId, name: '柳河镇' })
  const form = readFileSync(filesIn(samples).find(path => path.includes('赖鑫')) ?? '', 'utf8')
  const as = (name: string): string =>
    form
      .replace(/<XingMing>[^<]*</, `<XingMing>${name}<`)
      .replace(/<ShenFenZheng>[^<]*</, '<ShenFenZheng><')
      .replace(/<XianRenZhiWu>[^<]*</, '<XianRenZhiWu>柳河镇党委副书记<')
  const zip = join(desk.home, '档案.zip')
  writeFileSync(
    zip,
    makeZip([
      { name: '干部/罗成.lrmx', data: as('罗成') },
      { name: '干部/魏征.lrmx', data: as('魏征') },
      { name: '干部/旧.zip', data: 'x' },
    ]),
  )
  await drop(page, [zip])
  await expect(page.getByText('将新增 2 人，更新 0 人')).toBeVisible()
  await page.getByRole('tab', { name: '读不了 1' }).click()
  await expect(page.getByText('“档案.zip › 干部/旧.zip”：压缩包里面的压缩包没有读取')).toBeVisible()
  await page.getByRole('tab', { name: /^全部/ }).click()
  await page.getByRole('button', { name: '单位对应' }).click()
  await desk.dialog.getByRole('button', { name: '全部采用（2 人）' }).click()
  await desk.dialog.getByRole('button', { name: '完成' }).click()
  await expect(page.getByRole('option', { name: /罗成/ })).toContainText('柳河镇')
  await page.getByRole('button', { name: '确认导入' }).click()
  await expect(page.getByText('已导入：新增 2 人，更新 0 人')).toBeVisible()
})
