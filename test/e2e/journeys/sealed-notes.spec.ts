import { test } from '@playwright/test'
import type { NewAccount } from '../../../src/shared/accounts/accounts'
import { expect, openDesk } from './support/desk'
import { button } from './support/dialogs'
import { inspect } from './support/inspect'
import { workAs } from './support/make-store'
import { officer, security, system } from './support/people'

test.describe.configure({ mode: 'serial' })

const OWN = 'Xin4-Qiao#Ge'
const fang = { login: 'fang', password: OWN }
const xu = { login: 'xu', password: OWN }

/** Opens an account for another officer, who chooses a password. */
async function open(home: string, login: string, name: string): Promise<void> {
  const rest = { holder: `工号${login}`, department: '干部科', phone: '', scope: null }
  const account: NewAccount = { login, name, ...rest, roles: ['officer'] }
  let [id, initial] = ['', '']
  await workAs(home, system, async api => {
    id = (await api.accounts.propose({ change: { kind: 'open', account }, reason: '工作需要' })).id
  })
  await workAs(home, security, async api => {
    initial = (await api.accounts.decide({ id, accept: true, reason: '同意' })).initialPassword ?? ''
  })
  await workAs(home, { login, password: initial }, api => api.session.changePassword({ current: initial, next: OWN }))
}

const at = openDesk({
  prepare: async home => {
    await open(home, 'fang', '方一诺')
    await open(home, 'xu', '许闻')
    await workAs(home, officer, api => api.cadres.add({ name: '周启明', birth: null, unitId: null }))
  },
})

test('a carer writes, is told who can read it, and signs out', async () => {
  const { desk } = at
  const { page } = desk
  await desk.signIn(officer)
  await desk.goTo('关爱')
  await page.getByRole('tab', { name: '心理关怀' }).click()
  await expect(page.getByText('没有您能打开的记录')).toBeVisible()
  await inspect(desk)
  await button(page, '新建记录').click()
  await expect(desk.dialog.getByText('只有指定的关爱人能打开')).toBeVisible()
  await expect(desk.dialog.getByText('现在只有您一个人能打开')).toBeVisible()
  const [person, others] = [desk.dialog.getByRole('combobox').nth(0), desk.dialog.getByRole('combobox').nth(1)]
  await person.fill('周启明')
  await page.locator('.itv-option').first().click()
  await others.click()
  await page.getByTitle('方一诺（干部科）').click()
  await others.press('Escape')
  await expect(desk.dialog.getByText('现在只有您一个人能打开')).toBeHidden()
  await desk.dialog.getByLabel('本人想要什么').fill('睡不好，想找人说说话')
  await desk.dialog.getByLabel('安排了什么').fill('约了下周见面')
  await desk.dialog.getByLabel('下次联系').fill(new Date().toISOString().slice(0, 10))
  await inspect(desk)
  await desk.dialog.getByRole('button', { name: '密封保存' }).click()
  await expect(page.getByText('睡不好，想找人说说话')).toBeVisible()
  await expect(page.getByText('2 人能打开')).toBeVisible()
  await inspect(desk)
  await desk.goTo('工作台')
  await expect(page.getByText('1 件到期')).toBeVisible()
})

test('another officer sees nothing of it', async () => {
  const { desk } = at
  await desk.change(xu)
  const { page } = desk
  await expect(page.getByText('1 件到期')).toBeHidden()
  await desk.goTo('关爱')
  await page.getByRole('tab', { name: '心理关怀' }).click()
  await expect(page.getByText('没有您能打开的记录')).toBeVisible()
  await expect(page.getByText('周启明')).toBeHidden()
  expect(await desk.invoke('sealedNotes.list')).toEqual({ ok: true, value: [] })
})

test('both carers open it again; one of them goes on', async () => {
  const { desk } = at
  await desk.change(fang)
  const { page } = desk
  await desk.goTo('关爱')
  await page.getByRole('tab', { name: '心理关怀' }).click()
  await page.getByRole('button', { name: /^周启明/ }).click()
  await expect(page.getByText('睡不好，想找人说说话')).toBeVisible()
  await button(page, '再记一次').click()
  await desk.dialog.getByLabel('安排了什么').fill('陪同去过一次门诊')
  await desk.dialog.getByRole('button', { name: '密封保存' }).click()
  await expect(page.getByText('陪同去过一次门诊')).toBeVisible()
  await desk.change(officer)
  await desk.goTo('关爱')
  await desk.page.getByRole('tab', { name: '心理关怀' }).click()
  await desk.page.getByRole('button', { name: /^周启明/ }).click()
  await expect(desk.page.getByText('陪同去过一次门诊')).toBeVisible()
})
