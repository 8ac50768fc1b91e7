import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { session } from '../../../src/renderer/session/session.store'
import { TroubleScreen } from '../../../src/renderer/start/TroubleScreen'
import { isTrouble, troubleOf } from '../../../src/renderer/start/troubles'
import { AppError, type ErrorCode } from '../../../src/shared/result'
import { installBridge } from '../bridge'

const trouble = (code: ErrorCode, details?: unknown) => ({ kind: 'trouble', code, message: '文件校验不符', details })

beforeEach(() => session.setState({ store: null, view: 'store', failure: null }))

test.each<[ErrorCode, string, string, unknown?]>([
  ['store-damaged', '数据库的文件有损坏', '从备份恢复'],
  ['store-missing', '原来的位置上找不到数据库', '接好后再找一次'],
  ['store-read-only', '数据库所在的文件夹不能写', '解除写保护后再试'],
  ['disk-full', '磁盘满了', '腾出空间后再试'],
  ['store-in-use', '数据库正在别处使用', '那边退出后再试'],
  ['store-too-new', '数据库比这里的担当更新', '退出，去安装新版', { storeVersion: 5, knownVersion: 3 }],
  ['machine-unknown', '这台计算机还没有登记', '用恢复码打开'],
  ['clock-set-back', '计算机的时间比上次使用时还早', '时间无误，继续登录'],
  ['self-test-failed', '启动自检没有通过', '退出'],
  ['internal', '数据库没有打开', '再试一次'],
  ['cancelled', '数据库没有打开', '再试一次'],
])('%s has its own title, one primary step and the way to another store', async (code, title, step, details) => {
  installBridge()
  render(<TroubleScreen trouble={trouble(code, details)} />)
  expect(screen.getByRole('heading').textContent).toBe(title)
  expect(screen.getByRole('alert').textContent).toMatch(/数据没有改动|原样留着|没有删除|没有改动/)
  const [first, ...others] = screen.getAllByRole('button')
  const second = others.at(-1)
  expect(first?.textContent).toBe(step)
  expect(first?.className).toContain('primary')
  expect(document.querySelectorAll('.dd-button-primary')).toHaveLength(1)
  expect(second?.textContent).toBe('换一个数据库')
  await userEvent.click(second as HTMLElement)
  expect(session.getState().view).toBe('choosing')
})

test('numbers of a trouble are said', () => {
  expect(troubleOf(trouble('store-too-new', { storeVersion: 5, knownVersion: 3 })).what).toContain('第 5 版')
  expect(troubleOf(trouble('disk-full', { neededBytes: 300 * 1_048_576, freeBytes: 100 * 1_048_576 })).what).toContain(
    '200 MB',
  )
  const clock = troubleOf(trouble('clock-set-back', { lastSeen: new Date(2026, 10, 23, 9, 5).getTime(), now: 0 }))
  expect(clock.what).toContain('2026年11月23日 09:05')
})

test('trying again asks the core anew', async () => {
  const state = { kind: 'locked', unit: '区委组织部', storeId: crypto.randomUUID(), machineKnown: true }
  installBridge({ 'session.state': () => state })
  render(<TroubleScreen trouble={trouble('store-in-use')} />)
  await userEvent.click(screen.getByRole('button', { name: '那边退出后再试' }))
  await waitFor(() => expect(session.getState().store).toEqual(state))
})

test('a store that is too new is left alone: the step is to quit', async () => {
  const { channels } = installBridge()
  render(<TroubleScreen trouble={trouble('store-too-new')} />)
  await userEvent.click(screen.getByRole('button', { name: '退出，去安装新版' }))
  expect(channels()).toEqual(['shell.quit'])
})

test('a caller may take a step its own way', async () => {
  const accept = vi.fn()
  const { channels } = installBridge()
  render(<TroubleScreen trouble={trouble('clock-set-back')} steps={{ 'accept-clock': accept }} />)
  await userEvent.click(screen.getByRole('button', { name: '时间无误，继续登录' }))
  expect(accept).toHaveBeenCalledOnce()
  expect(channels()).toEqual([])
})

test('what belongs under the form does not fill the screen', () => {
  for (const code of ['wrong-password', 'throttled', 'refused', 'internal'] as const)
    expect(isTrouble(new AppError(code, ''))).toBe(false)
  for (const code of ['store-damaged', 'clock-set-back', 'machine-unknown'] as const)
    expect(isTrouble(new AppError(code, ''))).toBe(true)
})
