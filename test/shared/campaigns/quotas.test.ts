import { expect, test } from 'vitest'
import { apportion, overQuota } from '../../../src/shared/campaigns/quotas.rules'

const heads = (counts: Record<string, number>) =>
  Object.entries(counts).map(([unitId, count]) => ({ unitId, heads: count }))
const places = (total: number, counts: Record<string, number>, everyOne = false) =>
  Object.fromEntries(apportion(total, heads(counts), everyOne))

test.each([
  ['even shares', 6, { a: 10, b: 20, c: 30 }, false, { a: 1, b: 2, c: 3 }],
  ['the largest remainder is raised', 10, { a: 33, b: 33, c: 34 }, false, { a: 3, b: 3, c: 4 }],
  ['a tie goes to more heads', 3, { a: 10, b: 30, c: 20 }, false, { a: 0, b: 2, c: 1 }],
  ['a tie of equals goes to whoever stands first', 1, { a: 5, b: 5 }, false, { a: 1, b: 0 }],
  ['two left for three equals', 2, { a: 7, b: 7, c: 7 }, false, { a: 1, b: 1, c: 0 }],
  ['a small unit gets none', 5, { a: 96, b: 2, c: 2 }, false, { a: 5, b: 0, c: 0 }],
  ['a small unit gets one where each has one', 5, { a: 96, b: 2, c: 2 }, true, { a: 3, b: 1, c: 1 }],
  ['too few for one each: by heads alone', 2, { a: 96, b: 2, c: 2 }, true, { a: 2, b: 0, c: 0 }],
  ['nobody in a unit', 4, { a: 10, b: 0 }, true, { a: 4, b: 0 }],
  ['nobody anywhere', 4, { a: 0, b: 0 }, false, { a: 0, b: 0 }],
  ['nothing to give', 0, { a: 10, b: 20 }, false, { a: 0, b: 0 }],
  ['one unit gets all', 17, { a: 3 }, false, { a: 17 }],
  ['more places than people', 10, { a: 1, b: 2 }, false, { a: 3, b: 7 }],
])('%s', (_name, total, counts, everyOne, expected) => {
  expect(places(total, counts, everyOne)).toEqual(expected)
})

test('the sum is the total exactly, and nobody is more than one off the exact share', () => {
  for (let round = 1; round <= 300; round += 1) {
    const units = Array.from({ length: 1 + (round % 17) }, (_, at) => ({
      unitId: `u${at}`,
      heads: ((round * 31 + at * 97) % 59) + 1,
    }))
    const all = units.reduce((sum, unit) => sum + unit.heads, 0)
    const total = (round * 7) % 120
    const given = apportion(total, units)
    expect([...given.values()].reduce((sum, each) => sum + each, 0)).toBe(total)
    for (const unit of units)
      expect(Math.abs((given.get(unit.unitId) ?? 0) - (total * unit.heads) / all)).toBeLessThan(1)
  }
})

test.each([
  [3, 3, 0],
  [4, 3, 1],
  [2, undefined, 2],
  [0, undefined, 0],
])('%i nominated with %s places is %i over', (nominated, quota, over) => {
  expect(overQuota(nominated, quota)).toBe(over)
})
