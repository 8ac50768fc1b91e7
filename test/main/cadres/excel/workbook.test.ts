import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { readFormat, showNumber, showSerial } from '../../../../src/main/cadres/excel/number-format'
import { readReference, unescapeExcel } from '../../../../src/main/cadres/excel/sheet'
import { book, rawBook, read, sheetOf, sheetXml, tablesOf, textRow } from './books'

describe('numbers and dates', () => {
  test.each<[id: number, code: string | undefined, kind: string, detail: unknown]>([
    [0, undefined, 'number', undefined],
    [2, undefined, 'number', 2],
    [14, undefined, 'date', 'day'],
    [17, undefined, 'date', 'month'],
    [22, undefined, 'date', 'day'],
    [20, undefined, 'time', undefined],
    [27, undefined, 'date', 'month'],
    [31, undefined, 'date', 'day'],
    [52, undefined, 'date', 'month'],
    [57, undefined, 'date', 'month'],
    [58, undefined, 'date', 'day'],
    [164, 'yyyy.mm', 'date', 'month'],
    [164, 'yyyy"年"m"月";@', 'date', 'month'],
    [164, '[$-804]yyyy"年"m"月"d"日"', 'date', 'day'],
    [164, 'yyyy\\-mm\\-dd', 'date', 'day'],
    [164, 'e"年"', 'date', 'year'],
    [164, 'h:mm:ss', 'time', undefined],
    [164, '[h]:mm', 'time', undefined],
    [164, '0.00', 'number', 2],
    [164, '0.00_);[Red]\\(0.00\\)', 'number', 2],
    [164, '#,##0', 'number', undefined],
    [164, '@', 'number', undefined],
    [164, 'General', 'number', undefined],
    [164, '"d"0', 'number', undefined],
  ])('format %i %s', (id, code, kind, detail) => {
    const format = readFormat(id, code)
    expect([
      format.kind,
      'precision' in format ? format.precision : 'decimals' in format ? format.decimals : undefined,
    ]).toEqual([kind, detail])
  })

  test.each([
    [1, 'day', false, '1900.01.01'],
    [59, 'day', false, '1900.02.28'],
    [60, 'day', false, undefined],
    [61, 'day', false, '1900.03.01'],
    [31_717, 'month', false, '1986.11'],
    [31_717.9, 'day', false, '1986.11.01'],
    [30_255, 'month', true, '1986.11'],
    [31_717, 'year', false, '1986'],
    [0, 'day', false, undefined],
    [-5, 'day', false, undefined],
    [3_000_000, 'day', false, undefined],
    [Number.NaN, 'day', false, undefined],
  ] as const)('day %d by its %s', (serial, precision, from1904, text) => {
    expect(showSerial(serial, precision, from1904)).toBe(text)
  })

  test.each([
    [1986.11, undefined, '1986.11'],
    [1986.1, undefined, '1986.1'],
    [1986.1, 2, '1986.10'],
    [198_611, undefined, '198611'],
    [1986.1100000000001, undefined, '1986.11'],
    [330_102_198_611_150_000, undefined, '330102198611150000'],
    [1e-7, undefined, '1e-7'],
  ])('the number %d shows as %s', (value, decimals, text) => {
    expect(showNumber(value, decimals)).toBe(text)
  })
})

test.each([
  ['A1', { column: 0, line: 1 }],
  ['$AA$10', { column: 26, line: 10 }],
  ['XFD1048576', { column: 16_383, line: 1_048_576 }],
  ['1A', undefined],
  ['A0', undefined],
  ['AAAA1', undefined],
  ['', undefined],
])('the reference %s', (text, place) => {
  expect(readReference(text)).toEqual(place)
})

test('what Excel writes for what XML cannot hold', () => {
  expect(unescapeExcel('甲_x000D_乙_x005F_x_x0000_')).toBe('甲\r乙_x')
})

test('cells as a person sees them, and what they do not show', async () => {
  const { tables } = await tablesOf(
    await book(workbook => {
      const sheet = workbook.addWorksheet('名册')
      sheet.addRow(['干部名册'])
      sheet.mergeCells('A1:F1')
      sheet.addRow([
        new Date(Date.UTC(1986, 10, 1)),
        new Date(Date.UTC(1986, 10, 15)),
        1986.1,
        1986.1,
        330_102_198_611_150_000,
        { richText: [{ text: '大学' }, { text: '学士', font: { bold: true } }] },
      ])
      sheet.addRow([
        { formula: '1+1', result: 2 },
        { formula: 'A1' },
        { formula: 'NA()', result: { error: '#N/A' } },
        true,
        { text: '链接', hyperlink: 'http://127.0.0.1/' },
        { formula: '_xlfn.DISPIMG("ID_1",1)', result: '=DISPIMG("ID_1",1)' },
      ])
      sheet.getCell('A2').numFmt = 'yyyy.mm'
      sheet.getCell('D2').numFmt = '0.00'
    }),
  )
  expect(tables).toEqual([
    {
      sheet: '名册',
      lines: [
        { line: 1, cells: expect.arrayContaining(['干部名册']) as string[] },
        { line: 2, cells: ['1986.11', '1986.11.15', '1986.1', '1986.10', '330102198611150000', '大学学士'] },
        { line: 3, cells: ['2', '', '', '是', '链接', ''] },
      ],
      merges: [{ top: 1, left: 0, bottom: 1, right: 5 }],
      notes: [
        { line: 2, column: 2, kind: 'lost-zero' },
        { line: 2, column: 4, kind: 'lost-digits' },
        { line: 3, column: 0, kind: 'formula' },
        { line: 3, column: 1, kind: 'formula-empty' },
        { line: 3, column: 2, kind: 'error' },
        { line: 3, column: 5, kind: 'picture' },
      ],
    },
  ])
})

test('sheets of another writer read the same', async () => {
  const rows = [
    ['姓名', '出生年月', '备注'],
    ['王芳', '1980.04', '𠮷 𪚥 <b>&amp;</b>'],
    ['李强', '1981.05', '第一行\n第二行'],
  ]
  const [mine] = (await tablesOf(await writeXlsx({ sheets: [{ name: '名册', rows }] }))).tables
  const [other] = (await tablesOf(await sheetOf(rows))).tables
  expect(mine?.lines.map(({ cells }) => cells)).toEqual(rows)
  expect(other?.lines).toEqual(mine?.lines)
})

test('hidden sheets are named and left out; hidden lines are read and told', async () => {
  const { tables, warnings } = await tablesOf(
    await book(workbook => {
      workbook.addWorksheet('名册').addRows([
        ['姓名', '性别'],
        ['王芳', '女'],
        ['李强', '男'],
      ])
      const hidden = workbook.getWorksheet('名册')?.getRow(3)
      if (hidden) hidden.hidden = true
      workbook.addWorksheet('往年', { state: 'hidden' }).addRow(['姓名'])
      workbook.addWorksheet('参数', { state: 'veryHidden' }).addRow(['男'])
      workbook.addWorksheet('空表')
    }),
  )
  expect(tables.map(({ sheet }) => sheet)).toEqual(['名册'])
  expect(tables[0]?.lines).toHaveLength(3)
  expect(warnings.map(({ text }) => text)).toEqual([
    '隐藏的工作表没有读取：“往年”、“参数”。需要时请取消隐藏后再导入',
    '工作表“名册”有 1 行被隐藏（可能是筛选），也一并读取了',
  ])
})

test.each<[what: string, name: string, bytes: Uint8Array, why: RegExp]>([
  ['a workbook of old', '名册.xls', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), /另存为 \.xlsx/],
  ['a web page under that name', '名册.xls', Buffer.from('<html><table>'), /另存为 \.xlsx/],
  ['one with a password', '名册.xlsx', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), /密码.*另存为 \.xlsx/],
  ['a page of text', '名册.xlsx', Buffer.from('姓名,性别'), /内容却不是 Excel/],
  ['another package', '名册.xlsx', rawBook('').subarray(0, 0), /文件是空的/],
  ['an empty sheet', '名册.xlsx', rawBook(sheetXml('')), /表格是空的/],
  ['cut off', '名册.xlsx', rawBook(sheetXml(textRow(1, '姓名'))).subarray(0, 900), /损坏/],
  ['a sheet cut off', '名册.xlsx', rawBook('<worksheet><sheetData><row><c>'), /损坏/],
])('%s is refused with what to do', async (_what, name, bytes, why) => {
  const answer = await read(bytes, name)
  expect(answer.ok ? 'read' : answer.failure.why).toMatch(why)
})

test('cells and lines without their references count on; texts of a reading aid are left out', async () => {
  const strings =
    '<sst><si><t>姓名</t><rPh sb="0" eb="2"><t>xing ming</t></rPh></si><si><r><t>王</t></r><r><t>芳</t></r></si></sst>'
  const rows =
    '<row><c t="s"><v>0</v></c><c t="s"><v>9</v></c></row><row><c t="s"><v>1</v></c><c><v>1980.04</v></c></row>'
  const { tables } = await tablesOf(rawBook(sheetXml(rows), { strings }))
  expect(tables[0]?.lines).toEqual([
    { line: 1, cells: ['姓名'] },
    { line: 2, cells: ['王芳', '1980.04'] },
  ])
})

test('prefixed names, as other programs write them', async () => {
  const sheet = sheetXml(textRow(1, '姓名', '性别')).replaceAll(/<(\/?)(?=\w)/g, '<$1x:')
  const { tables } = await tablesOf(rawBook(sheet))
  expect(tables[0]?.lines).toEqual([{ line: 1, cells: ['姓名', '性别'] }])
})
