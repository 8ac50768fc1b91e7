import { test } from '@playwright/test'
import { launch, newHome } from '../support/app'
import { expect, openDesk } from './support/desk'
import { button } from './support/dialogs'
import { inspect } from './support/inspect'
import { workAs } from './support/make-store'
import { officer } from './support/people'

test.describe.configure({ mode: 'serial' })

const dayAhead = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const dots = (day: string): string => day.replaceAll('-', '.')

const at = openDesk({
  prepare: home =>
    workAs(home, officer, async api => {
      const [top] = await api.units.tree({})
      if (!top) throw new Error('no unit')
      const { id: unitId } = await api.units.add({ parentId: top.id, name: '云溪街道' })
      await api.cadres.add({ name: '周启明', birth: null, unitId })
      const { cadre } = await api.cadres.add({ name: '林向阳', birth: null, unitId })
      await api.cadres.change({
        id: cadre.id,
        revision: 1,
        reason: '处分决定',
        changes: [
          {
            field: 'punishments',
            value: [
              {
                kind: '党纪处分',
                name: '党内警告',
                on: dayAhead(-60),
                authority: '区纪委',
                documentNumber: '',
                reason: '',
                influenceUntil: null,
                revokedOn: null,
              },
            ],
          },
        ],
      })
    }),
})

test('a campaign from the call to the register, one nominee stopped by a running period', async () => {
  const { desk } = at
  const { page, dialog } = desk
  await desk.signIn(officer)
  await desk.goTo('荣誉')
  await page.getByRole('tab', { name: '出彩行动' }).click()
  await button(page, '发起行动').click()
  await dialog.getByRole('combobox', { name: '品牌' }).click()
  await page.getByTitle('出彩型', { exact: true }).click()
  await dialog.getByLabel('发动文件').fill('关于开展寻找“出彩型”干部行动的通知')
  await dialog.getByLabel('发动日期').fill(dots(dayAhead(-20)))
  await dialog.getByLabel('推荐截止').fill(dots(dayAhead(-2)))
  await button(dialog, '发起').click()
  await page.getByLabel('个人总数').fill('1')
  await button(page, '按人数分配').click()
  await button(page, '保存名额').click()
  await button(page, '进入推荐').click()

  for (const name of ['周启明', '林向阳']) {
    await button(page, '推荐').click()
    const people = dialog.getByRole('combobox', { name: '人选' })
    await people.click()
    await people.fill(name)
    await page.locator('.ant-select-item-option').filter({ hasText: name }).first().click()
    const unit = dialog.getByRole('combobox', { name: '推荐单位' })
    await unit.click()
    await unit.fill('云溪')
    await page.getByTitle('云溪街道', { exact: true }).click()
    await dialog.getByLabel('事迹').fill('三个月完成云溪河整治')
    await button(dialog, '推荐').last().click()
    await expect(dialog).toBeHidden()
  }
  await expect(page.getByText(/个人推荐 2 个，名额 1 个/)).toBeVisible()
  await button(page, '进入核查').click()

  for (const name of ['周启明', '林向阳']) {
    await page.locator('.cam-list').getByRole('button', { name }).click()
    await button(page, '登记意见').click()
    await dialog.getByLabel('签署').fill('区纪委监委')
    await button(dialog, '登记').click()
    await expect(dialog).toBeHidden()
  }
  await expect(page.locator('.cam-holds')).toContainText('党纪处分 党内警告')
  await expect(page.locator('.cam-holds')).toContainText('受限制')
  await expect(page.getByRole('note').filter({ hasText: '进入评审以前：林向阳有党纪处分 党内警告' })).toBeVisible()
  await inspect(desk)
  await button(page, '止步…').click()
  await dialog.getByRole('textbox', { name: '理由' }).fill('影响期内不再推荐')
  await button(dialog, '止步').click()
  await button(page, '进入评审').click()

  await button(page, '登记评审组').click()
  await dialog.getByLabel('成员').fill('甲，组织部\n乙，纪委')
  await button(dialog, '保存').click()
  await page.getByRole('checkbox', { name: '拟表彰' }).check()
  await button(page, '保存拟表彰名单').click()
  await button(page, '进入公示').click()

  await button(page, '登记公示').click()
  await dialog.getByLabel('公示日期').fill(dots(dayAhead(-18)))
  await button(dialog, '登记').click()
  await button(page, '进入决定').click()
  await button(page, '登记表彰决定').click()
  await dialog.getByLabel('文号').fill('云发〔2026〕9号')
  await dialog.getByLabel('决定机关').fill('中共云泽区委')
  await dialog.getByLabel('周启明证书编号').fill('云彩001')
  await button(dialog, '登记，1 项荣誉记入荣誉册').click()
  await expect(page.getByText('荣誉已经记入荣誉册。')).toBeVisible()

  await page.getByRole('tab', { name: '荣誉册' }).click()
  const row = page.getByRole('listitem').filter({ hasText: '“出彩型”好干部' })
  await expect(row).toHaveCount(1)
  await expect(row).toContainText('周启明')
})

test('the tour of the demo went to thirteen universities: the number stands on the screen', async () => {
  const running = await launch({ home: newHome(), demo: true })
  const { page } = running
  await page.getByRole('banner').getByRole('button', { name: '锁定', exact: true }).waitFor({ timeout: 120_000 })
  await page.getByRole('navigation', { name: '页面' }).getByRole('link', { name: '荣誉' }).click()
  await page.getByRole('tab', { name: '出彩行动' }).click()
  await page
    .getByRole('button', { name: /寻找“出彩型”干部行动/ })
    .nth(1)
    .click()
  const tour = page.getByRole('region', { name: '出彩干部高校行' })
  await expect(tour).toContainText('13 场')
  await expect(tour.getByRole('listitem')).toHaveCount(13)
  await running.app.close()
})
