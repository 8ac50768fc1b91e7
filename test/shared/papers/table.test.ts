import { describe, expect, test } from 'vitest'
import { MM_PER_PT } from '../../../src/shared/cadres/form/form-geometry'
import { songti } from '../../../src/shared/cadres/form/text-fit.rules'
import { type SheetSize, sheetSides } from '../../../src/shared/papers/sheet-size'
import { tablePage } from '../../../src/shared/papers/table-page.rules'
import type { TableColumn, TablePaper } from '../../../src/shared/papers/table-paper'
import { planTable, tableMargins } from '../../../src/shared/papers/table-plan.rules'
import { cellLines, headLines, tableWidths } from '../../../src/shared/papers/table-widths'

const measures = { body: songti, head: songti }
const across: SheetSize = { size: 'A4', upright: false }
const narrow = (title: string, width: number): TableColumn => ({ title, width, align: 'center' })
const columns = [narrow('序号', 3), narrow('姓名', 5), { title: '现任职务', width: 16, align: 'left' } as const]
const rowsOf = (from: number, many: number, post = '石桥镇党委书记') =>
  Array.from({ length: many }, (_, index) => [from + index, '欧阳震华', post])

const paperOf = (more: Partial<TablePaper>): TablePaper => ({
  kind: 'table',
  title: '干部名册',
  notes: '共 3 人',
  columns,
  groups: [{ heading: '石桥镇（3人）', rows: rowsOf(1, 3) }],
  sheet: across,
  furniture: { mark: '秘密★5年', foot: '秘密★5年　〔2030〕第 1 号　陆四' },
  ...more,
})
const pagesOf = (paper: TablePaper) => {
  const plan = planTable(paper, measures)
  return { plan, pages: plan.pages.map((_page, index) => tablePage(paper, plan, index, measures)) }
}
const textsOf = ({ blocks }: ReturnType<typeof tablePage>) =>
  blocks.map(({ lines }) => lines.map(({ text }) => text).join(''))

describe('columns', () => {
  test.each<[string, readonly number[], SheetSize, number]>([
    ['few on A4 across are read with ease', [3, 5, 16], across, 10.5],
    ['thirteen usual ones still fit on A4 across', [3, 5, 2, 5, 3, 4, 6, 6, 5, 14, 16, 5, 6], across, 8],
    ['and are larger on A3', [3, 5, 2, 5, 3, 4, 6, 6, 5, 14, 16, 5, 6], { size: 'A3', upright: false }, 10.5],
    ['too many take the smallest size', Array.from({ length: 40 }, () => 8), { size: 'A4', upright: true }, 6],
  ])('%s', (_name, ems, sheet, pt) => {
    const room = sheetSides(sheet).width - 2 * tableMargins.side
    const paper = paperOf({ sheet, groups: [], columns: ems.map((width, index) => narrow(`列${index}`, width)) })
    const found = tableWidths(paper, room, measures)
    expect(found.pt).toBe(pt)
    expect(found.widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(room, 6)
  })

  test('a date is never divided, and what is over goes to the long texts', () => {
    const paper = paperOf({
      columns: [narrow('出生', 2), ...columns],
      groups: [{ heading: '', rows: [['1984.03.12', 1, '王芳', '']] }],
    })
    const { pt, widths } = tableWidths(paper, 269, measures)
    expect(cellLines('1984.03.12', widths[0] ?? 0, pt, songti)).toEqual(['1984.03.12'])
    expect(widths[3]).toBeGreaterThan(150)
  })

  test('where there is room a long name stands on one line', () => {
    const groups = [{ heading: '', rows: [[1, '阿依努尔·买买提', '石桥镇党委书记']] }]
    const { pt, widths } = tableWidths(paperOf({ groups }), 269, measures)
    expect(cellLines('阿依努尔·买买提', widths[1] ?? 0, pt, songti)).toEqual(['阿依努尔·买买提'])
  })

  test.each([
    ['', 20, []],
    [null, 20, []],
    [46, 20, ['46']],
    ['石桥镇党委书记', 20, ['石桥镇党', '委书记']],
    ['党委书记\n镇长', 20, ['党委书记', '镇长']],
  ])('%j in %s mm is %j', (value, width, lines) => {
    expect(cellLines(value, width, 12, songti)).toEqual(lines)
  })
})

test.each([
  ['姓名', 20, ['姓名']],
  ['参加工作时间', 22, ['参加工', '作时间']],
  ['任现职务层次年限', 16, ['任现职', '务层次', '年限']],
])('the head %s in %s mm is %j', (title, width, lines) => {
  expect(headLines(title, width, 10, songti)).toEqual(lines)
})

describe('pages', () => {
  test('one page: title, notes, head, heading, rows, mark, foot and count', () => {
    const { pages } = pagesOf(paperOf({}))
    expect(pages).toHaveLength(1)
    expect(pages[0] && textsOf(pages[0])).toEqual([
      '干部名册',
      '共 3 人',
      '序号',
      '姓名',
      '现任职务',
      '石桥镇（3人）',
      '1',
      '欧阳震华',
      '石桥镇党委书记',
      '2',
      '欧阳震华',
      '石桥镇党委书记',
      '3',
      '欧阳震华',
      '石桥镇党委书记',
      '秘密★5年',
      '秘密★5年　〔2030〕第 1 号　陆四',
      '第 1 页，共 1 页',
    ])
  })

  test('nobody at all is a page with a head', () => {
    const { pages } = pagesOf(paperOf({ groups: [] }))
    expect(pages.map(textsOf)).toEqual([expect.arrayContaining(['序号', '第 1 页，共 1 页'])])
  })

  test('a hundred people: everybody once and in order, head and mark on each page, nothing beyond the margins', () => {
    const paper = paperOf({ groups: [1, 31, 61].map(from => ({ heading: `单位${from}`, rows: rowsOf(from, 30) })) })
    const { plan, pages } = pagesOf(paper)
    expect(pages.length).toBeGreaterThan(2)
    const numbers = pages.flatMap(page => textsOf(page).filter(text => /^\d+$/.test(text)))
    expect(numbers).toEqual(Array.from({ length: 90 }, (_, index) => String(index + 1)))
    expect(plan.rowsBy.at(-1)).toBe(90)
    for (const [index, page] of pages.entries()) {
      const texts = textsOf(page)
      expect(texts).toEqual(expect.arrayContaining(['序号', '秘密★5年', `第 ${index + 1} 页，共 ${pages.length} 页`]))
      for (const { y, height, lines } of page.blocks) {
        expect(y + height).toBeLessThan(210)
        const top = Math.min(...lines.map(line => line.y))
        const bottom = Math.max(...lines.map(line => line.y + line.linePt * MM_PER_PT))
        expect([top >= y - 0.01, bottom <= y + height + 0.01]).toEqual([true, true])
      }
    }
  })

  test('a heading never stands alone at the foot, and is repeated where its group goes on', () => {
    for (let first = 1; first < 40; first += 1) {
      const paper = paperOf({
        groups: [
          { heading: '甲', rows: rowsOf(1, first) },
          { heading: '乙', rows: rowsOf(100, 40) },
        ],
      })
      for (const strips of planTable(paper, measures).pages) {
        expect(strips.at(-1)?.kind).toBe('row')
        expect(strips[0]?.kind).toBe('group')
      }
    }
    const { pages } = pagesOf(paperOf({ groups: [{ heading: '甲', rows: rowsOf(1, 40) }] }))
    expect(pages.slice(1).every(page => textsOf(page).includes('甲（续）'))).toBe(true)
  })

  test('a row longer than a page goes on, and no line of it is lost', () => {
    const lines = Array.from({ length: 120 }, (_, index) => `第${index}行`)
    const { plan, pages } = pagesOf(
      paperOf({ groups: [{ heading: '甲', rows: [...rowsOf(1, 2), [3, '王芳', lines.join('\n')], ...rowsOf(4, 1)] }] }),
    )
    const shown = pages.flatMap(({ blocks }) => blocks.flatMap(block => block.lines.map(({ text }) => text)))
    expect(shown.filter(text => /^第\d+行$/.test(text))).toEqual(lines)
    expect(plan.rowsBy.at(-1)).toBe(4)
    expect(plan.rowsBy[0]).toBe(2)
  })

  test('two thousand people are laid out', () => {
    const { plan } = pagesOf(paperOf({ groups: [{ heading: '', rows: rowsOf(1, 2000) }] }))
    expect(plan.pages.flat().filter(({ kind }) => kind === 'row')).toHaveLength(2000)
    expect(plan.pages.flat().every(({ kind }) => kind === 'row')).toBe(true)
  })
})
