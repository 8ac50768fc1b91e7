import { expect, test } from '@playwright/test'
import { launch, newHome, type Running } from '../support/app'
import { button } from './support/dialogs'

test.describe.configure({ mode: 'serial' })
const at: { app?: Running } = {}
test.afterAll(async () => at.app?.close())

test('the demo: 481 persons and teams in two years and 5 who were received, each number leads to its rows', async () => {
  at.app = await launch({ home: newHome(), demo: true })
  const page = at.app.page
  await expect(button(page, '锁定')).toBeVisible({ timeout: 60_000 })
  await page.getByRole('link', { name: '荣誉' }).click()
  await page.getByRole('tab', { name: '统计' }).click()
  // The register is filled when all people are in.
  await expect(page.getByRole('button', { name: '出彩型合计 481 项' })).toBeVisible({ timeout: 120_000 })
  await expect(page.getByRole('button', { name: '出彩型个人 373 项' })).toBeVisible()
  await expect(page.getByRole('button', { name: '出彩型团队 108 项' })).toBeVisible()
  await expect(page.getByText(/纪念章按党龄颁发，不算表彰，另计 3 枚/)).toBeVisible()
  await expect(page.getByRole('button', { name: '合计国家级 5 项' })).toBeVisible()
  await page.getByRole('group', { name: '种类' }).getByRole('button', { name: '出彩型' }).click()
  await expect(page.getByRole('button', { name: /^\d{4} 年合计 233 项$/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /^\d{4} 年合计 248 项$/ })).toBeVisible()
  await page.getByRole('group', { name: '种类' }).getByRole('button', { name: '出彩型' }).click()
  await page.getByRole('group', { name: '种类' }).getByRole('button', { name: '先模' }).click()
  await page.getByRole('button', { name: '合计国家级 5 项' }).click()
  await expect(page.getByText('共 5 项')).toBeVisible()
  await expect(page.getByText('“时代榜样”，受到党和国家领导人接见')).toHaveCount(5)
})

test('an honour is registered by keyboard and mouse, verified and revoked, and stays as revoked', async () => {
  const page = at.app?.page
  if (!page) throw new Error('no application')
  await button(page, '全部').click()
  await button(page, '登记').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('团队', { exact: true }).click()
  await dialog.getByLabel('团队名称').fill('云溪河清漂突击队')
  await dialog.getByLabel('名称', { exact: true }).fill('防汛先进集体')
  await dialog.getByLabel('批准机关').fill('中共云泽区委')
  await dialog.getByRole('button', { name: '登记' }).click()
  await button(page, '核验').click()
  await page.getByLabel('核对的原件').fill('荣誉证书原件')
  await page.getByRole('dialog').last().getByRole('button', { name: '核验' }).click()
  await expect(page.getByText('陆听松核对了荣誉证书原件')).toBeVisible()
  await button(page, '撤销').click()
  await page.getByLabel('撤销决定文号').fill('云发〔2026〕90号')
  await page.getByRole('textbox', { name: '理由' }).fill('查实材料不实')
  await page.getByRole('dialog').last().getByRole('button', { name: '撤销' }).click()
  await expect(page.getByText('弄虚作假，骗取奖励')).toBeVisible()
  // The dialog of the revocation is still closing when the register's own has to.
  await expect(async () => {
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0, { timeout: 2000 })
  }).toPass()
  await page.getByRole('combobox', { name: '撤销没有' }).click()
  await page.getByTitle('只看已撤销').click()
  await expect(page.getByRole('button', { name: /云溪河清漂突击队/ })).toBeVisible()
})
