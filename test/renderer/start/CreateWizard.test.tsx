import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { session } from '../../../src/renderer/session/session.store'
import { CreateWizard } from '../../../src/renderer/start/CreateWizard'
import { AppError } from '../../../src/shared/result'
import { type Answers, installBridge } from '../bridge'

const CODE = 'A1B2-C3D4-E5F6-G7H8-J9K0-M1N2-P3Q4-R5S6-T7V8-W9X0'
const place = { id: 'n', label: '新数据库', place: '/home/x/担当数据', lastUsedAt: null, demo: false }
const base: Answers = {
  'shell.newStore': () => place,
  'shell.print': () => ({ printed: true }),
  'session.state': () => ({ kind: 'empty' }),
  'session.create': () => ({ recoveryCode: CODE }),
}
const next = () => userEvent.click(screen.getByRole('button', { name: '下一步' }))
const put = async (label: string, text: string) => {
  const field = screen.getByLabelText(label)
  await userEvent.clear(field)
  await userEvent.click(field)
  await userEvent.paste(text)
}
async function account(name: string, login: string, password = 'Qiao7Mei#Tu5w') {
  await put('姓名', name)
  await put('登录名', login)
  await put('密码', password)
  await put('再输一次', password)
  await next()
}
async function upToPlace(answers: Answers = base) {
  const bridge = installBridge(answers)
  render(<CreateWizard />)
  await put('单位全称', '云泽区委组织部')
  await next()
  await account('方汀兰', 'guanli')
  await account('姜怀瑾', 'baomi')
  await account('沈青禾', 'shenji')
  await account('陆听松', 'lutingsong')
  return bridge
}
const heading = () => screen.getByRole('heading', { level: 1 }).textContent

beforeEach(() => session.setState({ store: { kind: 'empty' }, bound: place, view: 'store', failure: null }))

test('from the unit to the sealed code', async () => {
  const { calls, channels } = await upToPlace()
  expect(heading()).toBe('存放位置')
  expect(screen.getByText('/home/x/担当数据')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '建立数据库' }))
  await waitFor(() => expect(heading()).toBe('恢复码'))
  const created = calls.find(({ channel }) => channel === 'session.create')?.input
  expect(created).toMatchObject({ unit: '云泽区委组织部', profile: 'internal' })

  await userEvent.click(screen.getByRole('button', { name: '打印' }))
  expect(channels()).toContain('shell.print')
  const asked = screen.getAllByLabelText(/^第 \d+ 组$/)
  const done = screen.getByRole('button', { name: '核对，去登录' })
  await userEvent.click(done)
  expect(screen.getAllByText(/不一样，请对照再输/)).toHaveLength(2)
  expect(session.getState().view).toBe('creating')

  const groups = CODE.split('-')
  for (const field of asked) {
    const number = Number(/\d+/.exec((field as HTMLInputElement).labels?.[0]?.textContent ?? '')?.[0])
    await userEvent.type(field, (groups[number - 1] ?? '').toLowerCase())
  }
  await userEvent.click(done)
  expect(session.getState().view).toBe('store')
})

test('a step that is not filled says what is missing and stays', async () => {
  installBridge(base)
  render(<CreateWizard />)
  await next()
  expect(screen.getByText('请填写单位全称')).toBeTruthy()
  await put('单位全称', '云泽区委组织部')
  await next()
  await account('', 'guanli')
  expect(screen.getByText('请填写姓名')).toBeTruthy()
  await put('姓名', '方汀兰')
  await put('再输一次', 'anders')
  await next()
  expect(screen.getByText('两次输入的密码不一样')).toBeTruthy()
  expect(heading()).toBe('系统管理员')
})

test('going back keeps what was filled, the password too, without showing it', async () => {
  await upToPlace()
  for (let i = 0; i < 4; i++) await userEvent.click(screen.getByRole('button', { name: '上一步' }))
  expect(heading()).toBe('系统管理员')
  expect(screen.getByLabelText<HTMLInputElement>('姓名').value).toBe('方汀兰')
  expect(screen.getByText('密码已输入')).toBeTruthy()
  expect(document.body.innerHTML).not.toContain('Qiao7Mei')
  await userEvent.click(screen.getByRole('button', { name: '重新输入' }))
  expect(document.activeElement).toBe(screen.getByLabelText('密码'))
})

test('a change on the way back that breaks the rule is caught before anything is made', async () => {
  const { channels } = await upToPlace()
  for (let i = 0; i < 4; i++) await userEvent.click(screen.getByRole('button', { name: '上一步' }))
  await put('姓名', '沈青禾')
  for (let i = 0; i < 3; i++) await next()
  expect(heading()).toBe('安全审计员')
  expect(screen.getByText(/管理员和安全审计员必须由不同的人担任/)).toBeTruthy()
  expect(channels()).not.toContain('session.create')
})

test('a folder that holds a store already is refused, and the wizard stays', async () => {
  await upToPlace({
    ...base,
    'session.state': () => ({ kind: 'locked', unit: '旧单位', storeId: crypto.randomUUID(), machineKnown: true }),
  })
  await userEvent.click(screen.getByRole('button', { name: '换一个文件夹' }))
  expect((await screen.findByRole('alert')).textContent).toBe('这个文件夹里已经有数据库，请换一个空的文件夹')
  expect(session.getState().view).toBe('creating')
  expect(screen.getByRole('button', { name: '建立数据库' }).getAttribute('aria-disabled')).toBe('true')
})

test('a store that could not be made loses nothing of what was filled', async () => {
  await upToPlace({
    ...base,
    'session.create': () => {
      throw new AppError('disk-full', '磁盘空间不足：还需要腾出约 300 MB')
    },
  })
  await userEvent.click(screen.getByRole('button', { name: '建立数据库' }))
  expect((await screen.findByRole('alert')).textContent).toContain('还需要腾出约 300 MB')
  await userEvent.click(screen.getByRole('button', { name: '上一步' }))
  expect(screen.getByLabelText<HTMLInputElement>('姓名').value).toBe('陆听松')
})
