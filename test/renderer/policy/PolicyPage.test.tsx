import { fireEvent, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { PolicyPage } from '../../../src/renderer/policy/PolicyPage'
import {
  againstDefault,
  boundsOf,
  boundWords,
  changesBetween,
  valueWords,
} from '../../../src/renderer/policy/policy.words'
import { defaultPolicy, policyFigures, policySwitches, profiles } from '../../../src/shared/policy/policy.rules'
import { policy } from '../home/invented'
import { show } from '../home/show'

test('figures in words', () => {
  expect(valueWords('passwordLength', 12)).toBe('12 位')
  expect(valueWords('idleSeconds', 300)).toBe('300 秒（5 分钟）')
  expect(valueWords('idleSeconds', 45)).toBe('45 秒')
  expect(boundWords('passwordLength', 8)).toBe('不少于 8 位')
  expect(boundWords('passwordCycleDays', 30)).toBe('不超过 30 天')
  expect(boundsOf('maxTries')).toEqual({ min: 3, max: 5 })
})

test('against the default of the profile', () => {
  expect(againstDefault(policy, 'passwordLength')).toBe('stricter')
  expect(againstDefault(policy, 'idleSeconds')).toBe('looser')
  expect(againstDefault(policy, 'maxTries')).toBe('same')
  const changed = changesBetween(policy, { ...policy, idleSeconds: 180 })
  expect(changed.map(({ words }) => words)).toEqual(['无操作自动锁定：300 秒（5 分钟） 改为 180 秒（3 分钟）'])
  expect(changesBetween(policy, policy)).toEqual([])
})

test('every default of every profile lies within the bounds of the model', () => {
  for (const profile of ['internal', 'secret', 'confidential'] as const)
    for (const name of policyFigures) {
      const { min, max } = boundsOf(name)
      const value = defaultPolicy(profile)[name]
      expect(value).toBeGreaterThanOrEqual(min)
      expect(value).toBeLessThanOrEqual(max)
    }
})

const row = async (title: string) => within(await screen.findByRole('row', { name: new RegExp(title) }))
const type = (field: HTMLElement, value: string): void => {
  fireEvent.change(field, { target: { value } })
  fireEvent.blur(field)
}

test('others read: every figure with its default, its bound and how sure the source is', async () => {
  show(<PolicyPage />, 1)
  const cycle = await row('密码更换周期')
  expect(cycle.getAllByRole('cell').map(({ textContent }) => textContent)).toEqual([
    '30天同默认',
    '30 天',
    '不超过 30 天',
    expect.stringContaining('参考，以文件为准'),
  ])
  expect(screen.queryByRole('spinbutton')).toBeNull()
  expect(screen.getByText('由安全保密管理员调整。')).toBeTruthy()
  expect(screen.getAllByRole('row')).toHaveLength(policyFigures.length + policySwitches.length + 1)
})

test('a figure that is too loose says so at once and cannot be saved', async () => {
  const { user, called } = show(<PolicyPage />, 2)
  const cycle = await row('密码更换周期')
  type(cycle.getByRole('spinbutton'), '45')
  expect(await cycle.findByText(/密码更换周期不能宽于“秘密”类别的底线：不超过 30 天/)).toBeTruthy()
  const save = screen.getByRole('button', { name: '保存改动' })
  expect(save.getAttribute('aria-description')).toContain('不超过 30 天')
  await user.click(save)
  expect(screen.queryByRole('dialog')).toBeNull()
  await user.click(screen.getByRole('button', { name: '放弃改动' }))
  expect(cycle.queryByText(/底线/)).toBeNull()
  expect(called('policy.change')).toEqual([])
})

test('a stricter figure is saved with a reason after saying what will change', async () => {
  const { user, called } = show(<PolicyPage />, 2)
  const idle = await row('无操作自动锁定')
  type(idle.getByRole('spinbutton'), '180')
  expect(await idle.findByText('原为 300 秒（5 分钟）')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '保存改动' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText('无操作自动锁定：300 秒（5 分钟） 改为 180 秒（3 分钟）')).toBeTruthy()
  await user.type(dialog.getByLabelText('理由'), '按单位屏保规定')
  await user.click(dialog.getByRole('button', { name: '保存改动' }))
  expect(called('policy.change')).toEqual([{ policy: { ...policy, idleSeconds: 180 }, reason: '按单位屏保规定' }])
  const after = await row('无操作自动锁定')
  expect(await after.findByText('同默认')).toBeTruthy()
  expect(profiles.secret.idleSeconds.value).toBe(180)
})

test('recording talks is off until it is allowed with a reason', async () => {
  const { user, called } = show(<PolicyPage />, 2)
  const sound = await row('允许谈话录音')
  expect(sound.getByText('同默认')).toBeTruthy()
  await user.click(sound.getByRole('checkbox'))
  expect(sound.getByText('宽于默认')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '保存改动' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText('允许谈话录音：不允许 改为 允许')).toBeTruthy()
  await user.type(dialog.getByLabelText('理由'), '经部务会研究')
  await user.click(dialog.getByRole('button', { name: '保存改动' }))
  expect(called('policy.change')).toEqual([{ policy: { ...policy, soundRecording: true }, reason: '经部务会研究' }])
})
