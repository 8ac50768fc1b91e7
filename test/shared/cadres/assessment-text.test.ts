import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAssessments, printAssessments } from '../../../src/shared/cadres/assessment-text'

describe('年度考核结果', () => {
  test.each<[text: string, rows: Record<number, string>]>([
    ['2021年年度考核优秀；2022年年度考核称职。', { 2021: '优秀', 2022: '称职' }],
    ['2021年年度考核优秀;2022年年度考核基本称职', { 2021: '优秀', 2022: '基本称职' }],
    ['2021年度优秀，2022年度不称职', { 2021: '优秀', 2022: '不称职' }],
    ['2021年：优秀\n2022年：称职\n', { 2021: '优秀', 2022: '称职' }],
    ['2021、2022、2023年年度考核均为称职', { 2021: '称职', 2022: '称职', 2023: '称职' }],
    ['2019—2021年年度考核均为称职；2022年优秀', { 2019: '称职', 2020: '称职', 2021: '称职', 2022: '优秀' }],
    ['2019年-2021年称职', { 2019: '称职', 2020: '称职', 2021: '称职' }],
    ['2019年度至2020年度考核合格', { 2019: '合格', 2020: '合格' }],
    ['2023年不确定等次；2024年未参加考核', { 2023: '不确定等次', 2024: '未参加考核' }],
    ['2023年年度考核不定等次', { 2023: '不定等次' }],
    ['2022年年度考核称职；2021年年度考核优秀', { 2021: '优秀', 2022: '称职' }],
    ['2022年年度考核称职；2022年年度考核称职', { 2022: '称职' }],
    ['2022年优秀2023年优秀', { 2022: '优秀', 2023: '优秀' }],
    ['无', {}],
    ['(无)', {}],
    ['（无）', {}],
    ['', {}],
    [' \n', {}],
  ])('%s', (text, rows) => {
    expect(parseAssessments(text)).toEqual({
      rows: Object.entries(rows).map(([year, grade]) => ({ year: Number(year), grade })),
      unread: [],
    })
  })

  test.each<[text: string, unread: string[]]>([
    ['近三年均为称职', ['近三年均为称职']],
    ['2021年年度考核；2022年称职', ['2021年年度考核']],
    ['2022年称职；2022年优秀', ['2022年优秀']],
    ['1900-2024称职、2099', ['1900-2024称职、2099']],
    ['情况正常', ['情况正常']],
  ])('%s is not guessed at', (text, unread) => {
    expect(parseAssessments(text).unread).toEqual(unread)
  })

  test('the sentence is the form’s own, of as many years as asked for', () => {
    const rows = [
      { year: 2022, grade: '称职' },
      { year: 2021, grade: '优秀' },
      { year: 2023, grade: '未参加考核' },
    ]
    expect(printAssessments(rows)).toBe('2021年年度考核优秀；2022年年度考核称职；2023年未参加考核。')
    expect(printAssessments(rows, 2)).toBe('2022年年度考核称职；2023年未参加考核。')
    expect(printAssessments(rows, 9)).toContain('2021')
    expect(printAssessments([])).toBe('无')
  })

  test('rows are read back as they were', () => {
    const grade = fc.constantFrom('优秀', '称职', '基本称职', '不称职', '合格', '不定等次', '不确定等次', '不进行考核')
    const row = fc.record({ year: fc.integer({ min: 1990, max: 2099 }), grade })
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: ({ year }) => year, maxLength: 20 }), rows => {
        const sorted = rows.toSorted((a, b) => a.year - b.year)
        expect(parseAssessments(printAssessments(rows))).toEqual({ rows: sorted, unread: [] })
      }),
    )
  })

  test('no text throws', () => {
    const piece = fc.constantFrom('2021', '年', '优秀', '；', '—', '称职', '1', 'x', '\n')
    fc.assert(fc.property(fc.array(piece), pieces => void parseAssessments(pieces.join(''))))
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => void parseAssessments(text)))
  })
})
