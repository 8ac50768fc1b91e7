import { describe, expect, test } from 'vitest'
import { songti } from '../../../src/shared/cadres/form/text-fit.rules'
import { layDocument } from '../../../src/shared/documents/document-layout.rules'
import { cell, type DocumentBody, type DocumentPart, label } from '../../../src/shared/documents/document-paper'
import { grid } from '../../../src/shared/documents/document-text.rules'
import type { PaperPage } from '../../../src/shared/papers/paper-page'

const measures = { fangsong: songti, mark: songti, title: songti, body: songti }
const furniture = { mark: '秘密★5年', foot: '秘密★5年　〔2030〕第 7 号　方汀兰　2030.01.02 10:00' }
const lay = (parts: readonly DocumentPart[], more: Partial<DocumentBody> = {}): PaperPage[] =>
  layDocument({ title: '谈话记录', draft: false, parts: [...parts], ...more }, furniture, measures)
const paragraph = (text: string, lead = ''): DocumentPart => ({ kind: 'paragraph', lead, text })
const signatures: DocumentPart = {
  kind: 'signatures',
  lines: ['谈话人（方汀兰）：', '记录人（苏既白）：', '谈话对象（周启明）：'],
}

const linesOf = (page: PaperPage) => page.blocks.flatMap(({ lines }) => lines)
const bodyOf = (page: PaperPage) =>
  linesOf(page).filter(({ y }) => y > grid.top - 1 && y < grid.top + grid.height - 0.1)
const wordsOf = (pages: readonly PaperPage[]): string =>
  pages.flatMap(page => bodyOf(page).map(({ text }) => text.trim())).join('')
const MM = 25.4 / 72
const sentence = '年轻干部要在项目一线摔打，班子会上敢说真话，遇事先想办法再提困难。'
/** Chinese that never repeats within a line, so that nothing lost goes unseen. */
const long = (characters: number): string =>
  Array.from({ length: characters }, (_, index) => String.fromCodePoint(0x4e00 + ((index * 37) % 5000))).join('')

test('a full line has 28 characters and ends at the edge; the last one keeps the grid', () => {
  const [page] = lay([paragraph(long(28 * 3))])
  const lines = bodyOf(page as PaperPage).filter(({ pt }) => pt === 16)
  expect(lines.map(({ text }) => [...text].length)).toEqual([28, 28, 28, 2])
  for (const { text, spacing = 0 } of lines.slice(0, 3))
    expect(songti(text) * 16 * MM + spacing * 27).toBeCloseTo(grid.width, 3)
  expect(lines.at(-1)?.spacing).toBeLessThan(0)
})

test('nothing is lost over many pages, and nothing stands outside of 版心', () => {
  const texts = Array.from({ length: 60 }, (_, index) => long(90 + index * 7))
  const pages = lay(texts.map(text => paragraph(text, '答：')))
  expect(pages.length).toBeGreaterThan(10)
  const whole = wordsOf(pages).replaceAll('答：', '').replaceAll('　', '')
  expect(whole).toBe(`谈话记录${texts.join('')}`)
  for (const page of pages)
    for (const { y, x, linePt } of bodyOf(page)) {
      expect(y + linePt * MM).toBeLessThanOrEqual(grid.top + grid.height + 0.01)
      expect(x).toBeGreaterThanOrEqual(grid.left)
    }
})

test('page numbers stand outside by the side of the page, mark and foot on every page', () => {
  const pages = lay([paragraph(long(28 * 50))], { draft: true })
  expect(pages.length).toBe(3)
  for (const [index, page] of pages.entries()) {
    const number = linesOf(page).find(({ text }) => text === `— ${index + 1} —`)
    expect(number).toMatchObject({ align: index % 2 === 0 ? 'right' : 'left', pt: 14 })
    expect(number?.y).toBeCloseTo(grid.top + grid.height + 7, 5)
    const texts = linesOf(page).map(({ text }) => text)
    expect(texts).toEqual(expect.arrayContaining(['未定稿', furniture.mark, furniture.foot]))
  }
})

describe('signature lines', () => {
  // However many lines stand before them, they come whole, and never without two lines of what is signed.
  test.each(Array.from({ length: 44 }, (_, index) => index + 1))('after %i paragraphs', count => {
    const pages = lay([...Array.from({ length: count }, (_, index) => paragraph(`${index}${sentence}`)), signatures])
    const signed = pages.filter(page => bodyOf(page).some(({ text }) => text.includes('）：')))
    expect(signed).toHaveLength(1)
    const [page] = signed as [PaperPage]
    const lines = bodyOf(page)
    expect(lines.filter(({ text }) => text.includes('）：'))).toHaveLength(3)
    expect(page.rules).toHaveLength(3)
    const first = lines.findIndex(({ text }) => text.includes('）：'))
    expect(lines.slice(0, first).filter(({ pt }) => pt === 16).length).toBeGreaterThanOrEqual(2)
  })
})

test('a long name is printed whole in front of the line for the hand', () => {
  const text = '谈话人（古丽扎尔·阿依木·买买提江）：'
  const [page] = lay([paragraph(sentence), { kind: 'signatures', lines: [text] }])
  const line = bodyOf(page as PaperPage).find(each => each.text === text)
  const [rule] = page?.rules ?? []
  expect((line?.x ?? 0) + songti(text) * 16 * MM).toBeLessThan(rule?.from[0] ?? 0)
})

test('a heading is never alone at the foot of a page', () => {
  for (let count = 1; count < 30; count += 1) {
    const pages = lay([
      ...Array.from({ length: count }, () => paragraph('一行')),
      { kind: 'heading', text: '二、困难与诉求' },
      paragraph(long(80)),
    ])
    const page = pages.find(each => bodyOf(each).some(({ text }) => text.includes('二、困难')))
    const lines = bodyOf(page as PaperPage)
    const at = lines.findIndex(({ text }) => text.includes('二、困难'))
    expect(lines.length - at).toBeGreaterThanOrEqual(3)
  }
})

test('a table’s head stands again overleaf, a long row goes on, every cell is whole', () => {
  const rows = Array.from({ length: 40 }, (_, index) => [
    cell('承诺'),
    cell(`${index}${long(index === 20 ? 900 : 30)}`),
  ])
  const pages = lay([{ kind: 'table', widths: [20, 136], head: [label('类别'), label('内容')], rows }])
  expect(pages.length).toBeGreaterThan(2)
  for (const page of pages) expect(bodyOf(page).filter(({ text }) => text === '内容')).toHaveLength(1)
  const whole = wordsOf(pages).replaceAll('类别', '').replaceAll('内容', '').replaceAll('承诺', '')
  expect(whole).toBe(`谈话记录${rows.map(([, each]) => each?.text).join('')}`)
  for (const page of pages)
    for (const { from, to } of page.rules) {
      expect(Math.max(from[1], to[1])).toBeLessThanOrEqual(grid.top + grid.height + 0.01)
      expect(Math.min(from[0], to[0])).toBeGreaterThanOrEqual(grid.left - 0.01)
      expect(Math.max(from[0], to[0])).toBeLessThanOrEqual(grid.left + grid.width + 0.01)
    }
})

test('a word that is wider than the line, an empty paragraph and an empty document', () => {
  expect(wordsOf(lay([paragraph(`编号${'A'.repeat(120)}`)])).replaceAll('　', '')).toBe(
    `谈话记录编号${'A'.repeat(120)}`,
  )
  expect(lay([paragraph('')])).toHaveLength(1)
  expect(lay([])).toHaveLength(1)
})
