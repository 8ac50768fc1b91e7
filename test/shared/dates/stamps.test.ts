import { expect, test } from 'vitest'
import { addMonths } from '../../../src/shared/dates/add-months'
import { dayOf, plusDays, plusMonths, stampAt, stampOf } from '../../../src/shared/dates/stamps'

test('days are moved as the calendar moves them, on every day of two and a half centuries', () => {
  const wrong: number[] = []
  let stamp = 18_500_101
  for (let day = 0; day < 91_500; day++) {
    const expected = stampAt(1850, 1, 1 + day)
    if (stamp !== expected) wrong.push(expected)
    if (plusDays(18_500_101, day) !== expected) wrong.push(expected)
    if (plusDays(expected, -day) !== 18_500_101) wrong.push(expected)
    stamp = plusDays(stamp, 1)
  }
  expect(wrong).toEqual([])
})

test.each([
  [20_240_228, 1, 20_240_229],
  [20_240_229, 365, 20_250_228],
  [21_000_228, 1, 21_000_301],
  [20_000_228, 1, 20_000_229],
  [20_270_101, -1, 20_261_231],
  [20_261_130, 0, 20_261_130],
])('%i and %i days is %i', (from, days, to) => {
  expect(plusDays(from, days)).toBe(to)
})

test.each([-600, -18, -12, -1, 0, 1, 3, 11, 12, 250])('%i months are those of the calendar, from every day', months => {
  const wrong: number[] = []
  for (let day = 0; day < 1500; day++) {
    const stamp = stampAt(1998, 11, 1 + day)
    if (plusMonths(stamp, months) !== stampOf(addMonths(dayOf(stamp), months))) wrong.push(stamp)
  }
  expect(wrong).toEqual([])
})
