import { expect, test } from 'vitest'
import type { RetreatStanding } from '../../../src/shared/care-rules/care-facts'
import { at, due, items } from './days'

const basis = { source: '区委办〔2025〕5号', status: 'MEMORY' } as const
const standing = (more: Partial<RetreatStanding> = {}): RetreatStanding => ({
  from: at('2010-07-01'),
  every: 2,
  had: [],
  basis,
  ...more,
})
const had = (...years: number[]) => years.map(year => ({ year, on: at(`${year}-07-05`) }))

test.each<[string, string, RetreatStanding | null, readonly string[]]>([
  ['no standard of the unit', '2026-10-31', null, []],
  ['never had, before it is announced', '2026-08-20', standing(), []],
  ['never had, announced', '2026-09-15', standing(), ['retreat 2026-10-31 soon']],
  ['the working day before the day off', '2026-10-30', standing(), ['retreat 2026-10-31 due']],
  ['the day after', '2026-11-01', standing(), ['retreat 2026-10-31 late']],
  ['had this year', '2026-09-15', standing({ had: had(2026) }), []],
  ['had the year before: within the interval', '2026-11-01', standing({ had: had(2025) }), []],
  ['had two years ago: over', '2026-11-01', standing({ had: had(2024) }), ['retreat 2026-10-31 late']],
  ['each year, had the year before', '2026-11-01', standing({ every: 1, had: had(2025) }), ['retreat 2026-10-31 late']],
  ['entitled on the day itself', '2026-11-01', standing({ from: at('2026-10-31') }), ['retreat 2026-10-31 late']],
  ['entitled the day after', '2026-11-01', standing({ from: at('2026-11-01') }), []],
  ['a start of work that is not known', '2026-11-01', standing({ from: null }), []],
  ['sixty days later it leaves the list', '2026-12-31', standing(), []],
])('%s', (_title, on, retreat, told) => {
  expect(due(on, { retreat })).toEqual(told)
})

test('the matter rests on the standard, and says when the last one was', () => {
  const [found] = items('2026-11-01', { retreat: standing({ had: had(2023, 2020) }) })
  expect(found).toMatchObject({ basis, why: '疗休养每 2 年一次，上次在 2023 年', title: '疗休养提醒' })
})

test('done lately is told as done, and the retired are not asked for', () => {
  const retreat = standing({ had: [{ year: 2026, on: at('2026-10-20') }] })
  expect(due('2026-11-01', { retreat })).toEqual(['retreat 2026-10-31 done'])
  expect(due('2026-11-01', { status: '退休', retreat: standing() })).toEqual([])
})
