import { test } from '@playwright/test'
import { expect, openDesk } from './support/desk'
import { pressOn, writeInto } from './support/keyboard'
import { workAs } from './support/make-store'
import { officer } from './support/people'

test.describe.configure({ mode: 'serial' })

const at = openDesk({
  prepare: home =>
    workAs(home, officer, async api => {
      const { cadre } = await api.cadres.add({ name: '李望舒', birth: null, unitId: null })
      const rewards = [{ on: '2024-12', authority: '中共云泽区委', name: '嘉奖' }]
      const punishments = [
        {
          kind: '党纪处分',
          name: '党内警告',
          on: '2019-05-06',
          authority: '云泽区纪委',
          documentNumber: '',
          reason: '',
          influenceUntil: null,
          revokedOn: null,
        },
      ]
      await api.cadres.change({
        id: cadre.id,
        revision: 1,
        reason: '建档',
        changes: [
          { field: 'rewards', value: rewards },
          { field: 'punishments', value: punishments },
          { field: 'form.rewardsAndPunishments', value: '无' },
        ],
      })
    }),
})

test('a post is added by keyboard alone', async () => {
  const { desk } = at
  await desk.signIn(officer)
  const { page } = desk
  await page.keyboard.press('Control+k')
  await page.keyboard.type('lws')
  await expect(page.getByRole('option', { name: /李望舒/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '李望舒', level: 1 })).toBeVisible()
  await pressOn(page, page.getByRole('tab', { name: /履历/ }), 'ArrowRight')
  await page.keyboard.press('Enter')
  await pressOn(page, page.getByRole('region', { name: '在任职务' }).getByRole('button', { name: '填写' }))
  const posts = page.getByRole('group', { name: '职务', exact: true })
  await pressOn(page, posts.getByRole('button', { name: '加一行' }))
  const first = posts.getByRole('group', { name: '第1行' })
  await writeInto(page, first.getByLabel('任职单位'), '石桥镇')
  await writeInto(page, first.getByLabel('职务名称'), '镇长')
  await writeInto(page, first.getByLabel('任职时间'), '2021.3')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已保存，改了 1 项')).toBeVisible()
  const row = page.getByRole('region', { name: '在任职务' }).getByRole('row', { name: /石桥镇/ })
  await expect(row).toContainText('镇长')
  await expect(row).toContainText('2021.03')
})

test('奖惩情况 is made out of the rows, before and after in view, as one step with its reason', async () => {
  const { desk } = at
  const { page } = desk
  await page.getByRole('tab', { name: /奖惩/ }).click()
  await expect(page.getByRole('region', { name: '处分处理' })).toContainText('至 2020.05.05')
  await page.getByRole('button', { name: '文字和记录有不同' }).click()
  await desk.dialog.getByText('由记录生成文字').click()
  await expect(desk.dialog.locator('del')).toHaveText('无')
  await expect(desk.dialog.locator('ins')).toHaveText(
    '2019年5月6日，经云泽区纪委批准，给予党内警告处分；2024年12月，经中共云泽区委批准，嘉奖。',
  )
  await desk.dialog.getByLabel('修改理由').fill('按记录重写')
  await desk.dialog.getByRole('button', { name: '保存 1 处' }).click()
  await expect(desk.dialog).toHaveCount(0)
  await expect(page.getByRole('region', { name: '奖励' })).toContainText('给予党内警告处分')
  await expect(page.getByRole('button', { name: '对照文字和记录' })).toBeVisible()
})

test('变更 shows both steps, and the last one is undone', async () => {
  const { page } = at.desk
  await page.getByRole('tab', { name: '变更' }).click()
  const [last, before] = [page.locator('.cdr-changes > li').nth(0), page.locator('.cdr-changes > li').nth(1)]
  await expect(last).toContainText('理由：按记录重写')
  await expect(last).toContainText('奖惩情况')
  await expect(before).toContainText('职务增加一行')
  await last.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(last).toContainText('撤销')
  await page.getByRole('tab', { name: /奖惩/ }).click()
  await expect(page.getByRole('region', { name: '奖励' }).locator('.cdr-written')).toContainText('无')
  await expect(page.getByRole('button', { name: '文字和记录有不同' })).toBeVisible()
})
