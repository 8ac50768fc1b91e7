import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test } from 'vitest'
import { session } from '../../../src/renderer/session/session.store'
import { dayOf, StartPage } from '../../../src/renderer/start/StartPage'
import { AppError } from '../../../src/shared/result'
import { installBridge } from '../bridge'

const stores = [
  { id: 'a', label: '云泽区委组织部', place: '/home/x/担当数据', lastUsedAt: '2026-11-22T01:00:00.000Z', demo: false },
  { id: 'b', label: '石桥镇', place: '/home/x/旧', lastUsedAt: null, demo: false },
]
const locked = { kind: 'locked', unit: '石桥镇', storeId: crypto.randomUUID(), machineKnown: true }

beforeEach(() => session.setState({ start: null, stores, store: null, view: 'choosing', bound: null, failure: null }))

describe('StartPage', () => {
  test('opens a known store and asks the core about it', async () => {
    const { calls } = installBridge({ 'session.state': () => locked })
    render(<StartPage />)
    await userEvent.click(screen.getByRole('button', { name: /^石桥镇/ }))
    expect(calls).toEqual([
      { channel: 'shell.openStore', input: { id: 'b' } },
      { channel: 'session.state', input: {} },
    ])
    await waitFor(() => expect(session.getState().view).toBe('store'))
    expect(session.getState().store).toEqual(locked)
  })

  test('choosing another and giving up changes nothing', async () => {
    const { channels } = installBridge({ 'shell.chooseStore': () => null })
    render(<StartPage />)
    await userEvent.click(screen.getByRole('button', { name: '打开其他数据库' }))
    expect(channels()).toContain('shell.chooseStore')
    expect(session.getState().view).toBe('choosing')
  })

  test('a folder without a store is said in the shell’s words', async () => {
    installBridge({
      'shell.chooseStore': () => {
        throw new AppError('store-missing', '“旧”里没有担当的数据库')
      },
    })
    render(<StartPage />)
    await userEvent.click(screen.getByRole('button', { name: '打开其他数据库' }))
    expect((await screen.findByRole('alert')).textContent).toContain('“旧”里没有担当的数据库')
  })

  test('taking a store off the list deletes nothing else', async () => {
    const { calls } = installBridge()
    render(<StartPage />)
    await userEvent.click(screen.getByRole('button', { name: '从列表移除 石桥镇，文件不会删除' }))
    expect(calls).toEqual([{ channel: 'shell.forgetStore', input: { id: 'b' } }])
    expect(screen.queryByText('石桥镇')).toBeNull()
    expect(screen.getByText('云泽区委组织部')).toBeTruthy()
  })

  test('a computer without any store is told what to do first', async () => {
    session.setState({ stores: [] })
    const { channels } = installBridge({ 'session.state': () => ({ kind: 'empty' }) })
    render(<StartPage />)
    expect(screen.getByRole('heading').textContent).toBe('先建立或打开一个数据库')
    await userEvent.click(screen.getByRole('button', { name: '建立数据库' }))
    expect(channels()).toEqual(['shell.newStore', 'session.state'])
  })
})

test('a day is written as the officer writes it', () => {
  const now = new Date(2026, 10, 23)
  expect(dayOf(new Date(2026, 10, 3, 12).toISOString(), now)).toBe('11月3日')
  expect(dayOf(new Date(2025, 1, 3, 12).toISOString(), now)).toBe('2025年2月3日')
})
