import { expect, test } from 'vitest'
import type { CadreId } from '../../../src/shared/cadres/cadres'
import { PartialDate } from '../../../src/shared/dates/partial-date'
import { createRoster, RosterSpec, sensitiveOf } from '../../../src/shared/exports/roster.rules'
import { columnOf, type RosterKey, rosterKeys } from '../../../src/shared/exports/roster-columns'
import { complete, person } from '../cadres/person'

const on = PartialDate.parse('2026-04-15')
const context = { on, place: 3 }
const whole = { cadre: complete({ birth: '1982-11', sex: '女' }), unitName: '云泽区司法局', decided: undefined }
const value = (key: RosterKey, someone = whole) => columnOf(key).value(someone, context)

test.each<[RosterKey, string | number | null]>([
  ['place', 3],
  ['unit', '云泽区司法局'],
  ['name', '林岫'],
  ['birth', '1982.11'],
  ['age', 43],
  ['partyYears', 20],
  ['workYears', 20],
  ['postYears', 5],
  ['levelYears', 9],
  ['rankYears', 3],
  ['workStart', '2005.07'],
  ['filledOn', '2026.04.15'],
  ['nation', '汉族'],
])('%s is %j', (key, expected) => {
  expect(value(key)).toBe(expected)
})

test('every column has its own words for a full file, and none for an empty one', () => {
  const nobody = { cadre: person({ name: '空' }), unitName: '', decided: undefined }
  for (const key of rosterKeys) {
    const { title, width, align } = columnOf(key)
    expect([title === '', width > 0, align === 'left' || align === 'center'], key).toEqual([false, true, true])
    expect(['string', 'number'], key).toContain(typeof (value(key) ?? ''))
    if (!['place', 'name', 'status', 'completeness'].includes(key)) expect(value(key, nobody) ?? '', key).toBe('')
    expect(String(value(key)), key).not.toMatch(/undefined|null|\[object|NaN/)
  }
  expect(new Set(rosterKeys).size).toBe(rosterKeys.length)
  expect(rosterKeys).not.toContain('unknown')
})

test('a year alone leaves years open, and a table of the file is one line a row', () => {
  const someone = {
    unitName: '',
    decided: undefined,
    cadre: person({
      birth: '1982',
      tags: ['年轻干部', '女干部'],
      family: [
        { title: '丈夫', name: '甲', birth: '1980-01', unitAndPost: '区医院\n医生' },
        { title: '女儿', name: '乙' },
      ],
      rewards: [{ on: '2020-07', authority: '区委', name: '优秀党员' }],
    }),
  }
  expect(value('age', someone)).toBe('43至44')
  expect(value('tags', someone)).toBe('年轻干部、女干部')
  expect(value('family', someone)).toBe('丈夫　甲　1980.01　区医院 医生\n女儿　乙')
  expect(value('rewards', someone)).toBe('2020.07　区委　优秀党员')
})

test('people of a unit who follow each other stand together; units of one name stay apart', () => {
  const spec = RosterSpec.parse({
    title: '名册',
    columns: ['place', 'idNumber'],
    grouped: true,
    on,
    sheet: { size: 'A4', upright: false },
  })
  const roster = createRoster(spec, ['phone'])
  const add = (unitId: string | null, heading: string): void =>
    roster.add({
      cadre: { ...whole.cadre, id: 'x' as CadreId, unitId, idNumber: '370199198211120021' },
      unitName: heading,
      decided: undefined,
      heading,
    })
  add('a', '办公室')
  add('a', '办公室')
  add('b', '办公室')
  add(null, '')
  const { groups, people } = roster.table()
  expect(groups.map(({ name, rows }) => [name, rows.length])).toEqual([
    ['办公室', 2],
    ['办公室', 1],
    ['未分配单位', 1],
  ])
  expect(groups[0]?.rows[1]).toEqual([2, '37**************21'])
  expect(people).toBe(4)
})

test('what is sensitive among the columns', () => {
  expect(sensitiveOf(['name', 'family', 'idNumber'])).toEqual(['family', 'idNumber'])
})
