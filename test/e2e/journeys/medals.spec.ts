import { join } from 'node:path'
import { test } from '@playwright/test'
import { MemberFacts, noMedalFacts } from '../../../src/shared/medals/medals'
import { readPdf } from '../support/pdf'
import { expect, openDesk } from './support/desk'
import { answerWith, button, sendOff } from './support/dialogs'
import { inspect } from './support/inspect'
import { workAs } from './support/make-store'
import { officer } from './support/people'

const year = new Date().getFullYear()
/** On the list of this year for certain: full member since January fifty years ago, with the year of probation before it where there was one. */
const clear = ['柏永年', '闵桂枝', '诸葛长庚']
const start = year - 50
const dates =
  start < 1977
    ? { partyJoined: `${start}-01`, partyFull: null }
    : { partyJoined: `${start - 1}-01`, partyFull: `${start}-01` }

const at = openDesk({
  prepare: home =>
    workAs(home, officer, async api => {
      const person = (name: string, more: object = {}) =>
        MemberFacts.parse({
          ...noMedalFacts,
          name,
          sex: null,
          birth: '1950-02',
          unitId: null,
          branch: '前进村党支部',
          ...dates,
          note: '',
          ...more,
        })
      await api.medals.addMembers({
        rows: [
          ...clear.map(name => person(name)),
          person('单云岫', { concern: '原始档案没有到' }),
          person('邬有道', { partyJoined: null, partyFull: null }),
        ],
      })
    }),
})

test('the list of a year: from open to decided to the printed roster, handed over, and the books balance', async () => {
  const { desk } = at
  const { page, home } = desk
  await desk.signIn(officer)
  await desk.goTo('荣誉')
  await page.getByRole('tab', { name: '在党50年' }).click()
  await expect(button(page, '够条件 3')).toBeVisible()
  await expect(button(page, '需要核对 1')).toBeVisible()
  await expect(button(page, '缺日期 1')).toBeVisible()
  await inspect(desk)

  // The clear cases together, the doubtful one alone with what was found.
  await page.getByLabel('全选').check()
  await button(page, '决定').click()
  await desk.dialog.getByRole('button', { name: '授予', exact: true }).click()
  await expect(button(page, '已授 3')).toBeVisible()
  await button(page, '需要核对 1').click()
  await expect(page.getByText('原始档案没有到')).toBeVisible()
  await page.getByLabel('选单云岫').check()
  await button(page, '决定').click()
  await desk.dialog.getByLabel('理由').fill('入党志愿书复印件已经核对')
  await desk.dialog.getByRole('button', { name: '授予', exact: true }).click()
  await expect(button(page, '已授 4')).toBeVisible()
  await button(page, '缺日期 1').click()
  await expect(page.getByText('没有填入党时间')).toBeVisible()
  await inspect(desk)

  const path = join(home, '名册.pdf')
  await answerWith(desk, path)
  await button(page, '打印名册').click()
  await desk.dialog.getByText('PDF').click()
  await sendOff(desk, '颁发名册')
  await button(page, '知道了').click({ timeout: 60_000 })
  const pages = await readPdf(path)
  const words = pages
    .flatMap(({ texts }) => texts.map(({ text }) => text))
    .join('')
    .replaceAll(/\s/g, '')
  const named = [...clear, '单云岫']
  for (const name of named) expect(words.split(name)).toHaveLength(2)
  expect(words).not.toContain('邬有道')
  expect(words).toContain(`共${named.length}人`)
  expect(words).not.toContain('原始档案')

  // Received, handed over, counted.
  await page.getByText('台账', { exact: true }).click()
  await button(page, '登记收存').click()
  await desk.dialog.getByLabel('数目（枚）').fill('5')
  await desk.dialog.getByRole('button', { name: '登记', exact: true }).click()
  await expect(page.getByText('领取 5 枚')).toBeVisible()
  await page.getByText('名单', { exact: true }).click()
  await button(page, '已授 4').click()
  await page.getByLabel('全选').check()
  await button(page, '登记颁发').click()
  await desk.dialog.getByLabel('由谁颁发').fill('区委组织部')
  await desk.dialog.getByRole('button', { name: '登记', exact: true }).click()
  await expect(desk.dialog).toBeHidden()
  await page.getByText('台账', { exact: true }).click()
  await expect(page.locator('.med-sums div').filter({ hasText: '结存1 枚' }).last()).toBeVisible()
  await inspect(desk)
  await page.getByRole('tab', { name: '荣誉册' }).click()
  await expect(page.getByText('“光荣在党50年”纪念章').first()).toBeVisible()
})
