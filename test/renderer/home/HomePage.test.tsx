import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useAccountsStore } from '../../../src/renderer/accounts/accounts.store'
import { useAuditStore } from '../../../src/renderer/audit/audit.store'
import { cardsFor, homeCards } from '../../../src/renderer/home/cards'
import { HomePage } from '../../../src/renderer/home/HomePage'
import { byUrgency } from '../../../src/renderer/home/TodayCard'
import { sessionOf, units } from './invented'
import { show } from './show'

const idsFor = (who: number): string[] => cardsFor(sessionOf(who)).map(({ id }) => id)

test('each role sees its own cards and nothing of the others', () => {
  const desks = ['questions', 'helping', 'caring']
  expect(idsFor(4)).toEqual([
    'talks',
    'due-care',
    'today',
    'due-talks',
    ...desks,
    'coverage',
    'care-coverage',
    'promises',
  ])
  expect(idsFor(7)).toEqual(['talks', 'today', ...desks, 'coverage', 'care-coverage', 'promises'])
  expect(idsFor(1)).toEqual(['today', 'accounts', 'units'])
  expect(idsFor(2)).toEqual(['today', 'decisions', 'policy'])
  expect(idsFor(3)).toEqual(['today', 'refusals', 'review'])
  expect(new Set(homeCards.map(({ id }) => id)).size).toBe(homeCards.length)
})

test('an officer with nothing set up is offered the first step and no figure that is not there', async () => {
  const { places, user, container } = show(<HomePage />, 4, { units: units.slice(0, 1) })
  await user.click(await screen.findByRole('button', { name: '建立单位' }))
  expect(places.at(-1)).toBe('/units')
  for (const desk of ['惑有人解', '困有人帮', '老有人管'])
    expect(within(screen.getByRole('region', { name: desk })).getByLabelText('尚无')).toBeTruthy()
  const beyondDates = [...container.querySelectorAll('.home-desks, .home-side, .home-week-count')]
  expect(beyondDates.map(({ textContent }) => textContent).join('')).not.toMatch(/\d/)
})

test('what is due stands first, the most urgent on top, with the way there', async () => {
  const notices = [
    { id: 'c', level: 'soon', title: '密码快到期了', detail: '还有 3 天', route: '/settings' },
    { id: 'a', level: 'late', title: '该检查审计日志了', detail: '逾期 2 天', route: '/audit' },
    { id: 'n', level: 'today', title: '没有去处的事', detail: '', route: null },
  ]
  const { places, user } = show(<HomePage />, 3, { notices })
  const today = within(await screen.findByRole('region', { name: '今天' }))
  const rows = await today.findAllByRole('listitem')
  expect(rows.map(row => row.textContent)).toEqual([
    expect.stringContaining('逾期'),
    expect.stringContaining('今天'),
    expect.stringContaining('将到'),
  ])
  expect(rows.map(row => within(row).queryByRole('button') !== null)).toEqual([true, false, true])
  await user.click(within(rows[0] as HTMLElement).getByRole('button'))
  expect(places.at(-1)).toBe('/audit')
  expect(byUrgency([])).toEqual([])
})

test('the 系统管理员 sees how many accounts there are and what waits', async () => {
  const { places, user } = show(<HomePage />, 1)
  const card = within(await screen.findByRole('region', { name: '账户' }))
  await card.findByText('在用')
  const figures = card.getAllByRole('term').map(term => `${term.textContent} ${term.nextElementSibling?.textContent}`)
  expect(figures).toEqual(['在用 8', '锁定 1', '停用 1', '初始密码未改 1'])
  await user.click(card.getByRole('button', { name: '查看：重置密码\u3000王若谷' }))
  expect(places.at(-1)).toBe('/accounts')
  expect(useAccountsStore.getState().tab).toBe('proposals')
})

test('the 安全保密管理员 sees proposals, locked accounts and where the policy is looser', async () => {
  show(<HomePage />, 2)
  const waiting = within(await screen.findByRole('region', { name: '待审批' }))
  expect((await waiting.findAllByRole('listitem')).map(row => row.textContent)).toEqual([
    expect.stringContaining('重置密码\u3000王若谷'),
    expect.stringContaining('开立账户\u3000梁柏舟'),
    expect.stringContaining('账户锁定\u3000王若谷'),
  ])
  const policy = within(screen.getByRole('region', { name: '安全策略' }))
  expect(policy.getAllByRole('term').map(term => term.textContent)).toEqual(['无操作自动锁定', '密码最短长度'])
  expect(policy.getByText('宽于默认')).toBeTruthy()
})

test('the 安全审计员 verifies from the workbench and jumps to the line that is wrong', async () => {
  const problem = { kind: 'missing', seq: 812, message: '第 812 行不见了' } as const
  const { places, user } = show(<HomePage />, 3, {
    verdict: { checked: 811, problem, clockSetBack: [], unreadable: [] },
  })
  const card = within(await screen.findByRole('region', { name: '封存和检查' }))
  await user.click(await card.findByRole('button', { name: '现在校验' }))
  expect((await card.findByRole('alert')).textContent).toContain('第 812 行不见了')
  await user.click(card.getByRole('button', { name: '看第 812 行' }))
  expect(places.at(-1)).toBe('/audit')
  expect(useAuditStore.getState()).toMatchObject({ before: 818, beside: { kind: 'line', seq: 812 } })
})
