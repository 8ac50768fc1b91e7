import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { CadresPage } from '../../../src/renderer/cadres/CadresPage'
import type { Request } from '../../../src/shared/ipc/client'
import { sessionOf } from '../home/invented'
import { showOver } from '../home/show'

const TOTAL = 100_000
const idOf = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
const rowOf = (index: number) => ({
  id: idOf(index),
  name: `第${index}人`,
  sex: '女',
  birth: '1984-03',
  nation: '汉族',
  nativePlace: '',
  workStart: null,
  partyJoined: null,
  unitId: null,
  unitName: '',
  postLevel: '',
  postLevelSince: null,
  currentPost: '',
  currentPostSince: null,
  rank: '',
  rankSince: null,
  status: '在职',
})

test('of a hundred thousand people only those in sight exist, and only their pages are asked for', async () => {
  const asked: number[] = []
  const invoke = async ({ channel, input }: Request) => {
    if (channel !== 'cadres.list') return { ok: true as const, value: channel === 'units.tree' ? [] : null }
    const { offset, limit } = input as { offset: number; limit: number }
    asked.push(offset)
    const rows = Array.from({ length: limit }, (_, index) => rowOf(offset + index))
    return { ok: true as const, value: { rows, total: TOTAL } }
  }
  showOver({ invoke, on: () => () => undefined }, sessionOf(4), <CadresPage />)
  expect(await screen.findByText('第0人')).toBeTruthy()
  expect(screen.getByText('全部 100,000 人')).toBeTruthy()
  const grid = screen.getByRole('grid', { name: '干部名单' })
  expect(grid.getAttribute('aria-rowcount')).toBe(String(TOTAL + 1))
  Object.defineProperty(grid, 'clientHeight', { value: 600 })
  grid.scrollTop = 50_000 * 36
  fireEvent.scroll(grid)
  expect(await screen.findByText('第50000人')).toBeTruthy()
  expect(screen.queryByText('第0人')).toBeNull()
  expect(screen.getAllByRole('row').length).toBeLessThan(60)
  expect(new Set(asked).size).toBeLessThanOrEqual(4)
})
