import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@playwright/test'
import type { CadreId } from '../../../src/shared/cadres/cadres'
import type { ArrivalId, ExchangeId } from '../../../src/shared/exchange/exchange'
import { type Place, startCoreAt, withCore } from '../support/core'
import { expect, openDesk } from './support/desk'
import { answerWith, button } from './support/dialogs'
import { drop } from './support/drop'
import { inspect } from './support/inspect'
import { firstPeople, officer, security } from './support/people'

test.describe.configure({ mode: 'serial' })

const TOWN = '中共石桥镇委组织办'
const files = { card: '', townCard: '', first: '', second: '', receipt: '', back: '' }
const ids: { town?: ExchangeId; district?: ExchangeId; lin?: CadreId } = {}
let digits = ''
let townPlace: Place

const at = openDesk({
  prepare: async home => {
    for (const name of Object.keys(files) as (keyof typeof files)[])
      files[name] = join(home, `${name}.${name.toLowerCase().endsWith('card') ? 'ddcard' : 'ddx'}`)
    townPlace = { folder: join(home, 'town'), machineDir: join(home, 'town-machine') }
    await withCore(townPlace, ({ api }) =>
      api.session.create({ unit: TOWN, profile: 'internal', accounts: [...firstPeople] }),
    )
    await inTown(security, async core => {
      core.files.grant('card', files.townCard)
      const card = await core.api.exchange.saveCard({ target: 'card' })
      ids.town = card.id
      digits = card.fingerprint
    })
    const scan = join(home, '任职通知.png')
    writeFileSync(scan, Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(300_000, 7)]))
    await inTown(officer, async ({ api, files: granted }) => {
      ids.lin = (await api.cadres.add({ name: '林岫', birth: null, unitId: null })).cadre.id
      await api.cadres.add({ name: '阿依努尔·买买提', birth: null, unitId: null })
      await put(api, { nation: '汉族', 'form.currentPost': '石桥镇党委副书记', phone: '19900000001' })
      granted.grantReading('scan', [scan])
      await api.attachments.add({ cadreId: ids.lin, token: 'scan', category: null })
    })
  },
})

type Town = ReturnType<typeof startCoreAt>
/** Does something in the town's store, on its own computer as it were. */
const inTown = (who: { login: string; password: string }, work: (core: Town) => Promise<void>): Promise<void> =>
  withCore(townPlace, async core => {
    await core.api.session.signIn({ login: who.login, password: who.password, acceptClock: false })
    await work(core)
  })
function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a step before has not come to its end')
  return value
}
async function put(api: Town['api'], fields: Readonly<Record<string, string>>): Promise<void> {
  const id = required(ids.lin)
  const { revision } = await api.cadres.get({ id })
  const changes = Object.entries(fields).map(([field, value]) => ({ field, value }))
  await api.cadres.change({ id, revision, changes, reason: '登记' })
}
const packageFor = (path: string): Promise<void> =>
  inTown(officer, async core => {
    core.files.grant('package', path)
    await core.api.exchange.make({
      partnerId: required(ids.district),
      whom: {
        by: 'list',
        filter: { unitId: null, status: [], trashed: false },
        sort: { by: 'unit', descending: false },
      },
      modules: ['files', 'attachments'],
      sensitive: ['idNumber', 'phone'],
      reason: '上报',
      mark: null,
      passphrase: null,
      target: 'package',
    })
  })

test('the card goes out, the other one comes in and counts once its digits were read out', async () => {
  const { desk } = at
  const { page } = desk
  await desk.signIn(security)
  await desk.goTo('数据交换')
  await expect(page.getByText('还没有名片')).toBeVisible()
  await answerWith(desk, files.card)
  await button(page, '保存本库名片').click()
  await expect(page.getByLabel('本库指纹')).toHaveText(/^(\d{5} ){5}\d{5}$/)
  const own = await page.getByLabel('本库指纹').innerText()

  await answerWith(desk, files.townCard)
  await button(page, '登记对方名片').click()
  await expect(desk.dialog).toContainText(`核对“${TOWN}”的指纹`)
  await expect(desk.dialog).not.toContainText(digits)
  await desk.dialog.getByLabel('对方念出的数字').fill(digits.replace(/\d$/, digit => String((Number(digit) + 1) % 10)))
  await button(desk.dialog, '核对').click()
  await expect(desk.dialog.getByRole('alert')).toContainText('与名片上的指纹不符')
  await desk.dialog.getByLabel('对方念出的数字').fill(digits)
  await inspect(desk)
  await button(desk.dialog, '核对').click()
  await expect(desk.dialog).toBeHidden()
  await expect(page.getByRole('row', { name: new RegExp(TOWN) })).toContainText('可以往来')
  await inspect(desk)

  await inTown(security, async core => {
    core.files.grantReading('card', [files.card])
    const { id } = await core.api.exchange.importCard({ token: 'card' })
    await core.api.exchange.confirmPartner({ id, digits: own })
    ids.district = id
  })
})

test('a package is opened, looked at, taken in, answered with a receipt, and refused the second time', async () => {
  const { desk } = at
  await packageFor(files.first)
  await desk.change(officer)
  // Locking has put another page in the place of the first.
  const { page } = desk
  await desk.goTo('数据交换')
  await expect(page.getByText('还没有收到过')).toBeVisible()
  await answerWith(desk, files.first)
  await button(page, '打开数据包或回执').click()
  await expect(desk.heading).toHaveText('核对数据包')
  await expect(page.getByText(TOWN)).toBeVisible()
  await expect(page.getByRole('tab', { name: '新增2' })).toBeVisible()
  await page.getByRole('option', { name: /林岫/ }).click()
  await expect(page.getByRole('complementary', { name: '核对' })).toContainText('石桥镇党委副书记')
  await expect(page.getByRole('complementary', { name: '核对' })).not.toContainText('19900000001')
  await expect(page.getByRole('complementary', { name: '核对' })).toContainText('附件：任职通知')
  await inspect(desk)
  await button(page, '并入').click()
  await expect(page.getByRole('status').filter({ hasText: '已并入：新增 2 人' })).toBeVisible()
  await answerWith(desk, files.receipt)
  await page.getByRole('status').getByRole('button', { name: '保存回执' }).click()
  await expect(page.getByText(/^回执 /)).toBeVisible()
  await inspect(desk)

  await answerWith(desk, files.first)
  await button(page, '打开数据包或回执').click()
  await expect(page.getByRole('alert')).toContainText('这个数据包（第 1 号）已经并入过')
  await desk.goTo('工作台')
  await drop(page, [files.first])
  await expect(desk.heading).toHaveText('数据交换')
  await expect(page.getByRole('alert')).toContainText('这个数据包（第 1 号）已经并入过')
  await inTown(officer, async core => {
    core.files.grantReading('receipt', [files.receipt])
    expect(await core.api.exchange.open({ token: 'receipt', passphrase: null })).toMatchObject({
      kind: 'receipt',
      outcome: { added: 2 },
    })
  })
})

test('what both have changed is decided by keyboard, and goes back without being asked for again', async () => {
  const { desk } = at
  const { page } = desk
  const id = required(ids.lin)
  const fresh = await desk.invoke<{ revision: number }>('cadres.get', { id })
  if (!fresh.ok) throw new Error('the file')
  const changes = [{ field: 'form.currentPost', value: '石桥镇人大主席' }]
  await desk.invoke('cadres.change', { id, revision: fresh.value.revision, changes, reason: '任免' })
  await inTown(officer, ({ api }) => put(api, { 'form.currentPost': '石桥镇党委书记', nation: '回族' }))
  await packageFor(files.second)
  await answerWith(desk, files.second)
  await button(page, '打开数据包或回执').click()
  await expect(page.getByRole('tab', { name: '有冲突1' })).toBeVisible()
  await expect(button(page, '并入')).toHaveAccessibleDescription('还有 1 人有冲突没有决定')
  await page.getByRole('tab', { name: '有冲突1' }).click()
  await expect(page.getByRole('option')).toHaveCount(1)
  const list = page.getByRole('listbox', { name: '数据包里的人员' })
  await list.focus()
  await page.keyboard.press('Home')
  const aside = page.getByRole('complementary', { name: '核对' })
  await expect(aside.getByRole('heading', { name: '林岫' })).toBeVisible()
  await expect(aside).toContainText('两边都改过，请决定')
  await inspect(desk)
  const group = aside.getByRole('radiogroup', { name: '现任职务采用哪一方' })
  await group.getByRole('radio', { name: '保留本库' }).focus()
  await page.keyboard.press('Space')
  await expect(aside).toContainText('由您决定')
  await page.keyboard.press('ArrowRight')
  await expect(group.getByRole('radio', { name: '采用对方' })).toBeChecked()
  await button(page, '并入').click()
  await expect(page.getByRole('status').filter({ hasText: '采用对方 1，保留本库 0' })).toBeVisible()

  await page.getByRole('tab', { name: '发出', exact: true }).click()
  await button(page, '制作数据包').click()
  await button(desk.dialog, '下一步').click()
  await expect(desk.dialog).toContainText('共 2 人')
  await desk.dialog.getByRole('combobox', { name: '发给' }).click()
  await page.locator('.ant-select-item-option').filter({ hasText: TOWN }).click()
  await desk.dialog.getByRole('checkbox', { name: '附件' }).check()
  await expect(desk.dialog).toContainText('附件 1 件，共 300 KB')
  await desk.dialog.getByRole('textbox', { name: '理由' }).fill('下发')
  await inspect(desk)
  await answerWith(desk, files.back)
  await button(page, '选择位置并保存').click()
  await expect(page.getByText('已导出 2 人')).toBeVisible()
  await button(page, '知道了').click()
  await expect(page.getByRole('row', { name: /第 1 号/ })).toContainText('没有回执')
  await inspect(desk)
  await inTown(officer, async core => {
    core.files.grantReading('back', [files.back])
    const opened = await core.api.exchange.open({ token: 'back', passphrase: null })
    const arrival: ArrivalId = required(opened.kind === 'package' ? opened.id : undefined)
    expect(await core.api.exchange.apply({ id: arrival, unitId: null })).toMatchObject({
      added: 0,
      decidedKept: 0,
      decidedTaken: 0,
    })
    const { api } = core
    const { cadre } = await api.cadres.get({ id })
    expect(await api.attachments.list({ cadreId: id })).toMatchObject([{ title: '任职通知', bytes: 300_008 }])
    expect(cadre).toMatchObject({ nation: '回族', form: { currentPost: '石桥镇党委书记' } })
  })
})

test('the package that was taken in is taken back as a whole', async () => {
  const { desk } = at
  const { page } = desk
  await page.getByRole('tab', { name: '收到', exact: true }).click()
  const last = page.getByRole('row', { name: /第 2 号/ })
  await last.getByRole('button', { name: '撤销' }).click()
  await desk.giveReason('核对有误', '撤销数据包')
  await expect(last).toContainText('已撤销')
  const after = await desk.invoke<{ cadre: { form: { currentPost: string } } }>('cadres.get', { id: required(ids.lin) })
  expect(after).toMatchObject({ value: { cadre: { nation: '汉族', form: { currentPost: '石桥镇人大主席' } } } })
})
