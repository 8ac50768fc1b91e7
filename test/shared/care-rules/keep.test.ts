import { expect, test } from 'vitest'
import type { CareRule } from '../../../src/shared/care-rules/care-rules'
import { shippedCareRules } from '../../../src/shared/care-rules/care-rules.data'
import { mayKeepCareRule, mayStartOn } from '../../../src/shared/care-rules/keep.rules'
import { Day } from '../../../src/shared/dates/add-months'

const from = Day.parse('2030-01-01')
const rule: Pick<CareRule, 'when' | 'whose' | 'validFrom' | 'validTo'> = {
  when: { by: 'calendar', month: 2, date: 29 },
  whose: { statuses: ['在职'], lists: [] },
  validFrom: from,
  validTo: from,
}
const event = { by: 'event', kinds: ['住院'], whoms: [], again: null, after: null } as const

test.each<[string, Partial<CareRule>, string]>([
  ['the leap day is a day', {}, ''],
  ['30 February is none', { when: { by: 'calendar', month: 2, date: 30 } }, '没有这一天，请改月份和日期'],
  ['nor is 31 September', { when: { by: 'check', month: 9, date: 31 } }, '没有这一天，请改月份和日期'],
  ['one step', { when: { ...event, kinds: ['住院'], whoms: [], steps: [3] } }, ''],
  ['steps that rise', { when: { by: 'file', fact: '任现职', steps: [-3, 30, 100] } }, ''],
  ['the same step twice', { when: { by: 'file', fact: '任现职', steps: [30, 30] } }, '各步的天数从小到大写，不重复'],
  ['months that fall', { when: { by: 'retirement', months: [18, 12, 0] } }, ''],
  ['months that rise', { when: { by: 'retirement', months: [1, 3] } }, '提前的月数从大到小写，不重复'],
  [
    'checks out of order',
    {
      when: {
        by: 'leave',
        checks: [
          { month: 10, date: 1, percent: 60 },
          { month: 7, date: 1, percent: 30 },
        ],
      },
    },
    '各次检查的日期从前到后写，不重复',
  ],
  ['nobody', { whose: { statuses: [], lists: [] } }, '先选这条规则管哪些人'],
  [
    'nobody, but what happened says whose',
    { when: { ...event, kinds: ['住院'], whoms: [], steps: [3] }, whose: { statuses: [], lists: [] } },
    '',
  ],
  ['again and again without a list', { when: { by: 'interval', months: 3, first: 0 } }, '先选这条规则管哪个名册'],
  ['with a list', { when: { by: 'interval', months: 3, first: 0 }, whose: { statuses: [], lists: ['老干部'] } }, ''],
  ['one day', { validTo: from }, ''],
  ['over before it begins', { validTo: Day.parse('2029-12-31') }, '停用日期早于启用日期'],
])('%s', (_name, more, reason) => {
  const verdict = mayKeepCareRule({ ...rule, ...more })
  expect(verdict.allowed ? '' : verdict.reason).toBe(reason)
})

test('every rule may be kept as it ships', () => {
  expect(shippedCareRules.filter(each => !mayKeepCareRule(each).allowed).map(({ id }) => id)).toEqual([])
})

test.each([
  ['long ago', '2025-01-01', true],
  ['today', '2030-01-02', true],
  ['tomorrow', '2030-01-03', false],
])('care begins %s', (_name, since, allowed) => {
  expect(mayStartOn(Day.parse(since), Day.parse('2030-01-02')).allowed).toBe(allowed)
})
