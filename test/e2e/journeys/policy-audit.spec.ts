import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Page, test } from '@playwright/test'
import type { AuditEntry } from '../../../src/shared/audit/audit'
import type { SecurityPolicy } from '../../../src/shared/policy/policy'
import type { StoreState } from '../../../src/shared/session/session'
import { type Desk, expect, openDesk } from './support/desk'
import { workAs } from './support/make-store'
import { auditor, officer, security, system } from './support/people'

test.describe.configure({ mode: 'serial' })

/** The grade 秘密, whose bounds lie inside what the fields themselves allow. */
const at = openDesk({
  profile: 'secret',
  prepare: home =>
    workAs(home, officer, async api => {
      const [top] = await api.units.tree({})
      if (!top) throw new Error('the store has a unit of its own')
      for (const name of ['镇街', '区直部门', '企事业单位']) await api.units.add({ parentId: top.id, name })
      // An attempt that the log has to show.
      await api.accounts.list({}).catch(() => undefined)
    }),
})

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const rows = (page: Page) => page.getByRole('grid', { name: '审计日志' }).locator('.aud-body [role="row"]')
const found = async (page: Page) => Number(/符合 ([\d,]+) 行/.exec(await page.locator('.aud-foot').innerText())?.[1])

async function choose({ page }: Desk, field: string, option: string) {
  await page.getByRole('combobox', { name: field, exact: true }).click()
  await page.locator('.ant-select-item-option').filter({ hasText: option }).click()
}

async function exportTo({ app, page }: Desk, file: string) {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
  await button(page, '导出').click()
}

test('a figure below the bound of the grade is refused, in the page and in the core', async () => {
  const { desk } = at
  await desk.signIn(security)
  await desk.goTo('安全策略')
  const { page } = desk
  const idle = page.getByRole('spinbutton', { name: /^无操作自动锁定/ })
  const words = '无操作自动锁定不能宽于“秘密”类别的底线：不超过 600 秒'
  await expect(button(page, '保存改动')).toHaveAccessibleDescription('还没有改动')
  await idle.fill('700')
  await idle.press('Tab')
  await expect(page.getByRole('row', { name: /无操作自动锁定/ })).toContainText(words)
  await expect(button(page, '保存改动')).toHaveAccessibleDescription(words)
  await button(page, '保存改动').click({ force: true })
  await expect(desk.dialog).toHaveCount(0)
  const now = await desk.invoke<SecurityPolicy>('policy.get')
  if (!now.ok) throw new Error(now.error.message)
  const looser = { policy: { ...now.value, idleSeconds: 700 }, reason: '图省事' }
  expect(await desk.invoke('policy.change', looser)).toMatchObject({
    ok: false,
    error: { code: 'refused', message: words },
  })
})

test('tightened, it holds at once and for everyone', async () => {
  const { desk } = at
  const { page } = desk
  const idle = page.getByRole('spinbutton', { name: /^无操作自动锁定/ })
  await idle.fill('120')
  await idle.press('Tab')
  await button(page, '保存改动').click()
  await expect(desk.dialog).toContainText('无操作自动锁定：180 秒（3 分钟） 改为 120 秒（2 分钟）')
  await desk.giveReason('窗口单位人员来往多', '保存改动')
  await expect(page.getByText('安全策略已调整')).toBeVisible()
  await expect(idle).toHaveValue('120')
  const state = await desk.invoke<StoreState>('session.state')
  expect(state).toMatchObject({ ok: true, value: { kind: 'open', session: { idleSeconds: 120 } } })
  await desk.change(system)
  await desk.goTo('安全策略')
  await expect(desk.page.getByRole('row', { name: /无操作自动锁定/ })).toContainText('120')
  await expect(desk.page.getByText('由安全保密管理员调整。')).toBeVisible()
  await expect(desk.page.getByRole('spinbutton')).toHaveCount(0)
})

test('the auditor verifies every line', async () => {
  const { desk } = at
  await desk.change(auditor)
  await desk.goTo('审计')
  const { page } = desk
  await expect(rows(page).first()).toBeVisible()
  const lines = await found(page)
  await button(page, '校验').click()
  const verdict = page.getByRole('complementary', { name: '校验结果' })
  await expect(verdict).toContainText('日志完整')
  await expect(verdict).toContainText(`逐行核对 ${lines} 行`)
  // The verification is itself a line.
  await expect.poll(() => found(page)).toBe(lines + 1)
  await expect(rows(page).first()).toContainText('校验审计日志')
})

test('a seal shows its code, which can be read again beside the log', async () => {
  const { desk } = at
  const { page } = desk
  await button(page, '封存').click()
  await desk.dialog.getByLabel('备注（可以不填）').fill('十一月封存')
  await desk.dialog.getByRole('button', { name: '封存', exact: true }).click()
  await expect(desk.dialog).toContainText(/已封存至第 \d+ 行/)
  const groups = await desk.dialog.locator('.aud-code span').allInnerTexts()
  expect(groups).toHaveLength(8)
  for (const group of groups) expect(group).toMatch(/^[0-9A-F]{4}$/)
  await desk.dialog.getByText('关闭', { exact: true }).click()
  await button(page, '封存记录').click()
  const seals = page.getByRole('complementary', { name: '封存记录' })
  await expect(seals.locator('.aud-code')).toHaveText(groups.join(''))
  await expect(seals).toContainText('十一月封存')
  await expect(seals).toContainText(auditor.name)
})

test('the export holds as many lines as it says, and its digest is right', async () => {
  const { desk } = at
  const { page, home } = desk
  const file = join(home, '审计日志.jsonl')
  const lines = await found(page)
  await exportTo(desk, file)
  await expect(desk.dialog).toContainText(`已导出 ${lines} 行`)
  const text = readFileSync(file, 'utf8')
  const entries = text
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as AuditEntry)
  expect(entries).toHaveLength(lines)
  expect(new Set(entries.map(({ seq }) => seq)).size).toBe(lines)
  const shown = await desk.dialog.locator('.aud-code span').allInnerTexts()
  expect(shown.join('')).toBe(createHash('sha256').update(text).digest('hex'))
  await button(page, '知道了').click()
})

test('a save dialog that is cancelled leaves nothing behind', async () => {
  const { desk } = at
  const lines = await found(desk.page)
  await desk.app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = () => {
      dialog.showSaveDialog = () => Promise.reject(new Error('asked twice'))
      return Promise.resolve({ canceled: true, filePath: '' })
    }
  })
  await button(desk.page, '导出').click()
  const asked = () => desk.app.evaluate(({ dialog }) => dialog.showSaveDialog.toString().includes('twice'))
  await expect.poll(asked).toBe(true)
  await expect(desk.dialog).toHaveCount(0)
  expect(await found(desk.page)).toBe(lines)
})

test('conditions narrow the log, and the export follows them', async () => {
  const { desk } = at
  const { page, home } = desk
  const all = await found(page)
  await button(page, '条件').click()
  await choose(desk, '结果', '拒绝')
  await expect(page.getByRole('button', { name: /^结果是 拒绝/ })).toBeVisible()
  await expect.poll(() => found(page)).toBe(2)
  for (const row of await rows(page).all()) await expect(row).toContainText('拒绝')
  await choose(desk, '账户', officer.name)
  await expect.poll(() => found(page)).toBe(1)
  await expect(rows(page)).toContainText('您的账户没有这项权限')
  const file = join(home, '被拒绝.jsonl')
  await exportTo(desk, file)
  await expect(desk.dialog).toContainText('已导出 1 行')
  expect(readFileSync(file, 'utf8').trimEnd().split('\n')).toHaveLength(1)
  expect(existsSync(`${file}.partial`)).toBe(false)
  await button(page, '知道了').click()
  await button(page, '全部去掉').click()
  await expect.poll(() => found(page)).toBeGreaterThan(all)
  await page.getByRole('textbox', { name: /^在/ }).fill('窗口单位')
  await expect.poll(() => found(page)).toBe(1)
  await expect(rows(page)).toContainText('调整安全策略')
  await rows(page).first().click()
  await expect(page.getByRole('complementary', { name: '调整安全策略' })).toContainText('窗口单位人员来往多')
})

test('a review is recorded and sets the next day', async () => {
  const { desk } = at
  const { page } = desk
  await button(page, '记录检查').click()
  await expect(desk.dialog.getByRole('button', { name: '记录检查' })).toHaveAccessibleDescription('先写检查情况')
  await desk.dialog.getByLabel('检查情况').fill('看了本周的日志，一次越权查看已向本人核实')
  await desk.dialog.getByRole('button', { name: '记录检查' }).click()
  await expect(page.getByText('检查已记录')).toBeVisible()
  await expect(page.getByText(/^每 7 天检查一次，应于 \d{4}\.\d{2}\.\d{2} 前检查/)).toBeVisible()
  await desk.goTo('工作台')
  await expect(page.getByText('还没有检查过')).toHaveCount(0)
})
