import { test } from '@playwright/test'
import type { Contract } from '../../../src/shared/contract'
import type { Client } from '../../../src/shared/ipc/define'
import { expect, openDesk } from './support/desk'
import { pressOn, tabTo } from './support/keyboard'
import { workAs } from './support/make-store'
import { officer } from './support/people'

test.describe.configure({ mode: 'serial' })

const NUMBER = '11010519491231002X'
const year = (of: number, grade: string) => ({ year: of, grade })

/** Begins a file and fills it in. @returns its id */
async function addFile(api: Client<Contract>, name: string, values: Record<string, unknown>): Promise<string> {
  const { cadre } = await api.cadres.add({ name, birth: null, unitId: null })
  const changes = Object.entries(values).map(([field, value]) => ({ field, value }))
  await api.cadres.change({ id: cadre.id, revision: 1, reason: '', changes })
  return cadre.id
}

const at = openDesk({
  prepare: home =>
    workAs(home, officer, async api => {
      const twice = { birth: '1949-12', idNumber: NUMBER, nation: '汉族' }
      await addFile(api, '林岫', {
        ...twice,
        sex: '女',
        nativePlace: '山东济南',
        workStart: '1968-05',
        assessments: [year(2023, '称职'), year(2024, '称职')],
      })
      await addFile(api, '林岫', {
        ...twice,
        phone: '13800000000',
        assessments: [year(2023, '称职'), year(2024, '优秀')],
      })
      await addFile(api, '何蕙', { birth: '1980-02' })
    }),
})

/** Opens a place by its name in the palette, with the keyboard alone. */
async function openByPalette(letters: string, title: string) {
  const { page, heading } = at.desk
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.type(letters)
  await page.keyboard.press('Enter')
  await expect(heading).toHaveText(title)
}

test('two files of one person are found with the reason and opened side by side', async () => {
  const { desk } = at
  await desk.signIn(officer)
  await openByPalette('cfda', '重复档案')
  const pair = desk.page.getByRole('listitem', { name: '林岫：身份证号相同' })
  await expect(pair).toBeVisible()
  await expect(pair).not.toContainText('19491231')
  await pressOn(desk.page, pair.getByRole('button', { name: '对照合并' }))
  await expect(desk.heading).toHaveText('对照合并')
})

test('every difference is walked and settled by keyboard; the merge is one step', async () => {
  const { page } = at.desk
  const group = (name: string | RegExp) => page.getByRole('radiogroup', { name })
  await expect(page.getByRole('radio').first()).toBeFocused()
  await expect(page.getByRole('radiogroup')).toHaveCount(5)
  const grade = group('年度考核：两份说法不同')
  for (let presses = 0; presses < 4; presses++) await page.keyboard.press('ArrowDown')
  await expect(grade.getByRole('radio').first()).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(grade.getByRole('radio').nth(1)).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('合并理由')).toBeFocused()
  await expect(page.getByRole('form', { name: '合并' })).toContainText('从另一份取 2 处')
  await page.keyboard.type('同一人，两个单位分别建档')
  await page.keyboard.press('Enter')
  await expect(page.getByText('林岫的两份档案已合并，从另一份取了 2 处')).toBeVisible()
  await expect(page.getByText('没有发现重复的档案')).toBeVisible()
})

test('the merged file tells what was taken; undoing it brings both files back', async () => {
  const { desk } = at
  const { page } = desk
  await pressOn(page, page.getByRole('button', { name: '打开林岫' }))
  await page.getByRole('tab', { name: '变更' }).click()
  await expect(page.getByText('理由：同一人，两个单位分别建档')).toBeVisible()
  await pressOn(page, page.getByRole('button', { name: '撤销合并' }))
  await expect(page.getByText('撤销合并重复档案')).toBeVisible()
  await expect(page.getByText('可能还有一份档案')).toBeVisible()
})

test('they are put aside as two people, seen again under what was said, and listed anew', async () => {
  const { desk } = at
  const { page } = desk
  await openByPalette('cfda', '重复档案')
  await pressOn(page, page.getByRole('button', { name: '不是同一人' }))
  await desk.giveReason('双胞胎，号码录错', '认定不是同一人')
  await expect(page.getByText('没有发现重复的档案')).toBeVisible()
  await page.getByText('已认定不是同一人 1').click()
  await expect(page.getByText('认定：双胞胎，号码录错')).toBeVisible()
  await pressOn(page, page.getByRole('button', { name: '取消认定' }))
  await expect(page.getByText('还没有认定过')).toBeVisible()
})

test('a file goes into the trash with a reason, is read there, and comes back', async () => {
  const { desk } = at
  const { page } = desk
  await desk.goTo('干部')
  await page.getByText('干部名册').first().click()
  await page.getByRole('checkbox', { name: '选中何蕙' }).check()
  await page.getByRole('group', { name: '选中的人' }).getByRole('button', { name: '移入回收站' }).click()
  await desk.giveReason('误建', '移入回收站')
  await openByPalette('hsz', '回收站')
  await expect(page.getByRole('row', { name: /何蕙 .*误建/ })).toBeVisible()
  await pressOn(page, page.getByRole('button', { name: '何蕙', exact: true }))
  await expect(page.getByText('已在回收站')).toBeVisible()
  await expect(page.getByRole('button', { name: '编辑' })).toHaveCount(0)
  await openByPalette('hsz', '回收站')
  await tabTo(page, page.getByRole('table').getByRole('button', { name: /^恢复\s*何蕙$/ }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('回收站是空的')).toBeVisible()
})
