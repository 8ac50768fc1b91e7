import { screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { itPolicy } from '../../../src/renderer/api/it-policy'
import { PolicyPage } from '../../../src/renderer/policy/PolicyPage'
import { ItPolicyCard } from '../../../src/renderer/shell/settings/ItPolicyCard'
import { LookCard } from '../../../src/renderer/shell/settings/LookCard'
import { ItPolicyTrouble } from '../../../src/renderer/start/ItPolicyTrouble'
import type { ItPolicyFile } from '../../../src/shared/it-policy/it-policy'
import { show } from '../home/show'

const before = itPolicy.getState()
afterEach(() => itPolicy.setState(before, true))

const settle = (inForce: ItPolicyFile): void =>
  itPolicy.setState({ state: 'in-force', place: '/etc/dandang/policy.json', inForce })

test('a figure that IT has bounded says so, and a looser one cannot be saved', async () => {
  settle({ idleSeconds: 120, recordingAllowed: false })
  show(<PolicyPage />, 2)
  const idle = within(await screen.findByRole('row', { name: /无操作自动锁定/ }))
  expect(idle.getByText('由单位信息部门统一设置：不超过 120 秒')).toBeTruthy()
  expect(screen.getByRole('checkbox', { name: '允许谈话录音' })).toHaveProperty('disabled', true)
})

test('look and zoom that IT has settled are locked, and the card names what is', () => {
  settle({ theme: 'light', zoomPercent: 100, exportAllowed: false })
  show(
    <>
      <LookCard />
      <ItPolicyCard />
    </>,
    2,
  )
  expect(screen.getByRole('radio', { name: '深色' })).toHaveProperty('disabled', true)
  expect(screen.getByRole('button', { name: '放大' }).getAttribute('aria-description')).toBe('由单位信息部门统一设置')
  expect(screen.getByText('存成文件').nextElementSibling?.textContent).toBe('不允许')
})

test('a refused file is told with what is wrong and who mends it', () => {
  itPolicy.setState({
    state: 'refused',
    place: '/etc/dandang/policy.json',
    problems: ['第 3 行附近不对'],
    notes: ['请信息部门改正'],
  })
  show(<ItPolicyTrouble />, 2)
  const words = screen.getByRole('alert').textContent
  for (const part of ['/etc/dandang/policy.json', '第 3 行附近不对', '请信息部门改正']) expect(words).toContain(part)
})

test('where there is no file, nothing is said', () => {
  show(
    <>
      <ItPolicyCard />
      <ItPolicyTrouble />
    </>,
    2,
  )
  expect(screen.queryByText(/统一/)).toBeNull()
})
