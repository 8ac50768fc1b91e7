import { screen, waitFor, within } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { AccountsPage } from '../../../src/renderer/accounts/AccountsPage'
import { useAccountsStore } from '../../../src/renderer/accounts/accounts.store'
import { AuditPage } from '../../../src/renderer/audit/AuditPage'
import { useAuditStore } from '../../../src/renderer/audit/audit.store'
import { PolicyPage } from '../../../src/renderer/policy/PolicyPage'
import { UnitsPage } from '../../../src/renderer/units/UnitsPage'
import { useUnitsStore } from '../../../src/renderer/units/units.store'
import type { Role } from '../../../src/shared/accounts/roles'
import { type Core, freshStore, type Place, signedIn, signInAs } from '../../helpers/harness'
import { showOver } from './show'

let core: Core | undefined
beforeEach(() => {
  useAccountsStore.setState(useAccountsStore.getInitialState())
  useAuditStore.setState(useAuditStore.getInitialState())
  useUnitsStore.setState(useUnitsStore.getInitialState())
})
afterEach(() => core?.close())

/** Signs a first account in on the store, which ends who sat there before, and shows it a page. */
async function sitDown(place: Place, role: Role, page: ReactNode) {
  core?.close()
  core = await signedIn(role, place)
  const state = await core.api.session.state({})
  if (state.kind !== 'open') throw new Error('not signed in')
  return showOver(core.bridge, state.session, page)
}
type Shown = Awaited<ReturnType<typeof sitDown>>

async function giveReason({ user }: Shown, reason: string, confirm: string): Promise<void> {
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByLabelText('理由'), reason)
  await user.click(dialog.getByRole('button', { name: confirm }))
}

test('an account: units, proposal, decision, password, and the whole of it in the log', async () => {
  const { place } = await freshStore()

  const officer = await sitDown(place, 'officer', <UnitsPage />)
  await officer.user.click(await screen.findByRole('button', { name: /三类/ }))
  expect(await screen.findByRole('treeitem', { name: '企事业单位' })).toBeTruthy()
  officer.unmount()

  const sysadmin = await sitDown(place, 'sysadmin', <AccountsPage />)
  await sysadmin.user.click(await screen.findByRole('button', { name: '申请开立账户' }))
  const form = within(await screen.findByRole('complementary', { name: '申请开立账户' }))
  await sysadmin.user.type(await form.findByLabelText('姓名'), '梁柏舟')
  await sysadmin.user.type(form.getByLabelText('持有人'), 'A31')
  await sysadmin.user.type(form.getByLabelText('登录名'), 'liangbozhou')
  await sysadmin.user.click(form.getByRole('radio', { name: '全部单位' }))
  await sysadmin.user.click(form.getByRole('button', { name: '提交申请' }))
  await giveReason(sysadmin, '新调入', '提交申请')
  expect(await screen.findByRole('tab', { name: '申请\u3000待审批 1' })).toBeTruthy()
  sysadmin.unmount()

  useAccountsStore.setState(useAccountsStore.getInitialState())
  const secadmin = await sitDown(place, 'secadmin', <AccountsPage />)
  await secadmin.user.click(await screen.findByRole('tab', { name: '申请\u3000待审批 1' }))
  await secadmin.user.click(screen.getByRole('button', { name: '梁柏舟' }))
  const proposal = within(await screen.findByRole('complementary', { name: '开立账户：梁柏舟' }))
  expect(proposal.getByText('全部单位')).toBeTruthy()
  await secadmin.user.click(proposal.getByRole('button', { name: '同意' }))
  await giveReason(secadmin, '核对无误', '同意')
  const password = (await screen.findByText('一次性密码', { selector: 'dt' })).nextElementSibling?.textContent ?? ''
  expect(password.length).toBeGreaterThan(7)
  secadmin.unmount()

  core?.close()
  core = await signInAs(place, 'liangbozhou', password)
  expect(await core.api.session.state({})).toMatchObject({ session: { passwordDue: 'initial' } })

  const auditor = await sitDown(place, 'auditor', <AuditPage />)
  const log = within(await screen.findByRole('grid', { name: '审计日志' }))
  expect(log.getByText('审批账户申请')).toBeTruthy()
  expect(log.getByText('新调入')).toBeTruthy()
  expect(document.body.textContent).not.toContain(password)
  await auditor.user.click(screen.getByRole('button', { name: '校验' }))
  expect(await screen.findByText('日志完整')).toBeTruthy()
})

test('a review moves the day on which the next one is due', async () => {
  const { place } = await freshStore()
  const { user } = await sitDown(place, 'auditor', <AuditPage />)
  expect(await screen.findByText('还没有检查过')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '记录检查' }))
  await user.type(await screen.findByLabelText('检查情况'), '看了全部，未见异常')
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '记录检查' }))
  await waitFor(() => expect(screen.queryByText('还没有检查过')).toBeNull())
  expect(screen.getByText(/应于 2030\.01\.09 前检查/)).toBeTruthy()
})

test('a seal is set on the real log and stands in the records', async () => {
  const { place } = await freshStore()
  const { user } = await sitDown(place, 'auditor', <AuditPage />)
  await user.click(await screen.findByRole('button', { name: '封存' }))
  await user.type(await screen.findByLabelText('备注（可以不填）'), '首次{Enter}')
  const dialog = within(await screen.findByRole('dialog', { name: /^已封存至第 \d+ 行$/ }))
  await user.click(dialog.getByText('关闭'))
  await user.click(screen.getByRole('button', { name: '封存记录' }))
  const records = within(await screen.findByRole('complementary', { name: '封存记录' }))
  expect(await records.findByText(/首次/)).toBeTruthy()
})

test('a stricter policy is taken by the core and shown anew', async () => {
  const { place } = await freshStore()
  const { user } = await sitDown(place, 'secadmin', <PolicyPage />)
  const length = within(await screen.findByRole('row', { name: /密码最短长度/ }))
  const field = length.getByRole('spinbutton')
  await user.clear(field)
  await user.type(field, '14')
  await user.tab()
  await user.click(screen.getByRole('button', { name: '保存改动' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByLabelText('理由'), '收紧')
  await user.click(dialog.getByRole('button', { name: '保存改动' }))
  await waitFor(() =>
    expect(screen.getByRole('button', { name: '保存改动' }).getAttribute('aria-description')).toBe('还没有改动'),
  )
  expect(await core?.api.policy.get({})).toMatchObject({ passwordLength: 14 })
})
