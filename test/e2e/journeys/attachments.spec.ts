import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Page, test } from '@playwright/test'
import { type Desk, expect, openDesk } from './support/desk'
import { drop } from './support/drop'
import { inspect } from './support/inspect'
import { workAs } from './support/make-store'
import { officer } from './support/people'
import { scanOf } from './support/scan'

test.describe.configure({ mode: 'serial' })

const at = openDesk({
  prepare: home =>
    workAs(home, officer, async api => {
      await api.cadres.add({ name: '欧阳震华', birth: null, unitId: null })
    }),
})
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const answer = ({ app }: Desk, path: string) =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, path)

/** How many different greys the picture in sight has: an empty or broken one has a single one. */
const greys = (page: Page): Promise<number> =>
  page.locator('.att-stage canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
    return new Set(data).size
  })

const scan = scanOf(1240, 1754, 3)

test('a scan dropped on the tab becomes an attachment and no import, and what is none says why', async () => {
  const { desk } = at
  const { page, home } = desk
  await desk.signIn(officer)
  await desk.goTo('干部')
  await page.getByRole('row', { name: /欧阳震华/ }).dblclick()
  await page.getByRole('tab', { name: '附件' }).click()
  await expect(page.getByText('还没有附件')).toBeVisible()
  await inspect(desk)
  writeFileSync(join(home, '任职通知.png'), scan)
  writeFileSync(join(home, '通知.pdf'), Buffer.from('MZ\u0090\u0000'))
  const tab = page.getByRole('tabpanel')
  await drop(page, [join(home, '任职通知.png'), join(home, '通知.pdf')], tab.getByText('还没有附件'))
  await expect(page.getByText('已加入 1 件')).toBeVisible()
  await expect(page.getByText('“通知.pdf”是程序或快捷方式，不能作为附件')).toBeVisible()
  await expect(page.getByRole('region', { name: '工资、任免、出国和会议代表类' })).toContainText('任职通知')
  await expect(page.getByRole('tab', { name: '附件1' })).toBeVisible()
  await expect(tab).toBeVisible()
  await inspect(desk)
})

test('it is looked at for a reason, larger and turned, by keys', async () => {
  const { desk } = at
  const { page } = desk
  await button(page, '任职通知').click()
  await desk.giveReason('核对任职时间', '查阅')
  const viewer = page.getByRole('dialog', { name: /任职通知/ })
  await expect(viewer.getByRole('img', { name: '任职通知' })).toBeVisible()
  expect(await greys(page)).toBeGreaterThan(1)
  const canvas = viewer.locator('canvas')
  await page.keyboard.press('1')
  await expect(viewer.getByText('100%')).toBeVisible()
  expect(await canvas.evaluate((element: HTMLCanvasElement) => [element.width, element.height])).toEqual([1240, 1754])
  await page.keyboard.press('r')
  await expect.poll(() => canvas.evaluate((element: HTMLCanvasElement) => element.width)).toBe(1754)
  await page.keyboard.press('0')
  await inspect(desk)
  await page.keyboard.press('Escape')
  await expect(viewer).toBeHidden()
})

test('it is described, saved out under a number, taken out and put back', async () => {
  const { desk } = at
  const { page, home } = desk
  await button(page, '著录 《任职通知》').click()
  await desk.dialog.getByLabel('材料名称').fill('关于欧阳震华同志任职的通知')
  await desk.dialog.getByLabel('形成时间').fill('2019.03')
  await desk.dialog.getByLabel('文号').fill('区委〔2019〕7 号')
  await inspect(desk)
  await button(page, '保存').click()
  await expect(page.getByText('区委〔2019〕7 号')).toBeVisible()

  await button(page, '另存 《关于欧阳震华同志任职的通知》').click()
  await desk.dialog.getByRole('textbox', { name: '理由' }).fill('报市委组织部')
  await inspect(desk)
  const folder = join(home, '上报.png')
  await answer(desk, folder)
  await button(page, '选择位置并另存').click()
  await expect(desk.dialog.getByText(/第 1 号/)).toBeVisible()
  await button(page, '知道了').last().click()
  expect(readFileSync(folder).equals(scan)).toBe(true)
  expect(readdirSync(home).filter(name => name.endsWith('.partial'))).toEqual([])

  await button(page, '移出 《关于欧阳震华同志任职的通知》').click()
  await desk.giveReason('放错了人', '移出')
  await button(page, '已移出 1').click()
  await button(page, '恢复 《关于欧阳震华同志任职的通知》').click()
  await expect(page.getByRole('tab', { name: '附件1' })).toBeVisible()
  await page.getByRole('tab', { name: '变更' }).click()
  await expect(page.getByText('理由：放错了人')).toBeVisible()
  await expect(page.getByText('《关于欧阳震华同志任职的通知》（工资、任免、出国和会议代表类）').first()).toBeVisible()
  await page.getByRole('tab', { name: '履历' }).click()
  await expect(page.getByText('关于欧阳震华同志任职的通知').first()).toBeVisible()
})
