import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Page, test } from '@playwright/test'
import { type Desk, expect, openDesk } from './support/desk'
import { officer, security } from './support/people'

test.describe.configure({ mode: 'serial' })

const at = openDesk()
const setByIt = '由单位信息部门统一设置'

async function reopenWith(text: string): Promise<Desk> {
  const policy = join(at.desk.home, 'policy.json')
  writeFileSync(policy, text, { mode: 0o600 })
  await at.reopen({ environment: { DANDANG_POLICY: policy } })
  return at.desk
}
const shoot = async (page: Page, name: string): Promise<void> => {
  await page.screenshot({ path: test.info().outputPath(`${name}.png`) })
}

test('what IT has settled is locked on the pages and kept to by the core', async () => {
  const desk = await reopenWith(
    '{"idleSeconds":120,"recordingAllowed":false,"exportAllowed":false,"theme":"light","zoomPercent":100}',
  )
  await desk.signIn(security)
  await desk.goTo('安全策略')
  const { page } = desk
  await expect(page.getByRole('row', { name: /无操作自动锁定/ })).toContainText(`${setByIt}：不超过 120 秒`)
  await expect(page.getByRole('checkbox', { name: '允许谈话录音' })).toBeDisabled()
  await shoot(page, 'policy')
  await desk.goTo('设置')
  await expect(page.getByRole('main')).toContainText('统一策略')
  await expect(page.getByRole('radio', { name: '深色' })).toBeDisabled()
  await shoot(page, 'settings')
  expect(await desk.invoke('shell.setTheme', { theme: 'dark' })).toMatchObject({
    ok: false,
    error: { code: 'refused' },
  })

  await desk.change(officer)
  await desk.goTo('导出登记')
  const target = 'never-granted'
  const saved = await desk.invoke('papers.saveRegister', {
    filter: { year: null, kind: null, text: '' },
    reason: '检查',
    recipient: '',
    as: 'csv',
    target,
  })
  expect(saved).toMatchObject({ ok: false, error: { message: expect.stringContaining(setByIt) } })
  const state = await desk.invoke<{ session: { idleSeconds: number } }>('session.state')
  expect(state).toMatchObject({ ok: true, value: { session: { idleSeconds: 120 } } })
})

test('a faulty file is refused as a whole: the application starts, says what is wrong, and lets nothing out', async () => {
  const desk = await reopenWith('{\n  "exportAllowed": true,\n  "idleSecond": 60\n}')
  const { page } = desk
  await expect(page.locator('.shell-banner-alarm')).toContainText('不认识的项 “idleSecond”')
  await expect(page.locator('.shell-banner-alarm')).toContainText('请单位信息部门的管理员改正后重新启动担当')
  await shoot(page, 'refused-start')
  await desk.signIn(officer)
  await expect(page.locator('.shell-banner-alarm')).toContainText('统一策略文件没有采用')
  await shoot(page, 'refused-home')
  const state = await desk.invoke<{ session: { idleSeconds: number } }>('session.state')
  expect(state).toMatchObject({ value: { session: { idleSeconds: 180 } } })
})

test('a folder that IT names is the only one: it is made there, and no other is opened', async () => {
  const folder = join(at.desk.home, '统一')
  const desk = await reopenWith(JSON.stringify({ storeFolder: folder }))
  const start = await desk.invoke<{ stores: unknown[]; current: string }>('shell.start')
  expect(start).toMatchObject({ ok: true, value: { stores: [] } })
  await expect(desk.page.getByText('给数据库选一个位置').or(desk.page.getByRole('heading')).first()).toBeVisible()
  expect(await desk.invoke('shell.newStore', { choose: true })).toMatchObject({
    ok: false,
    error: { message: `数据库的位置${setByIt}：${folder}` },
  })
  expect(await desk.invoke('shell.newStore', { choose: false })).toMatchObject({ ok: true, value: { place: folder } })
  expect(readdirSync(desk.home)).not.toContain('统一.partial')
  await shoot(desk.page, 'place')
})
