import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyChanges, CadreChange, diffCadres, inverseOf, mayApply } from '../../../src/shared/cadres/diff.rules'
import { describeChange, showValue } from '../../../src/shared/cadres/diff-words'
import { alignRows } from '../../../src/shared/cadres/row-alignment'
import { anyCadre } from './arbitrary'
import { complete, type Parts, person } from './person'

const kinds = (a: Parts, b: Parts): string[] =>
  diffCadres(person(a), person(b)).map(
    change => `${change.kind} ${change.field}${'at' in change ? ` ${change.at}` : ''}`,
  )
const family = (...names: string[]): Parts => ({ family: names.map(name => ({ title: '儿子', name })) })

describe('differences', () => {
  test.each<[Parts, Parts, string[]]>([
    [{}, {}, []],
    [{ birth: '1972-04' }, { birth: '1972-05' }, ['value birth']],
    [{}, { form: { currentPost: '局长' }, workStart: '1990' }, ['value workStart', 'value form.currentPost']],
    [{ id: '7c8c1d0e-3f52-4d0c-8a55-1f1e2d3c4b5a' as never }, {}, []],
    [family('甲'), family('甲', '乙'), ['row-added family 1']],
    [family('甲'), family('乙', '甲'), ['row-added family 0']],
    [family('甲', '乙'), family('乙'), ['row-removed family 0']],
    [family('甲', '乙', '丙'), family('甲', '丁', '丙'), ['row-changed family 1']],
    [family('甲', '乙'), family('乙', '甲'), ['row-removed family 0', 'row-added family 2']],
    [{ tags: ['甲', '乙'] }, { tags: ['乙'] }, ['row-removed tags 0']],
    [
      {
        assessments: [
          { year: 2023, grade: '称职' },
          { year: 2024, grade: '称职' },
        ],
      },
      {
        assessments: [
          { year: 2022, grade: '优秀' },
          { year: 2023, grade: '优秀' },
          { year: 2024, grade: '称职' },
        ],
      },
      ['row-added assessments 0', 'row-changed assessments 0'],
    ],
  ])('%j to %j', (a, b, expected) => {
    expect(kinds(a, b)).toEqual(expected)
  })

  test('only the fields asked for', () => {
    expect(diffCadres(person(), complete(), ['birth', 'tags'])).toEqual([
      { kind: 'value', field: 'birth', before: null, after: '1982-11' },
    ])
  })
})

test('a chosen part is applied, and undone', () => {
  const [before, after] = [
    person(family('甲', '乙', '丙')),
    person({ ...family('丁', '乙', '戊', '己'), birth: '1972-04' }),
  ]
  const chosen = diffCadres(before, after).filter(({ kind }) => kind !== 'row-changed')
  const result = applyChanges(before, chosen)
  expect(result.birth).toBe('1972-04')
  expect(result.family.map(({ name }) => name)).toEqual(['甲', '乙', '丙', '己'])
  expect(applyChanges(result, inverseOf(chosen))).toEqual(before)
})

test('changes are not put on a file that has changed since', () => {
  const changes = diffCadres(person(family('甲')), person({ ...family('甲', '乙'), birth: '1972-04' }))
  expect(mayApply(person(family('甲')), changes)).toEqual({ allowed: true })
  expect(mayApply(person({ ...family('甲'), birth: '1980' }), changes)).toMatchObject({ allowed: false })
  expect(mayApply(person(), changes)).toMatchObject({ allowed: false })
  const removal = diffCadres(person(family('甲')), person())
  expect(mayApply(person(family('乙')), removal)).toEqual({
    allowed: false,
    reason: '“家庭成员”在此之后又改过，不能直接套用这一处修改',
  })
})

test('words', () => {
  const before = person({ birth: '1972-04', family: [{ title: '儿子', name: '周岳', birth: '1999' }], tags: ['甲'] })
  const after = person({ name: '林岫', family: [{ title: '儿子', name: '周岳', birth: '1999-03', politics: '群众' }] })
  const words = diffCadres(before, { ...after, unitOrder: 2, resume: complete().resume.slice(-1) }).map(describeChange)
  expect(words).toEqual([
    { label: '姓名', before: '陆听松', after: '林岫' },
    { label: '出生年月', before: '1972.04', after: '（空）' },
    { label: '单位内排序', before: '0', after: '2' },
    { label: '标签第1行删除', before: '甲', after: '（空）' },
    { label: '履历增加一行', before: '（空）', after: '2021.03，云泽区司法局局长，乡科级正职' },
    { label: '家庭成员第1行', before: '出生年月 1999，政治面貌 （空）', after: '出生年月 1999.03，政治面貌 群众' },
  ])
  expect(showValue('form.resume', '1990-07')).toBe('1990-07')
})

describe('for any two files', () => {
  test('applying the difference gives the second, and its inverse the first again', () => {
    fc.assert(
      fc.property(anyCadre, anyCadre, (a, b) => {
        const changes = diffCadres(a, b)
        expect(mayApply(a, changes)).toEqual({ allowed: true })
        expect(applyChanges(a, changes)).toEqual(b)
        expect(applyChanges(b, inverseOf(changes))).toEqual(a)
      }),
    )
  })

  test('any part of the difference can be undone, and stored', () => {
    fc.assert(
      fc.property(anyCadre, anyCadre, fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), (a, b, picks) => {
        const chosen = diffCadres(a, b).filter((_, place) => picks[place])
        const result = applyChanges(a, chosen)
        const undo = inverseOf(chosen)
        expect(mayApply(result, undo)).toEqual({ allowed: true })
        expect(applyChanges(result, undo)).toEqual(a)
        expect(CadreChange.array().parse(JSON.parse(JSON.stringify(chosen)))).toEqual(chosen)
      }),
    )
  })

  test('a file has no difference from itself, and words for every one from another', () => {
    fc.assert(
      fc.property(anyCadre, anyCadre, (a, b) => {
        expect(diffCadres(a, a)).toEqual([])
        for (const change of diffCadres(a, b)) {
          const { label, before, after } = describeChange(change)
          expect(`${label}${before}${after}`).not.toMatch(/undefined|null|\[object/)
        }
      }),
    )
  })
})

test('alignment keeps equal rows and pairs what was changed in their midst', () => {
  const same = (a: string[], b: string[]) => alignRows(a, b, a, b)
  expect(same([], [])).toEqual([])
  expect(same(['x'], [])).toEqual([{ a: 0 }])
  expect(same(['x', 'y', 'z'], ['x', 'q', 'z'])).toEqual([
    { a: 0, b: 0 },
    { a: 1, b: 1 },
    { a: 2, b: 2 },
  ])
  expect(alignRows(['1a', '1b'], ['1b'], ['1', '1'], ['1'])).toEqual([{ a: 0 }, { a: 1, b: 0 }])
})
