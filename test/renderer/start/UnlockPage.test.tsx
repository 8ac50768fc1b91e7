import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { session } from '../../../src/renderer/session/session.store'
import { UnlockPage } from '../../../src/renderer/start/UnlockPage'
import { AppError } from '../../../src/shared/result'
import { type Answers, installBridge } from '../bridge'

beforeEach(() => session.setState({ store: null, view: 'store', failure: null }))

function show(answers: Answers) {
  const bridge = installBridge(answers)
  render(<UnlockPage unit="云泽区委组织部" machineKnown />)
  const password = screen.getByLabelText<HTMLInputElement>('密码')
  const type = async (login: string, secret: string) => {
    await userEvent.type(screen.getByLabelText('登录名'), login)
    await userEvent.type(password, `${secret}{Enter}`)
  }
  return { ...bridge, password, type }
}
const signIns = (calls: { channel: string; input: unknown }[]) =>
  calls.filter(({ channel }) => channel === 'session.signIn').map(({ input }) => input)

test('signs in and hands the session on; the login is not kept', async () => {
  const opened = { account: { name: '陆听松' } }
  const { calls, type, password } = show({ 'session.signIn': () => opened })
  await type(' lutingsong ', 'Shan7-He#')
  await waitFor(() => expect(session.getState().store).toEqual({ kind: 'open', session: opened }))
  expect(signIns(calls)).toEqual([{ login: 'lutingsong', password: 'Shan7-He#', acceptClock: false }])
  expect(password.value).toBe('')
  expect(localStorage.length).toBe(0)
})

test('asks for nothing before both fields are filled', async () => {
  const { calls, type } = show({})
  await userEvent.click(screen.getByRole('button', { name: '登录' }))
  expect(screen.getByRole('alert').textContent).toBe('请填写登录名')
  await type('lu', '')
  expect(screen.getByRole('alert').textContent).toBe('请填写密码')
  expect(signIns(calls)).toEqual([])
})

test('a wrong password is said under the form, and only the password is emptied', async () => {
  const { type, password } = show({
    'session.signIn': () => {
      throw new AppError('wrong-password', '登录名或密码不对')
    },
  })
  await type('lu', 'falsch')
  expect((await screen.findByText('登录名或密码不对')).textContent).toBeTruthy()
  expect(password.value).toBe('')
  expect(document.activeElement).toBe(password)
  expect(screen.getByLabelText<HTMLInputElement>('登录名').value).toBe('lu')
})

test('too many tries: the button counts down and lets nothing through', async () => {
  const { calls, type, password } = show({
    'session.signIn': () => {
      throw new AppError('throttled', '输错次数过多', { waitSeconds: 75 })
    },
  })
  await type('lu', 'falsch')
  const button = await screen.findByRole('button', { name: '1 分 15 秒后可再试' })
  expect(button.hasAttribute('disabled')).toBe(true)
  await userEvent.type(password, 'noch{Enter}')
  expect(signIns(calls)).toHaveLength(1)
})

test('a clock set back is shown large; going on keeps what was typed', async () => {
  const { calls, type } = show({
    'session.signIn': ({ acceptClock }: { acceptClock: boolean }) => {
      if (!acceptClock) throw new AppError('clock-set-back', '电脑的时间比上次使用时还早', { lastSeen: 1, now: 0 })
      return { account: { name: '陆' } }
    },
  })
  await type('lu', 'Shan7')
  await userEvent.click(await screen.findByRole('button', { name: '时间无误，继续登录' }))
  await waitFor(() => expect(session.getState().store?.kind).toBe('open'))
  expect(signIns(calls)).toEqual([
    { login: 'lu', password: 'Shan7', acceptClock: false },
    { login: 'lu', password: 'Shan7', acceptClock: true },
  ])
})

test('an unknown computer is led to the recovery code', async () => {
  installBridge()
  render(<UnlockPage unit="云泽区委组织部" machineKnown={false} />)
  await userEvent.click(screen.getByRole('button', { name: '用恢复码打开' }))
  expect(await screen.findByRole('form', { name: '用恢复码重设密码' })).toBeTruthy()
})
