import { screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { itPolicy } from '../../../src/renderer/api/it-policy'
import { AuditPage } from '../../../src/renderer/audit/AuditPage'
import { SentTab } from '../../../src/renderer/exchange/SentTab'
import { PlainTab } from '../../../src/renderer/plain-exports/PlainTab'
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
  expect(idle.getByText(/^由单位信息部门统一设置：不超过 120 秒/)).toBeTruthy()
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

test.each([
  ['the audit log', <AuditPage key="a" />, 3, '导出'],
  ['packages', <SentTab key="s" />, 4, '制作数据包'],
  ['one’s own talks', <SentTab key="t" />, 4, '发出本人的谈话'],
  ['everything', <PlainTab key="p" />, 4, '申请全部导出'],
])('where nothing may leave, %s cannot, and it is said before anybody clicks', async (_what, page, who, act) => {
  settle({ exportAllowed: false })
  show(page, who)
  const button = await screen.findByRole('button', { name: act })
  expect(button.getAttribute('aria-disabled')).toBe('true')
  expect(button.getAttribute('aria-description')).toContain('由单位信息部门统一设置：不允许')
  expect(screen.getByText('由单位信息部门统一设置')).toBeTruthy()
})

test('a ban on plain files leaves packages alone', async () => {
  settle({ plainExportAllowed: false })
  show(<SentTab />, 4)
  expect((await screen.findByRole('button', { name: '制作数据包' })).getAttribute('aria-disabled')).toBeNull()
  expect(screen.queryByText('由单位信息部门统一设置')).toBeNull()
})
