import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@playwright/test'
import { placeIn } from '../support/store'
import { expect, openDesk } from './support/desk'
import { answerWith, button } from './support/dialogs'
import { inspect } from './support/inspect'
import { workAs } from './support/make-store'
import { auditor, officer, security, system } from './support/people'

const at = openDesk({
  prepare: home => workAs(home, officer, api => api.cadres.add({ name: '柏永年', birth: null, unitId: null })),
})
const folderOf = () => placeIn(at.desk.home).folder
const backups = () => readdirSync(join(folderOf(), 'backups')).filter(name => name.endsWith('.ddb'))

test('by hand and by themselves, to a second place, checked and tried out', async () => {
  const { desk } = at
  const { page, home } = desk
  await desk.signIn(officer)
  await expect(page.getByRole('banner').getByRole('button', { name: /还没有备份/ })).toBeVisible()
  await page.getByRole('banner').getByRole('button', { name: /备份/ }).click()
  await button(page, '立即备份').click()
  await desk.dialog.getByLabel('备注').fill('换届人选导入前')
  await button(desk.dialog, '备份').click()
  await expect(page.getByText(/已备份并核对/)).toBeVisible()
  await expect(page.getByRole('row', { name: /换届人选导入前/ })).toContainText('完好')
  await expect(page.getByRole('banner').getByRole('button', { name: /刚刚/ })).toBeVisible()
  await inspect(desk)

  await page.getByRole('button', { name: /的操作$/ }).click()
  await page.getByRole('menuitem', { name: '恢复演练' }).click()
  await expect(desk.dialog.getByText(/恢复出 1 人/)).toBeVisible()
  await page.getByRole('button', { name: /知道了|确 ?定/ }).click()
  await page.getByRole('tab', { name: '检查和演练' }).click()
  await button(page, '现在检查').click()
  await expect(page.getByText(/没有发现损坏/).first()).toBeVisible()
  await expect(page.getByRole('row', { name: /恢复演练/ })).toContainText('恢复出 1 人')
  await inspect(desk)

  const medium = join(home, '移动盘')
  mkdirSync(medium)
  await desk.change(system)
  await desk.goTo('备份')
  await desk.page.getByRole('tab', { name: '设置' }).click()
  await answerWith(desk, medium)
  await button(desk.page, '选择文件夹').click()
  await expect(desk.page.getByText(medium)).toBeVisible()
  expect(readdirSync(medium)).toEqual(backups())
  await inspect(desk)
})

test('everything in the clear: asked for, approved by another person, written once', async () => {
  const { desk } = at
  await desk.change(officer)
  await desk.goTo('备份')
  const tab = () => at.desk.page.getByRole('tab', { name: '全部导出' }).click()
  await tab()
  await button(desk.page, '申请全部导出').click()
  await desk.giveReason('换用别的系统', '申请')
  await expect(desk.page.getByRole('row', { name: /换用别的系统/ })).toContainText('等待审批')
  await desk.change(security)
  await desk.goTo('备份')
  await tab()
  await inspect(desk)
  await button(desk.page, '批准').click()
  await desk.giveReason('已核实', '批准')
  await expect(desk.page.getByRole('row', { name: /换用别的系统/ })).toContainText('已批准')
  await desk.change(officer)
  await desk.goTo('备份')
  await tab()
  const folder = join(desk.home, '移交')
  mkdirSync(folder)
  await answerWith(desk, folder)
  await button(desk.page, '导出').click()
  await expect(desk.dialog.getByText(/个文件/)).toBeVisible()
  await button(desk.dialog, '知道了').click()
  await expect(desk.page.getByRole('row', { name: /换用别的系统/ })).toContainText('已导出')
  const [made = ''] = readdirSync(folder)
  const people = readFileSync(join(folder, made, 'table.cadres.0001.json'), 'utf8')
  expect(people).toContain('柏永年')
})

test('what was written is backed up when the application is quit; a restore sets the present aside and waits for an answer', async () => {
  const { desk } = at
  await desk.change(officer)
  const before = backups().length
  await desk.invoke('cadres.add', { name: '闵桂枝', birth: null, unitId: null })
  await at.reopen()
  expect(backups()).toHaveLength(before + 1)
  expect(backups().at(-1)).toContain('-quit-')

  const { page } = at.desk
  await button(page, '从备份恢复').click()
  await expect(page.getByRole('heading', { name: '从备份恢复' })).toBeVisible()
  await inspect(at.desk)
  await page.getByRole('button', { name: /手工备份，本机备份文件夹/ }).click()
  const form = page.getByRole('form', { name: '打开这份备份' })
  await form.getByLabel('登录名').fill(officer.login)
  await form.getByLabel('密码').pressSequentially(officer.password)
  await button(page, '预览').click()
  await expect(page.getByText('1 人')).toBeVisible()
  await expect(page.getByText('换届人选导入前')).toBeVisible()
  await expect(page.getByText(/备份之后还有 \d+ 行操作/)).toBeVisible()
  await inspect(at.desk)
  await button(page, '恢复到原位置').click()
  await expect(page.getByRole('heading', { name: '已恢复' })).toBeVisible()
  expect(readdirSync(folderOf()).filter(name => name.startsWith('set-aside-'))).toHaveLength(1)
  await button(page, '去登录').click()

  await at.desk.signIn(officer)
  await expect(at.desk.page.getByText('现在只能查看。')).toBeVisible()
  await at.desk.change(security)
  await button(at.desk.page, '核对后恢复使用').click()
  await at.desk.giveReason('由备份恢复，已核对', '以现在的数据为准')
  await expect(at.desk.page.getByText('现在只能查看。')).toBeHidden()
  await at.desk.change(auditor)
  await at.desk.goTo('审计')
  await expect(at.desk.page.getByText('从备份恢复').first()).toBeVisible()
})

test('a store that is damaged is told of at the start, and the newest backup is one click away', async () => {
  const { desk } = at
  await desk.change(officer)
  await desk.invoke('backups.make', { note: '坏之前' })
  await desk.close()
  const file = join(folderOf(), 'store.db')
  const bytes = readFileSync(file)
  bytes.fill(0x5a, 0, 8192)
  writeFileSync(file, bytes)
  await at.reopen()
  const { page } = at.desk
  await at.desk.fillSignIn(officer)
  await expect(page.getByRole('heading', { name: '数据库的文件有损坏' })).toBeVisible()
  await expect(button(page, '抢救数据')).toBeVisible()
  await button(page, '从备份恢复').click()
  await page.getByRole('list', { name: '找到的备份' }).getByRole('button').first().click()
  const form = page.getByRole('form', { name: '打开这份备份' })
  await form.getByLabel('登录名').fill(officer.login)
  await form.getByLabel('密码').pressSequentially(officer.password)
  await button(page, '预览').click()
  await button(page, '恢复到原位置').click()
  await button(page, '去登录').click()
  await at.desk.signIn(officer)
  await at.desk.goTo('干部')
  await expect(at.desk.page.getByText('柏永年').first()).toBeVisible()
  expect(existsSync(join(folderOf(), 'restore.json'))).toBe(false)
})

test('on another computer the printed code opens a backup that was carried there', async () => {
  const { desk } = at
  await desk.invoke('backups.make', { note: '带走' })
  await desk.close()
  const carried = join(desk.home, 'carried.ddb')
  const newest = backups()
    .toSorted()
    .findLast(name => name.includes('-manual-'))
  copyFileSync(join(folderOf(), 'backups', newest ?? ''), carried)
  const { folder, machineDir } = placeIn(desk.home)
  for (const gone of [folder, machineDir]) rmSync(gone, { recursive: true })
  await at.reopen()
  const { page } = at.desk
  await expect(page.getByRole('heading', { name: '原来的位置上找不到数据库' })).toBeVisible()
  await button(page, '从备份恢复').click()
  await expect(page.getByText('备份文件夹里没有找到备份')).toBeVisible()
  await answerWith(at.desk, carried)
  await button(page, '选择备份文件').click()
  const form = page.getByRole('form', { name: '打开这份备份' })
  await button(form, '改用恢复码').click()
  await form.getByLabel('恢复码').fill(at.recoveryCode.replace(/^./, first => (first === '0' ? '1' : '0')))
  await button(form, '预览').click()
  await expect(form.getByRole('alert').filter({ hasText: '恢复码' })).toBeVisible()
  await inspect(at.desk)
  await form.getByLabel('恢复码').fill(at.recoveryCode)
  await button(form, '预览').click()
  await expect(page.getByText('这台计算机没有用过这个数据库。')).toBeVisible()
  await expect(page.getByText('带走')).toBeVisible()
  await inspect(at.desk)
  await button(page, '恢复到原位置').click()
  await expect(page.getByRole('heading', { name: '已恢复' })).toBeVisible()
  expect(readdirSync(folderOf()).filter(name => name.startsWith('set-aside-'))).toEqual([])
  await inspect(at.desk)
  await button(page, '去登录').click()
  await at.desk.signIn(officer)
  await at.desk.goTo('干部')
  await expect(at.desk.page.getByText('柏永年').first()).toBeVisible()
})
