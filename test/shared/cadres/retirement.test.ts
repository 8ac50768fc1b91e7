import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  contributionYearsOn,
  delays,
  elasticRangeOf,
  mayOverrideRetirement,
  oldLimitOf,
  remindersBefore,
  retirementMonthOf,
  retirementOf,
} from '../../../src/shared/cadres/retirement.rules'
import { codeTables } from '../../../src/shared/codes/codes'
import { monthsOf } from '../../../src/shared/dates/partial-date'
import { anyCadre } from './arbitrary'
import { d, type Parts, person } from './person'

/** Test vectors of rule book 5.22, and the ends of each table. */
describe('vectors', () => {
  test.each([
    [60, '1964-12', '60岁', '2024-12'],
    [60, '1965-01', '60岁1个月', '2025-02'],
    [60, '1965-04', '60岁1个月', '2025-05'],
    [60, '1965-05', '60岁2个月', '2025-07'],
    [60, '1968-06', '60岁11个月', '2029-05'],
    [60, '1970-10', '61岁6个月', '2032-04'],
    [60, '1976-08', '62岁11个月', '2039-07'],
    [60, '1976-09', '63岁', '2039-09'],
    [60, '1990-01', '63岁', '2053-01'],
    [55, '1969-12', '55岁', '2024-12'],
    [55, '1970-01', '55岁1个月', '2025-02'],
    [55, '1975-07', '56岁5个月', '2031-12'],
    [55, '1981-09', '58岁', '2039-09'],
    [50, '1974-12', '50岁', '2024-12'],
    [50, '1975-01', '50岁1个月', '2025-02'],
    [50, '1980-01', '52岁7个月', '2032-08'],
    [50, '1984-11', '55岁', '2039-11'],
    [50, '1990-06', '55岁', '2045-06'],
    [63, '1970-06', '63岁', '2033-06'],
    [65, '1970-06', '65岁', '2035-06'],
    [66, '1970-06', '66岁', '2036-06'],
  ] as const)('old limit %d, born %s: %s, %s', (limit, birth, age, month) => {
    expect(retirementOf(person({ birth, sex: '女', ageLimit: `改革前任职年龄界限为${limit}岁` }))).toMatchObject({
      kind: 'computed',
      limit,
      earliest: month,
      latest: month,
      age,
    })
  })

  test('both ways of writing the rule give the same', () => {
    for (const { limit, step, most } of delays) {
      for (let birth = monthsOf(d('1955')).earliest; birth < monthsOf(d('1995')).latest; birth++) {
        const n = birth + limit * 12 - monthsOf(d('2025-01')).earliest + 1
        const delay = n < 1 ? 0 : Math.min(most, Math.floor((n - 1) / step) + 1)
        expect(retirementMonthOf(birth, limit).delayMonths).toBe(delay)
      }
    }
  })

  test('who is born later never retires earlier', () => {
    for (const { limit } of delays) {
      for (let birth = monthsOf(d('1955')).earliest; birth < monthsOf(d('1995')).latest; birth++)
        expect(retirementMonthOf(birth + 1, limit).now).toBeGreaterThan(retirementMonthOf(birth, limit).now)
    }
  })
})

describe('what is not known', () => {
  test.each<[Parts, string]>([
    [{ sex: '男' }, '没有填出生年月'],
    [{ birth: '1970-06' }, '没有填性别'],
    [{ birth: '1970-06', sex: '女' }, '组织认定'],
    [{ birth: '1960-06', sex: '男', ageLimit: '已到龄人员' }, '已到龄'],
    [{ birth: '2190', sex: '男' }, '不合理'],
  ])('%j', (file, reason) => {
    const result = retirementOf(person(file))
    expect(result.kind === 'unknown' ? result.reason : '').toContain(reason)
  })

  test('a man without a limit on file is taken for 60, a year alone gives a span', () => {
    expect(retirementOf(person({ birth: '1970-10', sex: '男' }))).toMatchObject({ limit: 60, earliest: '2032-04' })
    expect(retirementOf(person({ birth: '1970', sex: '男' }))).toMatchObject({
      earliest: '2031-05',
      latest: '2032-06',
      age: '61岁4个月至61岁6个月',
      delayMonths: { least: 16, most: 18 },
    })
  })

  test('a woman of the old 60 goes by the men’s row, and the result says that this is open', () => {
    expect(retirementOf(person({ birth: '1970-10', sex: '女', ageLimit: '60' }))).toMatchObject({
      earliest: '2032-04',
      basis: { status: 'UNKNOWN' },
    })
    expect(retirementOf(person({ birth: '1970-10', sex: '男', ageLimit: '60' }))).toMatchObject({
      basis: { status: 'CONFIRMED(S)' },
    })
  })
})

test('what the organisation decides goes before everything', () => {
  const override = { month: d('2030-01'), reason: '区委组织部认定' }
  expect(retirementOf(person(), override)).toMatchObject({ kind: 'decided', ...override })
  expect(mayOverrideRetirement(override)).toEqual({ allowed: true })
  expect(mayOverrideRetirement({ month: d('2030'), reason: '认定' })).toMatchObject({ allowed: false })
  expect(mayOverrideRetirement({ month: d('2030-01'), reason: ' ' })).toMatchObject({ allowed: false })
})

test('limits are read from the editor’s words', () => {
  expect(codeTables.ageLimit.entries.map(({ name }) => oldLimitOf(name))).toEqual([60, 63, 65, 66, 55, undefined])
  expect(['60', '55岁', '50', '', '160', '59'].map(oldLimitOf)).toEqual([60, 55, 50, undefined, undefined, undefined])
})

test.each([
  ['1964-12', 60, '2024-12', '2027-12'],
  ['1970-10', 60, '2030-10', '2035-04'],
  ['1976-09', 60, '2036-09', '2042-09'],
  ['1984-11', 50, '2036-11', '2042-11'],
] as const)('born %s with %d may choose from %s to %s', (birth, limit, earliest, latest) => {
  expect(elasticRangeOf(monthsOf(d(birth)).earliest, limit)).toEqual({ earliest, latest })
})

test.each([
  ['2025-06', 15],
  ['2029-12', 15],
  ['2030-01', 15.5],
  ['2034-05', 17.5],
  ['2039-01', 20],
  ['2050-01', 20],
] as const)('who retires in %s needs %d years of contributions', (on, years) => {
  expect(contributionYearsOn(d(on))?.years).toBe(years)
})

test('retirement is called to mind in time', () => {
  expect(remindersBefore(d('2032-04')).map(({ monthsBefore, month }) => `${monthsBefore} ${month}`)).toEqual([
    '18 2030-10',
    '12 2031-04',
    '6 2031-10',
    '3 2032-01',
    '1 2032-03',
  ])
})

test('no file makes it fail', () => {
  fc.assert(
    fc.property(anyCadre, file => {
      expect(['computed', 'unknown']).toContain(retirementOf(file).kind)
    }),
  )
})
