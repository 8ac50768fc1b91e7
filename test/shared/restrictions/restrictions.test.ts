import { expect, test } from 'vitest'
import { PunishmentRow } from '../../../src/shared/cadres/cadres'
import { Day } from '../../../src/shared/dates/add-months'
import {
  type Action,
  actions,
  influenceOf,
  restrictionOn,
  restrictionsOn,
} from '../../../src/shared/restrictions/restrictions.rules'

const row = (kind: string, name: string, on: string | null, more: object = {}) =>
  PunishmentRow.parse({
    kind,
    name,
    on,
    authority: '',
    documentNumber: '',
    reason: '',
    influenceUntil: null,
    revokedOn: null,
    ...more,
  })
const person = (...punishments: PunishmentRow[]) => ({ punishments })
const stateOf = (rows: PunishmentRow[], on: string, action: Action) => {
  const { state, until } = restrictionOn(person(...rows), Day.parse(on), action)
  return [state, until?.latest ?? null]
}

test.each<[string, PunishmentRow, string, Action, string, string | null]>([
  ['the first day', row('诫勉', '诫勉', '2026-08-31'), '2026-08-31', '提拔', 'open', '2027-02-27'],
  ['the day before it', row('诫勉', '诫勉', '2026-08-31'), '2026-08-30', '提拔', 'none', null],
  [
    'the last day, at the end of a short month',
    row('诫勉', '诫勉', '2026-08-31'),
    '2027-02-27',
    '提拔',
    'open',
    '2027-02-27',
  ],
  ['the first free day', row('诫勉', '诫勉', '2026-08-31'), '2027-02-28', '提拔', 'none', null],
  ['诫勉 takes 评优 for the year', row('诫勉', '诫勉', '2026-01-10'), '2026-12-31', '评优', 'open', '2026-12-31'],
  [
    'and no longer than its period after that',
    row('诫勉', '诫勉', '2026-11-10'),
    '2027-05-09',
    '评优',
    'open',
    '2027-05-09',
  ],
  ['诫勉 leaves pay alone', row('诫勉', '诫勉', '2026-08-31'), '2026-09-01', '工资档次', 'none', null],
  [
    'any measure keeps from 考察',
    row('政务处分', '记过', '2026-03-01'),
    '2027-02-28',
    '考察对象',
    'open',
    '2027-02-28',
  ],
  [
    '党内警告 bars further use',
    row('党纪处分', '党内警告', '2026-03-01'),
    '2026-10-01',
    '进一步使用',
    'open',
    '2027-02-28',
  ],
  ['政务警告 leaves pay alone', row('政务处分', '警告', '2026-03-01'), '2026-04-01', '工资档次', 'none', null],
  ['记过 does not', row('政务处分', '记过', '2026-03-01'), '2026-04-01', '工资档次', 'open', '2027-02-28'],
  [
    '免职: a leading post after a year',
    row('组织处理', '免职', '2026-03-01'),
    '2027-03-01',
    '任领导职务',
    'none',
    null,
  ],
  [
    '免职: one above the former after two',
    row('组织处理', '免职', '2026-03-01'),
    '2027-03-01',
    '任高于原层次',
    'open',
    '2028-02-29',
  ],
  [
    '留党察看一年: the vote after a year',
    row('党纪处分', '留党察看一年', '2026-03-01'),
    '2027-03-01',
    '选举权',
    'none',
    null,
  ],
  [
    '留党察看一年: use after three',
    row('党纪处分', '留党察看一年', '2026-03-01'),
    '2027-03-01',
    '提拔',
    'open',
    '2029-02-28',
  ],
  [
    'what the decision says goes first',
    row('诫勉', '诫勉', '2026-08-31', { influenceUntil: '2027-08-30' }),
    '2027-08-30',
    '提拔',
    'open',
    '2027-08-30',
  ],
  [
    'a revoked one bars nothing',
    row('诫勉', '诫勉', '2026-08-31', { revokedOn: '2026-09-10' }),
    '2026-09-01',
    '提拔',
    'none',
    null,
  ],
  ['an ended one bars nothing', row('党纪处分', '警告', '2020-01-01'), '2026-09-01', '提拔', 'none', null],
  [
    'one without a period bars nothing that could be reckoned',
    row('组织处理', '通报批评', '2026-08-01'),
    '2026-09-01',
    '提拔',
    'none',
    null,
  ],
  [
    'one of another kind with a day: what every measure bars',
    row('其他', '通报', '2026-08-01', { influenceUntil: '2026-12-31' }),
    '2026-09-01',
    '职级晋升',
    'open',
    '2026-12-31',
  ],
  [
    'a month alone leaves the first days open',
    row('诫勉', '诫勉', '2026-02'),
    '2026-02-10',
    '提拔',
    'unclear',
    '2026-08-27',
  ],
  ['and the last ones', row('诫勉', '诫勉', '2026-02'), '2026-08-10', '提拔', 'unclear', '2026-08-27'],
  ['and is certain between', row('诫勉', '诫勉', '2026-02'), '2026-05-10', '提拔', 'open', '2026-08-27'],
])('%s', (_what, measure, on, action, state, until) => {
  expect(stateOf([measure], on, action)).toEqual([state, until])
})

test('several at once: until the last one ends, and every one is named, the longest first', () => {
  const rows = [
    row('诫勉', '诫勉', '2026-05-10'),
    row('党纪处分', '党内严重警告', '2026-05-10'),
    row('政务处分', '记过', '2026-06-01'),
    row('党纪处分', '警告', '2019-05-10'),
  ]
  const { until, by, state } = restrictionOn(person(...rows), Day.parse('2026-09-01'), '提拔')
  expect(state).toBe('open')
  expect(until).toEqual({ earliest: '2027-11-09', latest: '2027-11-09' })
  expect(by.map(({ measure, until: end, basis }) => [measure.name, end.latest, basis.status])).toEqual([
    ['党内严重警告', '2027-11-09', 'CONFIRMED(P)'],
    ['记过', '2027-05-31', 'CONFIRMED(P)'],
    ['诫勉', '2026-11-09', 'CONFIRMED(S)'],
  ])
  // 记过 alone has to do with pay.
  expect(restrictionOn(person(...rows), Day.parse('2026-09-01'), '工资档次').by).toHaveLength(1)
  expect(restrictionsOn(person(...rows), Day.parse('2026-09-01')).map(({ action }) => action)).toEqual([
    '提拔',
    '进一步使用',
    '职级晋升',
    '级别晋升',
    '工资档次',
    '评优',
    '考察对象',
  ])
})

test('nobody without a measure is barred from anything, and no bar outlives what a measure lasts but a year’s 评优', () => {
  for (const action of actions) expect(restrictionOn(person(), Day.parse('2026-09-01'), action).state).toBe('none')
  const measure = row('党纪处分', '留党察看两年', '2026-03-01')
  for (const { until } of restrictionsOn(person(measure), Day.parse('2026-09-01')))
    expect((until?.latest ?? '') <= (influenceOf(measure)?.lastDay.latest ?? '')).toBe(true)
})
