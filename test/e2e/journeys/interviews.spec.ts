import { test } from '@playwright/test'
import { SecrecyMark } from '../../../src/shared/secrecy/secrecy.rules'
import { expect, openDesk } from './support/desk'
import { inspect } from './support/inspect'
import { workAs } from './support/make-store'
import { officer } from './support/people'

test.describe.configure({ mode: 'serial' })

const at = openDesk({
  prepare: home =>
    workAs(home, officer, async api => {
      const { cadre } = await api.cadres.add({ name: '周启明', birth: null, unitId: null })
      const changes = [{ field: 'form.currentPost', value: '云溪街道党工委副书记' }]
      await api.cadres.change({ id: cadre.id, revision: 1, changes, reason: '' })
      const me = (await api.interviews.talkers({})).find(({ name }) => name === officer.name)
      if (!me) throw new Error('the officer may hold talks')
      const plan = {
        kind: 'everyday',
        subjects: [cadre.id],
        talkers: [me.id],
        recorderId: null,
        startsAt: new Date(Date.now() + 60_000).toISOString(),
        minutes: 60,
        place: '云溪街道 201 室',
        mode: '当面' as const,
        occasion: '',
        mark: SecrecyMark.parse('内部'),
        readers: [],
        dueKey: null,
      }
      await api.interviews.plan({ plans: [plan], round: null, avoid: { names: [], departments: [] } })
    }),
})

test('a talk is recorded line by line with marks, and what was typed is in the store before the line ends', async () => {
  const { desk } = at
  const { page } = desk
  await desk.signIn(officer)
  await desk.goTo('谈话')
  await page.getByRole('button', { name: /周启明/ }).click()
  await page.getByRole('button', { name: '开始记录' }).click()
  const box = page.getByRole('textbox', { name: '记录' })
  await expect(box).toBeFocused()
  await page.keyboard.type('班子会上敢说话')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.type('老旧小区加梯卡住了')
  await page.keyboard.press('Alt+1')
  await expect(page.getByText(/^已存 \d\d:\d\d$/)).toBeVisible()
  await inspect(desk)
})

test('locked in the middle of a line, it goes on where it was', async () => {
  const { desk } = at
  const { page } = desk
  await page.getByRole('textbox', { name: '记录' }).fill('老旧小区加梯卡住了，要有人牵头')
  await desk.lock()
  await desk.signIn(officer)
  await expect(desk.page.getByRole('list', { name: '已记下的内容' })).toContainText('要有人牵头')
})

test('it ends when everything the kind asks for is there, and is final with the password', async () => {
  const { desk } = at
  const { page } = desk
  await page.getByRole('button', { name: /困难与诉求/ }).click()
  await page.getByRole('textbox', { name: '记录' }).fill('希望区里明确牵头单位')
  await page.getByRole('textbox', { name: '记录' }).press('Enter')
  await page.keyboard.press('Control+Enter')
  await expect(desk.dialog).toContainText('结束以后内容锁定')
  await desk.dialog.getByRole('button', { name: '结束并锁定' }).click()
  await expect(desk.heading).toContainText('周启明')
  await expect(page.getByText('还差 1 人')).toBeVisible()
  await page.getByLabel(/的密码$/).fill(officer.password)
  await page.getByRole('button', { name: '确认', exact: true }).click()
  await expect(page.getByText('都已确认')).toBeVisible()
  await expect(page.getByText('已定稿')).toBeVisible()
  await inspect(desk)
})
