import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { AccountsPage } from '../../../src/renderer/accounts/AccountsPage'
import { accountId, accounts, unitId } from '../home/invented'
import { show } from '../home/show'

const openAccount = async (user: ReturnType<typeof show>['user'], name: string): Promise<HTMLElement> => {
  await user.click(await screen.findByRole('button', { name }))
  return screen.findByRole('complementary', { name })
}
const giveReason = async (user: ReturnType<typeof show>['user'], reason: string, confirm: string): Promise<void> => {
  const dialog = await screen.findByRole('dialog')
  await user.type(within(dialog).getByLabelText('理由'), reason)
  await user.click(within(dialog).getByRole('button', { name: confirm }))
}

test('the list stays while a row opens beside it, and arrows walk through the names', async () => {
  const { user } = show(<AccountsPage />, 1)
  const aside = await openAccount(user, '周启明')
  expect(within(aside).getByText('组织干事、谈话人')).toBeTruthy()
  expect(screen.getAllByRole('row')).toHaveLength(accounts.length + 1)
  screen.getByRole('button', { name: '周启明' }).focus()
  await user.keyboard('{ArrowDown}{Enter}')
  const next = await screen.findByRole('complementary', { name: '王若谷' })
  within(next).getByRole('button', { name: '关闭' }).focus()
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('complementary')).toBeNull()
})

test('what a rule refuses is grey and says why in the rule’s words', async () => {
  const { user, called } = show(<AccountsPage />, 1)
  const locked = within(await openAccount(user, '王若谷'))
  const reset = locked.getByRole('button', { name: '申请重置密码' })
  expect(reset.getAttribute('aria-description')).toBe('这个账户已有一项申请等待审批')
  await user.click(reset)
  expect(screen.queryByRole('dialog')).toBeNull()
  const own = within(await openAccount(user, '陆听松'))
  expect(own.getByRole('button', { name: '停用' }).getAttribute('aria-description')).toBe('不能停用自己的账户')
  const last = within(await openAccount(user, '姜怀瑾'))
  expect(last.getByRole('button', { name: '申请注销' }).getAttribute('aria-description')).toContain(
    '最后一个可用的安全审计员',
  )
  expect(called('accounts.propose')).toEqual([])
})

test('disabling happens at once and with a reason', async () => {
  const { user, called } = show(<AccountsPage />, 1)
  const aside = within(await openAccount(user, '孙晚晴'))
  await user.click(aside.getByRole('button', { name: '停用' }))
  expect(screen.getByRole('dialog').textContent).toContain('立即生效，该账户不能再登录')
  await giveReason(user, '长期外出', '停用')
  expect(called('accounts.disable')).toEqual([{ id: accountId(7), reason: '长期外出' }])
  expect(await aside.findByText('停用', { selector: '.dd-mark' })).toBeTruthy()
  expect(aside.getByRole('button', { name: '申请恢复使用' })).toBeTruthy()
})

test('the phone is covered until a reason is given', async () => {
  const { user, called, container } = show(<AccountsPage />, 1)
  const aside = within(await openAccount(user, '孙晚晴'))
  expect(container.textContent).not.toContain('138 0000 0000')
  await user.click(aside.getByRole('button', { name: '显示电话' }))
  await giveReason(user, '核实本人', '查看')
  expect(await aside.findByText('138 0000 0000')).toBeTruthy()
  expect(called('accounts.revealPhone')).toEqual([{ id: accountId(7), reason: '核实本人' }])
  const none = within(await openAccount(user, '欧阳清越明远'))
  expect(none.getByText('未登记')).toBeTruthy()
})

test('giving up the reason leaves the phone covered and the button ready again', async () => {
  const { user, called } = show(<AccountsPage />, 1)
  const aside = within(await openAccount(user, '孙晚晴'))
  await user.click(aside.getByRole('button', { name: '显示电话' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '取消' }))
  await waitFor(() => expect(aside.getByRole('button', { name: '显示电话' }).getAttribute('aria-busy')).toBeNull())
  expect(called('accounts.revealPhone')).toEqual([])
})

test('opening: the form says what is missing, keeps its draft and asks for what was filled in', async () => {
  const { user, called, core } = show(<AccountsPage />, 1)
  await user.click(await screen.findByRole('button', { name: '申请开立账户' }))
  const aside = within(await screen.findByRole('complementary', { name: '申请开立账户' }))
  await user.click(await aside.findByRole('button', { name: '提交申请' }))
  expect(aside.getByText('还有 4 处没有填好')).toBeTruthy()
  expect(document.activeElement).toBe(aside.getByLabelText('姓名'))

  await user.type(aside.getByLabelText('姓名'), '梁柏舟二')
  await user.type(aside.getByLabelText('持有人'), '工号0032')
  await user.type(aside.getByLabelText('登录名'), 'liang2')
  await user.click(aside.getByRole('checkbox', { name: '石桥镇' }))
  await user.click(aside.getByRole('checkbox', { name: '镇街' }))
  expect(aside.getByRole('checkbox', { name: '石桥镇' })).toMatchObject({ checked: true, disabled: true })
  await waitFor(() => expect(core.state.drafts.get('accounts.propose')?.body).toContain('liang2'), { timeout: 3000 })

  await user.click(aside.getByRole('button', { name: '提交申请' }))
  await giveReason(user, '新到岗', '提交申请')
  await waitFor(() => expect(called('accounts.propose')).toHaveLength(1))
  expect(called('accounts.propose')[0]).toMatchObject({
    reason: '新到岗',
    change: {
      kind: 'open',
      account: { login: 'liang2', roles: ['officer'], scope: [unitId(1)], department: '', phone: '' },
    },
  })
  await waitFor(() => expect(core.state.drafts.size).toBe(0))
})

test('opening: a login that is taken is refused before it is asked for, and a forbidden mix cannot be chosen', async () => {
  const body = JSON.stringify({ login: 'LUTINGSONG', name: '甲', holder: '乙', whole: true })
  const drafts = new Map([['accounts.propose', { body, savedAt: new Date().toISOString() }]])
  const { user } = show(<AccountsPage />, 1, { drafts })
  await user.click(await screen.findByRole('button', { name: '申请开立账户' }))
  const aside = within(await screen.findByRole('complementary', { name: '申请开立账户' }))
  expect(await aside.findByText('接着上次没有提交的内容')).toBeTruthy()
  expect(aside.getByText('这个登录名已被占用')).toBeTruthy()
  await user.click(aside.getByRole('radio', { name: '安全审计员' }))
  expect(aside.queryByRole('checkbox')).toBeNull()
  expect(aside.queryByText('查看范围')).toBeNull()
})

test('an adjustment shows the old beside the new and is grey until something differs', async () => {
  const { user } = show(<AccountsPage />, 1)
  const aside = within(await openAccount(user, '孙晚晴'))
  await user.click(aside.getByRole('button', { name: '申请调整' }))
  const form = within(await screen.findByRole('complementary', { name: '申请调整：孙晚晴' }))
  const submit = form.getByRole('button', { name: '提交申请' })
  expect(submit.getAttribute('aria-description')).toBe('角色和范围都没有改动')
  await user.click(form.getByRole('checkbox', { name: /组织干事/ }))
  expect(submit.getAttribute('aria-description')).toBeNull()
})

test('accepting shows the one-time password once, never on the clipboard, and then it is gone', async () => {
  const { user, called, core } = show(<AccountsPage />, 2)
  await user.click(await screen.findByRole('tab', { name: '申请\u3000待审批 2' }))
  await user.click(screen.getByRole('button', { name: '梁柏舟' }))
  const aside = within(await screen.findByRole('complementary', { name: '开立账户：梁柏舟' }))
  expect(aside.getByText('区直部门、企事业单位')).toBeTruthy()
  await user.click(aside.getByRole('button', { name: '同意' }))
  await giveReason(user, '核对无误', '同意')
  await screen.findByText('Kw7-mpXe-43Rt', { selector: 'dd' })
  await user.keyboard('{Escape}')
  expect(screen.getByRole('dialog').textContent).toContain('只显示这一次')
  await user.click(screen.getByRole('button', { name: '打印交接单' }))
  await waitFor(() => expect(called('shell.print')).toHaveLength(1))
  await user.click(screen.getByRole('button', { name: '已经记下，关闭' }))
  await waitFor(() => expect(document.body.textContent).not.toContain('Kw7-mpXe-43Rt'))
  expect(core.calls.map(({ channel }) => channel)).not.toContain('shell.copyText')
  expect(await aside.findByText('已同意')).toBeTruthy()
})

test('who proposed cannot decide, and a proposer may withdraw', async () => {
  const { user, called } = show(<AccountsPage />, 1)
  await user.click(await screen.findByRole('tab', { name: '申请\u3000待审批 2' }))
  await user.click(screen.getByRole('button', { name: '梁柏舟' }))
  const aside = within(await screen.findByRole('complementary', { name: '开立账户：梁柏舟' }))
  expect(aside.queryByRole('button', { name: '同意' })).toBeNull()
  await user.click(aside.getByRole('button', { name: '撤回申请' }))
  await user.click(await screen.findByRole('button', { name: '撤回' }))
  await waitFor(() => expect(called('accounts.withdraw')).toHaveLength(1))
})

test('the 安全保密管理员 unlocks, and only what is locked', async () => {
  const { user, called } = show(<AccountsPage />, 2)
  expect(screen.queryByRole('button', { name: '申请开立账户' })).toBeNull()
  const fine = within(await openAccount(user, '周启明'))
  expect(fine.getByRole('button', { name: '解除锁定' }).getAttribute('aria-description')).toBe('账户没有锁定')
  const locked = within(await openAccount(user, '王若谷'))
  await user.click(locked.getByRole('button', { name: '解除锁定' }))
  await giveReason(user, '本人输错', '解除锁定')
  await waitFor(() => expect(called('accounts.unlock')).toEqual([{ id: accountId(5), reason: '本人输错' }]))
  expect(await locked.findByText('在用')).toBeTruthy()
})

test('conditions that nothing meets can be cleared', async () => {
  const { user } = show(<AccountsPage />, 1)
  await user.type(await screen.findByLabelText('按姓名、登录名、部门查找'), '没有这个人')
  await user.click(await screen.findByRole('button', { name: '清除条件' }))
  expect(screen.getAllByRole('row')).toHaveLength(accounts.length + 1)
})

test('names stand in no title and in no document title', async () => {
  const { user, container } = show(<AccountsPage />, 1)
  await openAccount(user, '欧阳清越明远')
  const titles = [...container.querySelectorAll('[title]')].map(element => element.getAttribute('title') ?? '')
  expect(titles.filter(title => accounts.some(({ name }) => title.includes(name)))).toEqual([])
  expect(document.title).toBe('')
})
