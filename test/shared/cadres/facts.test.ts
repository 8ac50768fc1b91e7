import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  eventsOf,
  factsOf,
  gradesOf,
  levelOrder,
  OTHER,
  rankOrder,
  spanOf,
} from '../../../src/shared/cadres/facts.rules'
import { PartialDate } from '../../../src/shared/dates/partial-date'
import { anyCadre } from './arbitrary'
import { complete } from './person'

test.each([
  ['1984', 19_840_101, 19_841_231],
  ['1984-02', 19_840_201, 19_840_229],
  ['1984-02-07', 19_840_207, 19_840_207],
])('%s spans %i to %i', (date, first, last) => {
  expect(spanOf(PartialDate.parse(date))).toEqual({ first, last })
})

test.each([
  ['乡科级正职', 8],
  ['乡科级 正职', 8],
  ['正科级', 8],
  ['副科', 9],
  ['正处级', 6],
  ['县处级副职', 7],
  ['厅级副职', 5],
  ['一把手', OTHER],
  ['', null],
])('the level %s stands at %s', (level, order) => {
  expect(levelOrder(level)).toBe(order)
})

test('ranks of other series never stand among the general ones', () => {
  expect(rankOrder('一级巡视员')).toBe(0)
  expect(rankOrder('四级调研员')).toBe(5)
  expect(rankOrder('一级法官')).toBeGreaterThanOrEqual(100)
  expect(rankOrder('没有这一级')).toBe(OTHER)
  expect(rankOrder(' ')).toBeNull()
})

test('grades are one letter a year; rows go before the text', () => {
  const { form } = complete()
  const rows = [
    { year: 1992, grade: '不称职' },
    { year: 1990, grade: '优秀' },
  ]
  expect(gradesOf({ assessments: rows, form })).toBe('A-D')
  expect(gradesOf({ assessments: [], form: { ...form, assessments: '1990年年度考核基本称职' } })).toBe('C')
  expect(gradesOf({ assessments: [], form: { ...form, assessments: '无' } })).toBe('')
})

test('a restriction ends when the last of the periods does; a revoked decision has none', () => {
  const row = {
    kind: '政务处分' as const,
    name: '记过',
    on: PartialDate.parse('2029-05-10'),
    authority: '',
    documentNumber: '',
    reason: '',
    influenceUntil: null,
    revokedOn: null,
  }
  const long = { ...row, kind: '党纪处分' as const, name: '严重警告', on: PartialDate.parse('2029-03') }
  expect(factsOf({ ...complete(), punishments: [row, long] })).toMatchObject({
    restrictedFirst: 20_300_831,
    restrictedLast: 20_300_929,
  })
  const revoked = { ...row, revokedOn: PartialDate.parse('2029-06') }
  expect(factsOf({ ...complete(), punishments: [revoked] })).toMatchObject({ restrictedLast: null })
  expect(eventsOf({ ...complete(), punishments: [revoked] }).map(({ kind }) => kind)).not.toContain('punishment')
})

test('every file that the model allows has facts', () => {
  fc.assert(
    fc.property(anyCadre, cadre => {
      const facts = factsOf(cadre)
      expect((facts.birthFirst ?? 0) <= (facts.birthLast ?? 0)).toBe(true)
      expect((facts.restrictedFirst ?? 0) <= (facts.restrictedLast ?? 0)).toBe(true)
    }),
  )
})
