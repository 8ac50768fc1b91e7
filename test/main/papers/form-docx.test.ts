import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { readZip } from '../../../src/main/cadres/zip-guard'
import { formDocument } from '../../../src/main/papers/form-docx'
import type { FormSheet } from '../../../src/shared/cadres/form/form-sheet'
import { noFurniture } from '../../../src/shared/papers/paper-page'
import { family, resumeOf, sheetWith } from '../../shared/cadres/form/sheets'
import { png } from '../cadres/people'

interface Node {
  readonly name: string
  readonly attributes: Record<string, string>
  readonly children: Node[]
  text: string
}

/** The parts of a Word file as trees; every part that ends in .xml must be well formed. */
async function partsOf(bytes: Uint8Array): Promise<Map<string, Node>> {
  const parts = new Map<string, Node>()
  const zip = await readZip(bytes, () => true)
  if (!zip.ok) throw new Error(zip.failure.why)
  for (const [name, data] of zip.value) {
    if (!/\.(xml|rels)$/.test(name)) continue
    const root: Node = { name: '', attributes: {}, children: [], text: '' }
    const open = [root]
    const parser = new SaxesParser()
    parser.on('opentag', ({ name: tag, attributes }) => {
      const node: Node = { name: tag, attributes: attributes, children: [], text: '' }
      open.at(-1)?.children.push(node)
      open.push(node)
    })
    parser.on('text', text => {
      const last = open.at(-1)
      if (last) last.text += text
    })
    parser.on('closetag', () => void open.pop())
    parser.on('error', error => {
      throw error
    })
    parser.write(Buffer.from(data).toString('utf8')).close()
    parts.set(name, root)
  }
  return parts
}
const all = (node: Node, name: string): Node[] => [
  ...(node.name === name ? [node] : []),
  ...node.children.flatMap(child => all(child, name)),
]
const words = (node: Node): string =>
  all(node, 'w:p')
    .map(paragraph =>
      all(paragraph, 'w:t')
        .map(({ text }) => text)
        .join(''),
    )
    .join('\n')
const mm = (twips: string | undefined): number => Math.round((Number(twips) / 1440) * 254) / 10

async function documentOf(sheet: FormSheet, furniture = noFurniture) {
  const parts = await partsOf(await formDocument(sheet, furniture))
  const document = parts.get('word/document.xml')
  if (!document) throw new Error('no document')
  return { parts, document, tables: all(document, 'w:tbl') }
}

describe('the tables', () => {
  test('have the columns and rows of the official blank', async () => {
    const { tables } = await documentOf(sheetWith())
    const [first, second] = tables
    if (!first || !second) throw new Error('two tables')
    const columns = (table: Node) => all(table, 'w:gridCol').map(({ attributes }) => mm(attributes['w:w']))
    const rows = (table: Node) => all(table, 'w:trHeight').map(({ attributes }) => mm(attributes['w:val']))
    expect(columns(first)).toEqual([13.8, 4.2, 23, 18.7, 23, 23.2, 23.5, 36.3])
    expect(rows(first)).toEqual([12.5, 12.2, 12, 12.5, 6.1, 6.1, 6.1, 6.1, 12.5, 12.5, 12.5, 125.8])
    expect(columns(second)).toEqual([13.1, 19.3, 22.5, 10.1, 17.8, 1.7, 13.8, 67.9])
    expect(rows(second)).toEqual([25, 18, 24, 11.4, ...Array.from({ length: 7 }, () => 12.3), 23.5, 13, 35.6])
    for (const { attributes } of tables.flatMap(table => all(table, 'w:trHeight')))
      expect(attributes['w:hRule']).toBe('exact')
  })

  test('every row fills the grid, merged cells included', async () => {
    for (const edition of ['3', '4'] as const) {
      const { tables } = await documentOf(sheetWith({ family: family(12), form: { resume: resumeOf(90) } }, edition))
      expect(tables).toHaveLength(3)
      for (const table of tables)
        for (const row of all(table, 'w:tr')) {
          const spans = row.children
            .filter(({ name }) => name === 'w:tc')
            .map(cell => Number(all(cell, 'w:gridSpan')[0]?.attributes['w:val'] ?? 1))
          expect(spans.reduce((sum, span) => sum + span, 0)).toBe(8)
        }
    }
  })

  test('A4, margins and title as the blank has them', async () => {
    const { document } = await documentOf(sheetWith())
    const [first, second] = all(document, 'w:pgMar').map(({ attributes }) => attributes)
    for (const { attributes } of all(document, 'w:pgSz'))
      expect([mm(attributes['w:w']), mm(attributes['w:h'])]).toEqual([210, 297])
    expect([mm(first?.['w:left']), mm(first?.['w:top'])]).toEqual([22, 11.1])
    expect([mm(second?.['w:left']), mm(second?.['w:top'])]).toEqual([22.5, 27.8])
    const [title] = all(document, 'w:p')
    const run = title && all(title, 'w:r')[0]
    expect(run && all(run, 'w:rFonts')[0]?.attributes['w:eastAsia']).toBe('方正小标宋简体')
    expect(run && all(run, 'w:sz')[0]?.attributes['w:val']).toBe('48')
  })
})

describe('the texts', () => {
  const sheet = sheetWith({
    name: '周𠮷㛃䶮',
    family: family(9),
    form: { resume: resumeOf(30), currentPost: '云泽区司法局党组书记、局长' },
  })

  test('all stand in it, rare characters in a font that has them', async () => {
    const { document } = await documentOf(sheet)
    const told = words(document)
    for (const value of [sheet.name, sheet.currentPost, sheet.reason, sheet.reportingUnit, sheet.fullTime.school])
      expect(told).toContain(value)
    // The months and the text beside them, which a tab divides.
    for (const line of sheet.resume.split('\n')) expect(told).toContain(line.replaceAll(' ', ''))
    for (const member of sheet.family) expect(told).toContain(member.name)
    const rare = all(document, 'w:r').find(run => all(run, 'w:t')[0]?.text === '𠮷')
    expect(rare && all(rare, 'w:rFonts')[0]?.attributes['w:eastAsia']).toBe('SimSun-ExtB')
  })

  test('the résumé shrinks as on paper, its text hanging beside the months', async () => {
    const { document } = await documentOf(sheet)
    const line = all(document, 'w:p').find(paragraph => words(paragraph).startsWith('1970.01--'))
    const size = Number(line && all(line, 'w:sz').at(-1)?.attributes['w:val']) / 2
    const indent = line && all(line, 'w:ind')[0]?.attributes
    expect(size).toBe(10.5)
    // Nine characters and the cell's own padding.
    expect(Number(indent?.['w:hanging']) / 20).toBeCloseTo(9 * size, 0)
    expect(Number(indent?.['w:left']) / 20).toBeCloseTo(9 * size + 5, 0)
  })

  test('mark, number and page stand outside the table', async () => {
    const { parts } = await documentOf(sheet, { mark: '秘密★10年', foot: '秘密★10年　〔2026〕第 42 号　陆四' })
    const of = (pattern: RegExp) => [...parts].filter(([name]) => pattern.test(name)).map(([, part]) => words(part))
    expect(of(/header\d\.xml$/)).toEqual(['秘密★10年', '秘密★10年', '秘密★10年'])
    for (const foot of of(/footer\d\.xml$/)) expect(foot).toContain('〔2026〕第 42 号　陆四　第 页，共 页')
  })

  test('hostile text stays text', async () => {
    const { document } = await documentOf(sheetWith({ name: '<w:p>&"王', form: { reason: ']]><!--\u0007=1+1' } }))
    expect(words(document)).toContain('<w:p>&"王')
  })
})

test('elements stand in the order that the schema wants', async () => {
  const { document } = await documentOf({
    ...sheetWith({ family: family(9) }, '4'),
    photo: { kind: 'png', bytes: new Uint8Array(png) },
  })
  const orders: Record<string, readonly string[]> = {
    'w:pPr': ['w:pStyle', 'w:keepNext', 'w:spacing', 'w:ind', 'w:jc', 'w:rPr', 'w:sectPr'],
    'w:tcPr': ['w:tcW', 'w:gridSpan', 'w:vMerge', 'w:tcBorders', 'w:tcMar', 'w:vAlign'],
    'w:tblPr': ['w:tblW', 'w:jc', 'w:tblInd', 'w:tblBorders', 'w:tblLayout', 'w:tblCellMar', 'w:tblLook'],
    'w:tcBorders': ['w:top', 'w:left', 'w:bottom', 'w:right'],
  }
  for (const [name, order] of Object.entries(orders))
    for (const node of all(document, name)) {
      const places = node.children.map(child => order.indexOf(child.name))
      expect(places, node.children.map(child => child.name).join()).toEqual(places.toSorted((a, b) => a - b))
      expect(places).not.toContain(-1)
    }
})

test('the portrait keeps its shape inside the frame', async () => {
  const { document } = await documentOf({ ...sheetWith(), photo: { kind: 'png', bytes: new Uint8Array(png) } })
  const [extent] = all(document, 'wp:extent')
  const [wide, high] = [extent?.attributes['cx'], extent?.attributes['cy']].map(emu => Number(emu) / 36_000)
  expect(wide).toBeLessThanOrEqual(36.3)
  expect(high).toBeLessThanOrEqual(49.2)
})
