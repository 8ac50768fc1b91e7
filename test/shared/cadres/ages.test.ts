import { describe, expect, test } from 'vitest'
import {
  ageOf,
  elapsedYears,
  partyYearsOf,
  referenceDate,
  showYears,
  workYearsOf,
  yearsAtLevel,
  yearsAtRank,
  yearsInPost,
} from '../../../src/shared/cadres/ages'
import { partyAgeStart, partyPeriodsOf } from '../../../src/shared/cadres/party-age'
import { d, person } from './person'

test.each([
  ['2026-03', '2026-04-01', '2026-03', '计算年龄时间'],
  [null, '2026-04-01', '2026-04-01', '填表时间'],
  [null, null, '2026-05-20', '今天'],
] as const)('calculated on %s, filled on %s: %s', (ageOn, filledOn, on, origin) => {
  expect(referenceDate(person({ ageOn, filledOn }), d('2026-05-20'))).toEqual({ on, origin })
})

test.each([
  ['1972-04', '2022-04', '50岁'],
  ['1972-04', '2022-03', '49岁'],
  ['1972-04-30', '2022-04-01', '50岁'],
  ['1972', '2022-06', '49至50岁'],
  ['1972', '2022-12', '50岁'],
  ['2022-04', '2022-04', '0岁'],
  ['2022', '2022-04', '0岁'],
  ['2022-05', '2022-04', undefined],
  [null, '2022-04', undefined],
] as const)('born %s is %s: %s', (birth, on, shown) => {
  const years = ageOf({ birth: birth && d(birth) }, d(on))
  expect(years && showYears(years, '岁')).toBe(shown)
})

test('years of work, in post, at level and at rank count alike', () => {
  const someone = person({
    workStart: '1995-07',
    currentPostSince: '2019-05',
    postLevelSince: '2015-03-20',
    rankSince: '2019',
  })
  const on = d('2026-04')
  expect(workYearsOf(someone, on)).toEqual({ least: 30, most: 30 })
  expect(yearsInPost(someone, on)).toEqual({ least: 6, most: 6 })
  expect(yearsAtLevel(someone, on)).toEqual({ least: 11, most: 11 })
  expect(yearsAtRank(someone, on)).toEqual({ least: 6, most: 7 })
  expect(elapsedYears(null, on)).toBeUndefined()
})

describe('party age', () => {
  test.each([
    ['1968-10', '1969-10', '1969-10'],
    ['1969-04-01', null, '1969-04-01'],
    ['1971-07-01', null, '1971-07-01'],
    ['1971-07', '1972-07', '1971-07'],
    ['1973', null, '1973'],
    ['1977-08-11', null, '1977-08-11'],
    ['1977-08-12', '1978-08-12', '1978-08-12'],
    ['1977-08', '1978-08', '1978-08'],
    ['1977-08', '1977-08', '1977-08'],
    ['1995-06', '1996-06', '1996-06'],
    ['1995', '1996', '1996'],
  ] as const)('joined %s, full %s: counts from %s', (partyJoined, partyFull, start) => {
    expect(partyAgeStart(person({ partyJoined, partyFull }))).toEqual({ kind: 'known', start })
  })

  test.each([
    ['1977-08-12', null, '没有填转正时间'],
    ['1995-06', null, '没有填转正时间'],
    ['1977-08', null, '没有预备期'],
    ['1977', null, '没有预备期'],
    ['1944-05', '1945-05', '查档案'],
  ] as const)('joined %s, full %s: not known', (partyJoined, partyFull, reason) => {
    const start = partyAgeStart(person({ partyJoined, partyFull }))
    expect(start.kind === 'unknown' ? start.reason : '').toContain(reason)
  })

  test('nobody who did not join has one', () => {
    expect(partyAgeStart(person())).toEqual({ kind: 'not-a-member' })
    expect(partyYearsOf(person(), d('2026-07'))).toBeUndefined()
  })

  test('counts in years by month', () => {
    const member = { partyJoined: d('1975-06-30'), partyFull: null }
    expect(partyYearsOf(member, d('2025-07-01'))).toEqual({ least: 50, most: 50 })
    expect(partyYearsOf({ partyJoined: d('1995-06'), partyFull: null }, d('2025-07'))).toBeUndefined()
  })

  test('a year may lie in two periods, a day in one', () => {
    expect(partyPeriodsOf(d('1969')).map(period => period.probationMonths)).toEqual([12, 0])
    expect(partyPeriodsOf(d('1969-03')).map(period => period.probationMonths)).toEqual([12])
    expect(partyPeriodsOf(d('2026-01'))).toHaveLength(1)
    expect(partyPeriodsOf(d('1930'))).toEqual([])
  })
})
