import { test } from '@playwright/test'
import { addDays, Day } from '../../../src/shared/dates/add-months'
import { today } from '../../../src/shared/dates/today'
import { expect, openDesk } from './support/desk'
import { button } from './support/dialogs'
import { inspect } from './support/inspect'
import { workAs } from './support/make-store'
import { officer } from './support/people'

test.describe.configure({ mode: 'serial' })

const on = Day.parse(today())
const at = openDesk({
  prepare: home =>
    workAs(home, officer, async api => {
      const { cadre } = await api.cadres.add({ name: '周启明', birth: null, unitId: null })
      await api.hardships.add({
        cadreId: cadre.id,
        facts: {
          cause: '突发事件',
          causeText: '房屋受损，在外租住',
          openedOn: addDays(on, -400),
          level: '困难',
          proofs: [{ what: '街道证明', seenOn: addDays(on, -400), keptAt: '干部科' }],
          nextReviewOn: addDays(on, -35),
        },
        household: { members: 3, who: '妻子和孩子', costFen: 3_000_000, incomeFen: 3_600_000 },
      })
    }),
})

test('a question is written down at its desk with the keyboard, stands on the workbench, and is answered', async () => {
  const { desk } = at
  const { page } = desk
  await desk.signIn(officer)
  await desk.goTo('关爱')
  await page.getByRole('tab', { name: '惑困老' }).click()
  await page.getByLabel('什么事（不写是谁反映的）').fill('借调期间年休假由哪边安排')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^借调期间年休假/ })).toBeVisible()
  await inspect(desk)
  await desk.goTo('工作台')
  await page.getByRole('button', { name: '惑有人解：1 件待答' }).click()
  await page.getByRole('button', { name: /^借调期间年休假/ }).click()
  await desk.dialog.getByLabel('怎么答复、怎么解决的').fill('由借调单位安排')
  await inspect(desk)
  await desk.dialog.getByRole('button', { name: '登记答复' }).click()
  await desk.dialog.getByText('不满意', { exact: true }).click()
  await desk.dialog.getByLabel('本人怎么说').fill('两边都不批')
  await desk.dialog.getByRole('button', { name: '登记回访' }).click()
  await expect(desk.dialog.getByText(/不满意。两边都不批。接着办/)).toBeVisible()
})

test('a case whose review is late: what is masked is shown with a reason, aid is paid, the review is written', async () => {
  const { desk } = at
  const { page } = desk
  await page.keyboard.press('Escape')
  await desk.goTo('工作台')
  await expect(page.getByText('困难帮扶复核')).toBeVisible()
  await desk.goTo('关爱')
  await page.getByRole('tab', { name: '困难帮扶' }).click()
  await inspect(desk)
  await page.getByRole('button', { name: /^周启明/ }).click()
  await expect(page.getByText(/妻子和孩子/)).toBeHidden()
  await button(page, '显示').click()
  await desk.giveReason('发放前核对', '显示')
  await expect(page.getByText('12000 元')).toBeVisible()
  await inspect(desk)
  await button(page, '＋ 登记一笔').click()
  await page.getByLabel('金额（元）').fill('2000')
  await page.getByLabel('凭证号').fill('工会 12 号')
  await button(page, '登记').click()
  await expect(page.getByText('共 2000 元')).toBeVisible()
  await page.getByLabel('理由').fill('情况没有大的变化')
  await button(page, '登记复核').click()
  await expect(page.getByText('情况没有大的变化')).toBeVisible()
  await button(page, '更正').click()
  await expect(desk.dialog.getByText('家庭和收支遮着，这次不改。')).toBeVisible()
  await inspect(desk)
})
