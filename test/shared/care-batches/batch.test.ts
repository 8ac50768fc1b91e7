import { describe, expect, test } from 'vitest'
import { CadreId } from '../../../src/shared/cadres/cadres'
import { amountWords, batchTotals, mayEnter, mayFinish } from '../../../src/shared/care-batches/batch.rules'
import { batchPaper } from '../../../src/shared/care-batches/batch-paper.rules'
import type { Visit } from '../../../src/shared/care-batches/care-batches'
import type { VersionedStandard } from '../../../src/shared/care-standards/care-standards'
import { shippedStandards } from '../../../src/shared/care-standards/care-standards.data'
import { Day } from '../../../src/shared/dates/add-months'

test.each([
  [0, '零元整'],
  [1, '壹分'],
  [10, '壹角整'],
  [15, '壹角伍分'],
  [100, '壹元整'],
  [105, '壹元零伍分'],
  [150, '壹元伍角整'],
  [1_000, '壹拾元整'],
  [10_100, '壹佰零壹元整'],
  [100_100, '壹仟零壹元整'],
  [123_405, '壹仟贰佰叁拾肆元零伍分'],
  [1_000_000, '壹万元整'],
  [1_005_000, '壹万零伍拾元整'],
  [1_230_000, '壹万贰仟叁佰元整'],
  [10_001_000, '壹拾万零壹拾元整'],
  [100_000_000, '壹佰万元整'],
  [10_000_000_000, '壹亿元整'],
  [10_000_010_000, '壹亿零壹佰元整'],
])('%d fen is %s', (fen, words) => {
  expect(amountWords(fen)).toBe(words)
})

const standard: VersionedStandard = {
  ...(shippedStandards.find(({ occasion }) => occasion === '七一') as VersionedStandard),
  ceilingFen: 50_000,
}
const visit = (parts: Partial<Visit>): Visit => ({
  cadreId: CadreId.parse('00000000-0000-4000-8000-000000000001'),
  name: '林向阳',
  post: '退休干部',
  unitName: '区财政局',
  visitor: '部务会成员',
  plannedFen: 50_000,
  goods: '',
  result: '待走访',
  visitedOn: null,
  visitedBy: '',
  givenFen: 0,
  givenGoods: '',
  voucher: '',
  remark: '',
  revision: 1,
  ...parts,
})

test.each([
  [100_000, []],
  [99_999, ['计划 1000 元，超出预算 0.01 元（预算 999.99 元）']],
  [null, []],
])('two visits against a budget of %s', (budget, warnings) => {
  const totals = batchTotals([visit({}), visit({})], budget, standard)
  expect(totals).toMatchObject({ people: 2, waiting: 2, plannedFen: 100_000, givenFen: 0, warnings })
})

test('what was given beyond the standard is said with numbers and bars nothing', () => {
  const given = visit({ result: '已走访', visitedOn: Day.parse('2030-01-01'), givenFen: 60_000 })
  expect(batchTotals([given], null, standard).warnings).toEqual(['1 人超出标准（每人次 500 元）'])
  expect(mayFinish([given], { source: '工会' })).toEqual({ allowed: true })
  const refusal = mayFinish([given], { source: null })
  expect(refusal.allowed ? '' : refusal.reason).toContain('资金来源')
})

const today = Day.parse('2030-01-02')
const outcome = { visitedOn: null, visitedBy: '', givenFen: 0, givenGoods: '', voucher: '', remark: '' }
test.each([
  [{ ...outcome, result: '待走访' as const }, undefined],
  [{ ...outcome, result: '已走访' as const }, '已走访的，写走访日期'],
  [{ ...outcome, result: '已走访' as const, visitedOn: today, givenFen: 1 }, undefined],
  [{ ...outcome, result: '已走访' as const, visitedOn: Day.parse('2030-01-03') }, '走访日期还没有到'],
  [{ ...outcome, result: '未走访' as const }, '未走访的，写明原因'],
  [{ ...outcome, result: '未走访' as const, remark: '外出' }, undefined],
  [{ ...outcome, result: '未走访' as const, remark: '外出', givenFen: 1 }, '没有走访，不能登记给付'],
])('%j', (entered, reason) => {
  expect(mayEnter(entered, today)).toEqual(reason === undefined ? { allowed: true } : { allowed: false, reason })
})

describe('papers', () => {
  const visits = [visit({}), visit({ name: '沈怀远', plannedFen: 0 }), visit({ name: '高明', plannedFen: 30_050 })]
  const batch = { title: '七一走访慰问', from: Day.parse('2030-06-20'), to: Day.parse('2030-06-30') }
  const paper = (sheet: Parameters<typeof batchPaper>[0]) =>
    batchPaper(sheet, batch, visits, { unit: '区委组织部', on: today }, { mark: '', foot: '' })

  test('the sign-off sheet has those who get money, and their sum in figures and in words', () => {
    const rows = paper('慰问金发放签领表').groups[0]?.rows
    expect(rows?.map(row => row[1])).toEqual(['林向阳', '高明', '合计'])
    expect(rows?.at(-1)).toEqual(['', '合计', '（大写）捌佰元伍角整', '800.50', '', '', ''])
  })

  test('no amount stands on an envelope', () => {
    const labels = paper('信封标签').groups[0]?.rows.flat().join('\n') ?? ''
    expect(labels).toContain('沈怀远 同志')
    expect(labels).not.toMatch(/\d/)
  })

  test('the list has everybody in the order of the visits', () => {
    expect(paper('走访名单').groups[0]?.rows.map(row => row[0])).toEqual([1, 2, 3])
  })
})
