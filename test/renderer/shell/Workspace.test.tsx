import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test } from 'vitest'
import { session as sessionStore } from '../../../src/renderer/session/session.store'
import { diagnosticsOf } from '../../../src/renderer/shell/settings/AboutCard'
import { Workspace } from '../../../src/renderer/shell/Workspace'
import { capabilitiesOf, type Role } from '../../../src/shared/accounts/roles'
import { defaultBackupSettings } from '../../../src/shared/backups/rotation.rules'
import { Session } from '../../../src/shared/session/session'
import { type Answers, installBridge } from '../bridge'

const sessionOf = (role: Role, more: Partial<Session> = {}): Session =>
  Session.parse({
    account: { id: crypto.randomUUID(), login: 'lutingsong', name: '陆听松', department: '干部科', roles: [role] },
    capabilities: capabilitiesOf([role]),
    unit: '云泽区委组织部',
    storeId: crypto.randomUUID(),
    profile: 'secret',
    demo: false,
    idleSeconds: 180,
    watermarkOpacityPercent: 5,
    passwordRules: { passwordLength: 10, passwordKinds: 3 },
    passwordDue: null,
    readOnly: null,
    signedInAt: '2026-11-23T01:42:00.000Z',
    ...more,
  })

const about = {
  version: '0.1.0',
  electron: '45',
  chromium: '156',
  node: '24',
  system: 'Linux',
  log: ['start'],
  notices: false,
}
const base: Answers = {
  'backups.state': () => ({
    lastGoodAt: new Date().toISOString(),
    changed: false,
    second: null,
    running: false,
    failure: null,
    damage: null,
    settings: defaultBackupSettings,
  }),
  'drafts.get': () => null,
  'notices.list': () => [
    { id: '1', level: 'soon', title: '密码快到期', detail: '', route: '/settings' },
    { id: '2', level: 'late', title: '审计没有检查', detail: '', route: null },
  ],
  'shell.about': () => about,
  'shell.openedFiles': () => null,
}
async function open(session: Session, answers: Answers = {}) {
  const bridge = installBridge({ ...base, ...answers })
  render(<Workspace session={session} />)
  if (session.passwordDue === null) await screen.findByRole('heading', { name: '设置' }, { timeout: 10_000 })
  return bridge
}

beforeEach(() => {
  location.hash = '#/settings'
  sessionStore.setState({ store: null, view: 'store', failure: null })
})

describe('the workspace', () => {
  test('says whose data, how secret and who sits here, and offers the role’s pages', async () => {
    await open(sessionOf('auditor'))
    const head = within(document.querySelector('.shell-head') as HTMLElement)
    expect(head.getByText('云泽区委组织部')).toBeTruthy()
    expect(head.getByRole('img', { name: '密级类别 秘密' })).toBeTruthy()
    expect(head.getByRole('button', { name: /陆听松/ })).toBeTruthy()
    const links = within(screen.getByRole('navigation', { name: '页面' })).getAllByRole('link')
    expect(links.map(link => link.textContent)).toEqual(['工作台', '安全策略', '审计', '导出登记', '设置'])
    expect(links.at(-1)?.getAttribute('aria-current')).toBe('page')
    expect(document.title).not.toContain('陆听松')
    expect(document.querySelector('[title*="陆听松"]')).toBeNull()
  })

  test('locks by key, by button and by the menu of the window', async () => {
    const { channels, tell } = await open(sessionOf('officer'))
    await userEvent.keyboard('{Control>}l{/Control}')
    await userEvent.click(screen.getByRole('button', { name: '锁定' }))
    tell({ kind: 'menu', command: 'app.lock' })
    expect(channels().filter(channel => channel === 'shell.lock')).toHaveLength(3)
  })

  test('gives its commands to the menu of the window, without pages that are not offered', async () => {
    const { calls } = await open(sessionOf('officer'))
    const menu = JSON.stringify(calls.find(({ channel }) => channel === 'shell.setMenu')?.input)
    expect(menu).toContain('go.units')
    expect(menu).not.toContain('go.audit')
  })

  test('Ctrl+K finds a page by initials and goes there', async () => {
    location.hash = '#/settings'
    await open(sessionOf('officer'))
    await userEvent.keyboard('{Control>}k{/Control}')
    await userEvent.type(await screen.findByRole('combobox'), '不存在')
    expect(await screen.findByText('没有找到这样的人、页面或命令')).toBeTruthy()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull())
  })

  test('a page that the account is not offered is not there', async () => {
    installBridge(base)
    location.hash = '#/audit'
    render(<Workspace session={sessionOf('officer')} />)
    expect(await screen.findByText('没有这一页')).toBeTruthy()
  })

  test('notices: the overdue first, and the way to where they are dealt with', async () => {
    await open(sessionOf('officer'))
    await userEvent.click(await screen.findByRole('button', { name: '提醒 2' }))
    const drawer = await screen.findByRole('dialog')
    const items = within(drawer).getAllByRole('listitem')
    expect(items.map(item => item.textContent?.slice(0, 2))).toEqual(['逾期', '将到'])
    expect(within(drawer).getAllByRole('button', { name: /去办/ })).toHaveLength(1)
  })
})

describe('banners', () => {
  test('a demo can be left with one click', async () => {
    const { channels } = await open(sessionOf('officer', { demo: true }))
    await userEvent.click(screen.getByRole('button', { name: '离开演示' }))
    expect(channels()).toContain('shell.lock')
  })

  test('data that may be an older copy: an officer is told whom to ask', async () => {
    await open(sessionOf('officer', { readOnly: { missingLines: 12 } }))
    expect(screen.getByText(/请安全保密管理员登录核对/).textContent).toContain('12 行')
    expect(screen.queryByRole('button', { name: '核对后恢复使用' })).toBeNull()
  })

  test('the 安全保密管理员 acknowledges it with a reason', async () => {
    const { calls } = await open(sessionOf('secadmin', { readOnly: { missingLines: 12 } }), {
      'session.acknowledgeRollback': () => sessionOf('secadmin'),
    })
    await userEvent.click(screen.getByRole('button', { name: '核对后恢复使用' }))
    await userEvent.type(await screen.findByLabelText('理由'), '硬盘更换，已与纸质台账核对')
    await userEvent.click(screen.getByRole('button', { name: '以现在的数据为准' }))
    await waitFor(() =>
      expect(sessionStore.getState().store).toMatchObject({ kind: 'open', session: { readOnly: null } }),
    )
    expect(calls.find(({ channel }) => channel === 'session.acknowledgeRollback')?.input).toEqual({
      reason: '硬盘更换，已与纸质台账核对',
    })
  })
})

describe('a password that is due', () => {
  test('stands before everything else and opens the workspace when it is changed', async () => {
    const { calls } = await open(sessionOf('officer', { passwordDue: 'initial' }), {
      'session.changePassword': () => sessionOf('officer'),
    })
    expect(screen.getByRole('heading', { name: '先换成自己的密码' })).toBeTruthy()
    expect(screen.queryByRole('navigation')).toBeNull()
    await userEvent.type(screen.getByLabelText('现在的密码'), 'old')
    await userEvent.type(screen.getByLabelText('新密码'), 'Qiao7Mei#')
    await userEvent.click(screen.getByRole('button', { name: '修改密码' }))
    expect(screen.getByText('密码至少 10 位，现在 9 位')).toBeTruthy()
    await userEvent.type(screen.getByLabelText('新密码'), 'T')
    await userEvent.type(screen.getByLabelText('再输一次'), 'Qiao7Mei#T')
    await userEvent.click(screen.getByRole('button', { name: '修改密码' }))
    await waitFor(() => expect(sessionStore.getState().store?.kind).toBe('open'))
    expect(calls.find(({ channel }) => channel === 'session.changePassword')?.input).toEqual({
      current: 'old',
      next: 'Qiao7Mei#T',
    })
  })
})

test('the diagnostics hold versions and the redacted log, and fit the shell’s limit', () => {
  const text = diagnosticsOf({ ...about, log: Array.from({ length: 400 }, () => 'x'.repeat(80)) })
  expect(text.startsWith('担当 0.1.0\nElectron 45，Chromium 156，Node 24\nLinux')).toBe(true)
  expect(text.length).toBeLessThanOrEqual(20_000)
})
