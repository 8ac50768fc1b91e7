// The house: set up a store, sign in, look around, lock, unlock, administer, audit.

import { backups, restoring } from './backups.mjs'
import { cadres } from './cadres.mjs'
import { campaigns } from './campaigns.mjs'
import { care } from './care.mjs'
import { honours } from './honours.mjs'
import { talks } from './talks.mjs'

const accounts = [
  { title: '系统管理员', name: '程砚秋', login: 'xitong', department: '信息科', password: 'Shan7-He#Yue' },
  { title: '安全保密管理员', name: '沈静川', login: 'baomi', department: '办公室', password: 'Qing9=Song#Bai' },
  { title: '安全审计员', name: '贺知微', login: 'shenji', department: '研究室', password: 'Lan5+Zhu@Ju' },
  { title: '首位组织干事', name: '陆听松', login: 'ganshi', department: '干部科', password: 'Mei3~Xue&Feng' },
]
const [system, security, auditor, officer] = accounts

async function signIn(tour, { login, password }) {
  await tour.page.getByLabel('登录名').fill(login)
  await tour.page.getByLabel('密码', { exact: true }).pressSequentially(password)
  await tour.page.getByRole('button', { name: '登录', exact: true }).click()
  await tour.page.getByRole('button', { name: '锁定' }).waitFor({ timeout: 30_000 })
}

const goTo = (tour, title) => tour.page.getByRole('navigation').getByText(title, { exact: true }).click()

async function look(tour, name) {
  await goTo(tour, '设置')
  await tour.page.getByText(name, { exact: true }).click()
}

const lock = tour => tour.nextWindow(() => tour.page.keyboard.press('Control+l'))

async function fillAccount(page, { title, name, login, department, password }) {
  await page.getByRole('heading', { name: title }).waitFor()
  await page.getByLabel('姓名').fill(name)
  await page.getByLabel('登录名').fill(login)
  await page.getByLabel('科室').fill(department)
  await page.getByLabel('密码', { exact: true }).pressSequentially(password)
  await page.getByLabel('再输一次').pressSequentially(password)
}

async function setUp(tour) {
  await tour.step('Start: no store yet', 'start', () =>
    tour.page.getByRole('button', { name: /建立/ }).first().waitFor(),
  )
  await tour.step('Set up: the unit and its secrecy profile', 'set-up-unit', async () => {
    await tour.page.getByRole('button', { name: /建立/ }).first().click()
    await tour.page.getByLabel('单位全称').fill('中共云泽区委组织部')
  })
  for (const [index, account] of accounts.entries())
    await tour.step(`Set up: account ${index + 1} of 4`, `set-up-account-${index + 1}`, async () => {
      await tour.page.getByRole('button', { name: '下一步' }).click()
      await fillAccount(tour.page, account)
    })
  await tour.step('Set up: the place', 'set-up-place', () => tour.page.getByRole('button', { name: '下一步' }).click())
  await tour.step('Set up: the recovery code for the safe', 'recovery-code', async () => {
    await tour.page.getByRole('button', { name: '建立数据库' }).click()
    await tour.page.getByRole('heading', { name: '恢复码' }).waitFor({ timeout: 60_000 })
    await tour.paper('recovery-sheet')
  })
}

/** The wizard asks for two groups of the code back, to be sure that it was written down. */
async function proveCode(tour) {
  const groups = await tour.page.locator('.recovery-code b').allInnerTexts()
  for (const [index, group] of groups.entries()) {
    const field = tour.page.getByLabel(`第 ${index + 1} 组`)
    if (await field.count()) await field.fill(group)
  }
  await tour.page.getByRole('button', { name: '核对，去登录' }).click()
}

/** @param tour what `scripts/tour.mjs` gives each chapter */
export async function house(tour) {
  await setUp(tour)
  await tour.step('Prove that the code was written down', 'unlock', async () => {
    await proveCode(tour)
    await tour.page.getByLabel('登录名').waitFor()
  })
  await tour.step('Sign in as the officer', 'home', () => signIn(tour, officer))
  await tour.step('Build the unit tree', 'units', async () => {
    await goTo(tour, '单位')
    for (const name of ['区直部门', '镇街', '企事业单位']) {
      await tour.page.getByRole('button', { name: '新增下级' }).click()
      await tour.page.keyboard.type(name)
      await tour.page.keyboard.press('Enter')
      await tour.page.getByRole('treeitem', { name: new RegExp(name) }).waitFor()
      await tour.page
        .getByRole('treeitem', { name: /中共云泽区委组织部/ })
        .first()
        .click()
    }
  })
  await tour.step('Find a command by its initials', 'palette', async () => {
    await tour.page.keyboard.press('Control+k')
    await tour.page.keyboard.type('sd')
    await tour.page.getByRole('option').first().waitFor()
  })
  await tour.step('Lock', 'locked', async () => {
    await tour.page.keyboard.press('Escape')
    await lock(tour)
    await tour.page.getByLabel('登录名').waitFor()
  })
  await tour.step('Unlock: back where the officer was', 'unlocked', async () => {
    await signIn(tour, officer)
    await tour.page.getByRole('heading', { name: '单位' }).waitFor()
  })
  await cadres(tour)
  await talks(tour, officer)
  await care(tour)
  await campaigns(tour)
  await honours(tour)
  await backups(tour)
  await tour.step('The workplace in the dark', 'home-dark', async () => {
    await look(tour, '深色')
    await goTo(tour, '工作台')
  })
  await look(tour, '浅色')
  await lock(tour)
  await restoring(tour, officer)
  await tour.step('The system administrator’s accounts', 'accounts', async () => {
    await signIn(tour, system)
    await goTo(tour, '账户')
  })
  await lock(tour)
  await tour.step('The security administrator’s policy', 'policy', async () => {
    await signIn(tour, security)
    await goTo(tour, '安全策略')
  })
  await lock(tour)
  await tour.step('The auditor’s log, verified', 'audit', async () => {
    await signIn(tour, auditor)
    await goTo(tour, '审计')
    await tour.page.getByRole('button', { name: '校验', exact: true }).click()
    await tour.page.getByText('日志完整').waitFor({ timeout: 30_000 })
  })
  await tour.step('The log sealed, with a slip for the files', 'sealed', async () => {
    await tour.page.getByRole('button', { name: '封存', exact: true }).click()
    const dialog = tour.page.getByRole('dialog')
    await dialog.getByRole('textbox').fill('首次封存')
    await dialog.getByRole('button', { name: '封存', exact: true }).click()
    await dialog.getByRole('button', { name: '打印封存单' }).waitFor()
    await tour.paper('seal-slip')
  })
}
