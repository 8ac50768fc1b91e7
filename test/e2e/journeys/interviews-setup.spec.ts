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
      const { cadre } = await api.cadres.add({ name: '周启明', birth: '1988-05', unitId: null })
      const changes = [
        { field: 'form.currentPost', value: '云溪街道党工委副书记' },
        { field: 'rewards', value: [{ on: '2024-07', authority: '区委', name: '优秀党务工作者' }] },
        {
          field: 'resume',
          value: [
            { from: '2011-07', to: '2019-03', text: '石桥镇科员、副镇长', level: '' },
            { from: '2019-03', to: null, text: '云溪街道党工委副书记', level: '' },
          ],
        },
      ]
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

test('an outline gets a part from the bank, moved by keys, and is saved as a version with its reason', async () => {
  const { desk } = at
  const { page } = desk
  await desk.signIn(officer)
  await desk.goTo('谈话')
  await page.getByRole('tab', { name: '种类与规则' }).click()
  await page.getByText('题库', { exact: true }).click()
  await page.getByRole('textbox', { name: '问题' }).fill('孩子上学安顿好了没有？')
  await page.getByRole('button', { name: '添加', exact: true }).click()
  await expect(page.getByRole('listitem').filter({ hasText: '孩子上学安顿好了没有？' })).toBeVisible()
  await inspect(desk)
  await page.getByText('谈话种类', { exact: true }).first().click()
  await page.getByRole('button', { name: /^日常谈心谈话/ }).click()
  await page.getByRole('button', { name: '加一部分' }).click()
  const part = page.getByRole('textbox', { name: '第 7 部分' })
  await part.fill('家庭和孩子')
  await page.getByRole('combobox', { name: '从题库选' }).last().click()
  await page.keyboard.type('孩子上学')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: '家庭和孩子可以问' })).toHaveValue('孩子上学安顿好了没有？')
  await part.focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(page.getByRole('textbox', { name: '第 6 部分' })).toHaveValue('家庭和孩子')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await desk.giveReason('按今年的要求', '保存')
  await expect(
    page.getByRole('listitem').filter({ hasText: '第 1 版' }).filter({ hasText: '按今年的要求' }),
  ).toBeVisible()
  await inspect(desk)
  await page.getByRole('button', { name: '恢复为随应用提供的' }).click()
  await expect(page.getByRole('textbox', { name: '第 7 部分' })).toHaveCount(0)
})

test('a rule of another place is switched on, and says how far its basis can be trusted', async () => {
  const { desk } = at
  const { page } = desk
  await page.getByText('谈话规则', { exact: true }).first().click()
  await page.getByRole('button', { name: /^每名干部每年一谈/ }).click()
  await expect(page.getByText('外地做法，以本地文件为准')).toBeVisible()
  await page.getByRole('checkbox', { name: '按这条规则列入应谈' }).check()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await desk.giveReason('部务会定', '保存')
  await expect(page.getByRole('listitem').filter({ hasText: '第 1 版' })).toBeVisible()
  await inspect(desk)
})

test('the page before the talk lies beside the plan and is laid out on one sheet', async () => {
  const { desk } = at
  const { page } = desk
  await page.getByRole('tab', { name: '谈话', exact: true }).click()
  await page.getByRole('button', { name: /周启明/ }).click()
  const brief = page.getByRole('region', { name: '谈话前一页' })
  await expect(brief).toContainText('优秀党务工作者')
  await expect(brief).toContainText('2019.03— 云溪街道党工委副书记')
  await inspect(desk)
  await brief.getByRole('button', { name: '打印和导出' }).click()
  await expect(desk.dialog.locator('.pap-page')).toHaveCount(1)
  await expect(desk.dialog).toContainText('谈话前一页')
  await page.keyboard.press('Escape')
})

test('the talk that was planned keeps its outline, and a question of the bank is asked in it', async () => {
  const { desk } = at
  const { page } = desk
  await page.getByRole('button', { name: '开始记录' }).click()
  await expect(page.getByRole('navigation', { name: '提纲' })).not.toContainText('家庭和孩子')
  await page.getByRole('combobox', { name: '从题库选' }).click()
  await page.keyboard.type('孩子上学')
  await page.keyboard.press('Enter')
  const lines = page.getByRole('list', { name: '已记下的内容' })
  await expect(lines).toContainText('孩子上学安顿好了没有？')
  await expect(page.getByRole('radio', { name: '回答' })).toBeChecked()
  await inspect(desk)
})
