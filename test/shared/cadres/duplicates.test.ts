import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findDuplicates, findMatches, idKey, nameKey, samePerson } from '../../../src/shared/cadres/duplicates.rules'
import { anyCadre } from './arbitrary'
import { type Parts, person } from './person'

const long = '11010519491231002X'
const short = '110105491231002'
const other = '440524188001010014'

describe('same person', () => {
  test.each<[Parts, Parts, string | undefined, string?]>([
    [{ idNumber: long }, { idNumber: long }, 'certain', '身份证号相同'],
    [{ idNumber: long }, { idNumber: short }, 'certain'],
    [{ idNumber: long }, { idNumber: '11010519491231002x' }, 'certain'],
    [{ name: '甲', idNumber: long }, { name: '乙', idNumber: short }, 'likely', '姓名不同'],
    [{ name: '林岫', birth: '1972-04' }, { name: '林 岫', birth: '1972-04-15' }, 'likely', '姓名、出生年月相同'],
    [{ name: '阿依古丽·买买提', birth: '1972-04' }, { name: '阿依古丽•买买提', birth: '1972-04' }, 'likely'],
    [{ birth: '1972-04' }, { birth: '1972' }, 'look', '出生年份相符'],
    [{ birth: '1972-04' }, {}, 'look', '出生年月不详'],
    [{}, {}, 'look'],
    [{ birth: '1972-04' }, { birth: '1972-05' }, undefined],
    [{ birth: '1972-04' }, { birth: '1973' }, undefined],
    [{ name: '甲', birth: '1972-04' }, { name: '乙', birth: '1972-04' }, undefined],
    [{ birth: '1972-04', sex: '男' }, { birth: '1972-04', sex: '女' }, 'look', '性别不同'],
    [{ birth: '1972-04', sex: '男' }, { sex: '女' }, undefined],
    [{ birth: '1949-12', idNumber: long }, { birth: '1949-12', idNumber: other }, 'look', '身份证号不同'],
    [{ idNumber: long }, { idNumber: other }, undefined],
    [{ idNumber: long }, { birth: '1949-12' }, 'likely'],
    [{ idNumber: long }, { birth: '1950-12' }, undefined],
    [{ idNumber: '110105194912310021' }, { idNumber: '110105194912310021' }, 'certain'],
    [{ idNumber: '不详' }, { idNumber: '不详' }, 'look'],
  ])('%j and %j: %s', (a, b, sureness, why) => {
    const found = samePerson(person(a), person(b))
    expect(found?.sureness).toBe(sureness)
    if (why !== undefined) expect(found?.why).toContain(why)
    expect(samePerson(person(b), person(a))?.sureness).toBe(sureness)
  })
})

test('keys', () => {
  expect(['林　岫', ' 林岫 ', '林岫'].map(nameKey)).toEqual(['林岫', '林岫', '林岫'])
  expect(nameKey('古丽．阿')).toBe(nameKey('古丽・阿'))
  expect([long, short, '12', '', 'A'.repeat(18)].map(idKey)).toEqual([long, long, undefined, undefined, undefined])
})

test('pairs in a list, each once, the surest first', () => {
  const people = [
    person({ name: '甲', birth: '1972-04' }),
    person({ name: '乙', idNumber: long }),
    person({ name: '甲', birth: '1972-04' }),
    person({ name: '乙', idNumber: short }),
    person({ name: '丙', idNumber: short }),
    person({ name: '丁' }),
  ]
  const pairs = findDuplicates(people).map(({ first, second, sureness }) => [
    people.indexOf(first),
    people.indexOf(second),
    sureness,
  ])
  expect(pairs).toEqual([
    [1, 3, 'certain'],
    [0, 2, 'likely'],
    [1, 4, 'likely'],
    [3, 4, 'likely'],
  ])
})

test('matches for one who comes in', () => {
  const people = [person({ name: '甲' }), person({ name: '甲', birth: '1972-04' }), person({ name: '乙' })]
  expect(findMatches(person({ name: '甲', birth: '1972-04' }), people).map(({ sureness }) => sureness)).toEqual([
    'likely',
    'look',
  ])
})

/** Few names, years and numbers, so that people share them in every way. */
const namesake = fc
  .record({
    name: fc.constantFrom('林岫', '林 岫', '陆听松'),
    birth: fc.constantFrom(undefined, '1972', '1972-04', '1972-04-15', '1973-01'),
    sex: fc.constantFrom('男' as const, '女' as const, null),
    idNumber: fc.constantFrom('', long, short, other, '不详'),
  })
  .map(({ birth, ...parts }) => person({ ...parts, ...(birth && { birth }) }))

test.each([
  ['any people', anyCadre],
  ['namesakes', namesake],
])('the pairs of %s are those that comparing everybody gives, each once', (_title, anyone) => {
  fc.assert(
    fc.property(fc.array(anyone, { maxLength: 7 }), people => {
      const all = people.flatMap((a, i) =>
        people.slice(i + 1).flatMap(b => (samePerson(a, b) === undefined ? [] : [new Set([a, b])])),
      )
      const found = findDuplicates(people).map(({ first, second }) => new Set([first, second]))
      expect(found).toHaveLength(all.length)
      expect(new Set(found)).toEqual(new Set(all))
    }),
    { numRuns: 200 },
  )
})
