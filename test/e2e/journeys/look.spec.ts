import { type Page, test } from '@playwright/test'
import { expect, openDesk } from './support/desk'
import { inspect } from './support/inspect'
import { workAs } from './support/make-store'
import { auditor, firstPeople, officer, security, system, UNIT } from './support/people'
import { askedGroups, fillPerson, next } from './support/wizard'

/** Every page in light and dark, read by axe, at 125 % and at 200 % of a 1366×768 window. */
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

const tree = {
  区直部门: ['区信访局', '区水利局', '区行政审批和政务信息管理局'],
  镇街: ['石桥镇', '云溪街道', '柳湾街道'],
  企事业单位: [],
}
const asked = { login: 'suhe', name: '苏禾', holder: '0205', department: '干部科', phone: '13900001234', scope: null }

test.describe('before a store is there', () => {
  test.describe.configure({ mode: 'serial' })
  const at = openDesk({ empty: true })

  test('start', async () => {
    await expect(button(at.desk.page, '建立数据库')).toBeVisible()
    await inspect(at.desk)
  })

  test('the wizard, step by step', async () => {
    const { desk } = at
    const { page } = desk
    await button(page, '建立数据库').click()
    await next(page)
    await inspect(desk)
    await page.getByLabel('单位全称').fill(UNIT)
    await next(page)
    for (const [index, person] of firstPeople.entries()) {
      // One of the four, empty and with everything that can be wrong: they are the same page.
      if (index === 0) {
        await next(page)
        await inspect(desk)
      }
      await fillPerson(page, person)
      await next(page)
    }
    await expect(page.getByRole('heading', { name: '存放位置' })).toBeVisible()
    await inspect(desk)
  })
})

test.describe('in a store', () => {
  test.describe.configure({ mode: 'serial' })
  const at = openDesk({
    prepare: async home => {
      await workAs(home, officer, async api => {
        const [top] = await api.units.tree({})
        if (!top) throw new Error('the store has a unit of its own')
        for (const [name, below] of Object.entries(tree)) {
          const group = await api.units.add({ parentId: top.id, name })
          for (const unit of below) await api.units.add({ parentId: group.id, name: unit })
        }
        await api.accounts.list({}).catch(() => undefined)
      })
      await workAs(home, system, async api => {
        const account = { ...asked, roles: ['interviewer' as const] }
        await api.accounts.propose({ change: { kind: 'open', account }, reason: '到干部科工作，承担谈话' })
      })
      await workAs(home, auditor, api => api.audit.seal({ note: '十一月封存' }))
    },
  })

  test('unlock, and what stands beside it', async () => {
    const { desk } = at
    await desk.fillSignIn({ ...officer, password: '不是这个密码' })
    await expect(desk.page.getByRole('alert').filter({ hasText: /./ })).toBeVisible()
    await inspect(desk)
    await button(desk.page, '换一个数据库').click()
    await expect(desk.heading).toHaveText('打开数据库')
    await inspect(desk)
    await button(desk.page, '返回').click()
  })

  test('the recovery of a password and its new code', async () => {
    const { desk } = at
    const { page } = desk
    await button(page, '用恢复码重设密码').click()
    await button(page, '重设密码').click()
    await expect(page.getByText(/恢复码共 40 个字符/)).toBeVisible()
    await inspect(desk)
    await page.getByRole('textbox', { name: '恢复码' }).fill(at.recoveryCode)
    await page.getByLabel('登录名').fill(officer.login)
    await page.getByLabel('新密码').fill('Ju8&Lan6-Zhu')
    await page.getByLabel('再输一次').fill('Ju8&Lan6-Zhu')
    await button(page, '重设密码').click()
    await expect(desk.heading).toHaveText('密码已重设，换用新的恢复码')
    await inspect(desk)
    const groups = await page.locator('.recovery-code b').allInnerTexts()
    for (const { field, group } of await askedGroups(page, groups)) await field.fill(group)
    await button(page, '核对，去登录').click()
  })

  test('what an officer sees', async () => {
    const { desk } = at
    await desk.signIn({ ...officer, password: 'Ju8&Lan6-Zhu' })
    const { page } = desk
    await inspect(desk)
    await desk.goTo('干部')
    await inspect(desk)
    await desk.goTo('单位')
    await page.getByRole('treeitem', { name: /^区信访局/ }).click()
    await inspect(desk)
    await button(page, '换上级').click()
    await expect(desk.dialog).toBeVisible()
    await inspect(desk)
    await button(page, '不移动').click()
    await desk.goTo('设置')
    await inspect(desk)
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('option').first()).toBeVisible()
    await inspect(desk)
    await page.keyboard.press('Escape')
    await page.keyboard.press('F1')
    await expect(desk.dialog).toBeVisible()
    await inspect(desk)
    await page.keyboard.press('Escape')
  })

  test('what the system administrator sees', async () => {
    const { desk } = at
    await desk.change(system)
    const { page } = desk
    await inspect(desk)
    await desk.goTo('账户')
    await page.getByRole('row').getByRole('button', { name: officer.name }).click()
    await inspect(desk)
    await button(page, '申请重置密码').click()
    await expect(desk.dialog).toBeVisible()
    await inspect(desk)
    await button(page, '取消').click()
    await button(page, '申请开立账户').click()
    await button(page, '提交申请').click()
    await inspect(desk)
    await button(page, '先放着').click()
    await page.getByRole('tab', { name: /^申请/ }).click()
    await inspect(desk)
  })

  test('what the security administrator sees', async () => {
    const { desk } = at
    await desk.change(security)
    const { page } = desk
    await inspect(desk)
    await page.getByRole('banner').getByRole('button', { name: /^提醒/ }).click()
    await expect(desk.dialog).toBeVisible()
    await inspect(desk)
    await page.keyboard.press('Escape')
    await desk.goTo('账户')
    await page.getByRole('tab', { name: /^申请/ }).click()
    await page.getByRole('row').getByRole('button', { name: asked.name }).click()
    await button(page, '同意').click()
    await desk.giveReason('已核实', '同意')
    await expect(page.getByRole('dialog', { name: /的初始密码$/ })).toBeVisible()
    await expect(desk.dialog).toHaveCount(1)
    await inspect(desk)
    await button(page, '已经记下，关闭').click()
    await desk.goTo('安全策略')
    await page.getByRole('spinbutton', { name: /^无操作自动锁定/ }).fill('90')
    await inspect(desk)
  })

  test('what the auditor sees', async () => {
    const { desk } = at
    await desk.change(auditor)
    const { page } = desk
    await inspect(desk)
    await desk.goTo('审计')
    await button(page, '条件').click()
    await page.getByRole('grid').locator('.aud-body [role="row"]').first().click()
    await inspect(desk)
    await button(page, '校验').click()
    await expect(page.getByRole('complementary', { name: '校验结果' })).toBeVisible()
    await inspect(desk)
    await button(page, '封存记录').click()
    await expect(page.locator('.aud-code').first()).toBeVisible()
    await inspect(desk)
    await button(page, '封存').click()
    await desk.dialog.getByLabel('备注（可以不填）').press('Enter')
    await expect(desk.dialog.locator('.aud-code')).toBeVisible()
    await inspect(desk)
  })
})
