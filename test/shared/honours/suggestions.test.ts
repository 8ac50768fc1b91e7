import { expect, test } from 'vitest'
import { isCivil, suggestedFor } from '../../../src/shared/honours/suggestions.rules'

const FROM = 2020
const given = (kind: '嘉奖' | '三等功', place: number) => ({ kind, forYear: FROM + place })

test.each([
  ['no 优秀', 'AAB', [], undefined],
  ['one year', 'BBA', [], '嘉奖'],
  ['two years', 'BAA', [], '嘉奖'],
  ['three in a row', 'AAA', [], '三等功'],
  ['a year of which nothing is known breaks the row', 'AA-A', [], '嘉奖'],
  ['a year without a grade breaks the row', 'AAEA', [], '嘉奖'],
  ['given already for that year', 'AAA', [given('嘉奖', 2)], undefined],
  ['the row begins anew after a 三等功', 'AAAA', [given('三等功', 2)], '嘉奖'],
  ['and is full again three years later', 'AAAAAA', [given('三等功', 2)], '三等功'],
  ['earlier 嘉奖 do not begin it anew', 'AAA', [given('嘉奖', 0), given('嘉奖', 1)], '三等功'],
] as const)('%s', (_why, letters, honours, kind) => {
  const year = FROM + letters.length - 1
  expect(suggestedFor(letters, FROM, year, honours)?.kind).toBe(kind)
})

test('every suggestion tells its basis', () => {
  expect(suggestedFor('A', 2029, 2029, [])).toMatchObject({
    why: '2029 年度考核优秀',
    basis: { source: '公务员考核规定第十九条第一项', status: 'CONFIRMED(P)' },
  })
  expect(suggestedFor('AAA', 2027, 2029, [])).toMatchObject({ why: '2027—2029 年度考核连续优秀' })
})

test.each([
  ['综合管理类公务员', true],
  ['参照管理的事业工作人员', true],
  ['事业单位管理人员', false],
  ['企业管理人员', false],
  ['', false],
])('%s is managed as a civil servant: %s', (category, is) => {
  expect(isCivil(category)).toBe(is)
})
