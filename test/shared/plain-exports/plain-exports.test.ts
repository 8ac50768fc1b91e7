import { expect, test } from 'vitest'
import type { PlainState } from '../../../src/shared/plain-exports/plain-exports'
import { mayDecide, mayTakeOut } from '../../../src/shared/plain-exports/plain-exports.rules'

const NOW = Date.parse('2030-01-02T09:00:00Z')
const hoursAgo = (hours: number): string => new Date(NOW - hours * 3_600_000).toISOString()

const cases: [string, PlainState, string | null, boolean, boolean][] = [
  ['just approved', 'approved', hoursAgo(0), true, true],
  ['a minute before it runs out', 'approved', hoursAgo(24 - 1 / 60), true, true],
  ['when it runs out', 'approved', hoursAgo(24), true, false],
  ['approved a minute from now, on a page that lags', 'approved', hoursAgo(-1 / 60), true, true],
  ['approved in the future, by a clock that was set back', 'approved', hoursAgo(-1), true, false],
  ['of somebody else', 'approved', hoursAgo(0), false, false],
  ['not decided', 'asked', null, true, false],
  ['refused', 'refused', hoursAgo(0), true, false],
  ['withdrawn', 'withdrawn', hoursAgo(0), true, false],
  ['used', 'done', hoursAgo(0), true, false],
]
test.each(cases)('taking everything out: %s', (_name, state, decidedAt, mine, allowed) =>
  expect(mayTakeOut({ state, decidedAt, mine }, NOW).allowed).toBe(allowed),
)

test('what is decided is decided once', () => {
  expect(mayDecide({ state: 'asked' }).allowed).toBe(true)
  for (const state of ['approved', 'refused', 'withdrawn', 'done'] as const)
    expect(mayDecide({ state }).allowed).toBe(false)
})
