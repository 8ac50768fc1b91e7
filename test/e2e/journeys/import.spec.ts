import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@playwright/test'
import { root } from '../support/app'
import { expect, openDesk } from './support/desk'
import { drop } from './support/drop'
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
  const [first = ''] = filesIn(folder).filter(path => path.includes('赖鑫'))
  const text = readFileSync(first, 'utf8')
  const changed = text
    .replace(/<JiGuan>[^<]*</, '<JiGuan>浙江杭州<')
    .replace(/<JianKangZhuangKuang>[^<]*</, '<JianKangZhuangKuang>一般<')
  expect(changed).not.toBe(text)
  writeFileSync(first, changed)
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
