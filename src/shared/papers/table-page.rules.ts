import { MARK_TOP, MM_PER_PT } from '../cadres/form/form-geometry'
import type { Block, Face, PaperPage, PlacedLine, Rule } from './paper-page'
import { sheetSides } from './sheet-size'
import type { TablePaper } from './table-paper'
import { lineOf, notesSize, type Strip, type TablePlan, tableMargins, titleSize } from './table-plan.rules'
import { cellLines, cellPad, headLines, type TableMeasures } from './table-widths'

const RULE_PT = 0.5
const FRAME_PT = 1
/** Above the lower edge of the sheet. */
const FOOT = 11
const FOOT_PT = 8

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
interface Look {
  readonly pt: number
  readonly face: Face
  readonly align: PlacedLine['align']
}

/** Lines in the middle of a box's height. */
function block(kind: Block['kind'], lines: readonly string[], box: Box, { pt, face, align }: Look): Block {
  const linePt = lineOf(pt)
  const line = linePt * MM_PER_PT
  const top = box.y + (box.height - lines.length * line) / 2
  const placed = lines.map((text, index): PlacedLine => {
    const x = box.x + cellPad.x
    return { text, x, y: top + index * line, width: box.width - 2 * cellPad.x, align, pt, linePt, face }
  })
  return { key: '', kind, ...box, lines: placed.filter(({ text }) => text !== '') }
}

/** Words that stand outside the table, from its left edge to its right. */
const beside = (paper: TablePaper, text: string, y: number, look: Look, kind: Block['kind'] = 'note'): Block[] => {
  if (text === '') return []
  const width = sheetSides(paper.sheet).width - 2 * tableMargins.side
  const height = lineOf(look.pt) * MM_PER_PT
  // The padding of a cell would move them off the table's edge.
  return [block(kind, [text], { x: tableMargins.side - cellPad.x, y, width: width + 2 * cellPad.x, height }, look)]
}

/** Rules around every strip and between its cells; a heading goes across. */
function rulesOf(plan: TablePlan, top: number, strips: readonly Strip[]): Rule[] {
  const left = tableMargins.side
  const right = left + plan.widths.reduce((sum, width) => sum + width, 0)
  const across: number[] = [top + plan.headHeight]
  const stretches: [from: number, to: number][] = [[top, top + plan.headHeight]]
  let y = top + plan.headHeight
  for (const { kind, height } of strips) {
    const last = stretches.at(-1)
    if (kind === 'row' && last && last[1] === y) last[1] = y + height
    else if (kind === 'row') stretches.push([y, y + height])
    y += height
    across.push(y)
  }
  across.pop()
  const rules: Rule[] = across.map(at => ({ from: [left, at], to: [right, at], weight: RULE_PT }))
  let x = left
  for (const width of plan.widths.slice(0, -1)) {
    x += width
    for (const [from, to] of stretches) rules.push({ from: [x, from], to: [x, to], weight: RULE_PT })
  }
  const corners = [
    [left, top],
    [right, top],
    [right, y],
    [left, y],
  ] as const
  return [...rules, ...corners.map((from, at): Rule => ({ from, to: corners[(at + 1) % 4] ?? from, weight: FRAME_PT }))]
}

/**
 * One page of a table as it lies on paper.
 * @param total how many pages there are; null while only a part of the table is known
 */
export function tablePage(
  paper: TablePaper,
  plan: TablePlan,
  index: number,
  measures: TableMeasures,
  total: number | null = plan.pages.length,
): PaperPage {
  const { pt, widths, headHeight } = plan
  const strips = plan.pages[index] ?? []
  const { height } = sheetSides(paper.sheet)
  const top = index === 0 ? plan.firstTop : tableMargins.top
  const blocks: Block[] = []
  const put = (
    kind: Block['kind'],
    linesAt: (column: number, width: number) => readonly string[],
    y: number,
    tall: number,
  ) => {
    const isHead = kind === 'label'
    let x: number = tableMargins.side
    for (const [at, width] of widths.entries()) {
      const lines = linesAt(at, width)
      const align = isHead ? 'center' : (paper.columns[at]?.align ?? 'left')
      const box = { x, y, width, height: tall }
      if (lines.length > 0) blocks.push(block(kind, lines, box, { pt, face: isHead ? 'mark' : 'body', align }))
      x += width
    }
  }

  if (index === 0) {
    const { pt: titlePt, height: room } = titleSize
    const y = tableMargins.top + (room - lineOf(titlePt) * MM_PER_PT) / 2
    blocks.push(...beside(paper, paper.title, y, { pt: titlePt, face: 'title', align: 'center' }, 'title'))
    for (const [at, words] of plan.notes.entries())
      blocks.push(
        ...beside(paper, words, tableMargins.top + room + at * lineOf(notesSize.pt) * MM_PER_PT, {
          pt: notesSize.pt,
          face: 'body',
          align: 'left',
        }),
      )
  }
  put('label', (at, width) => headLines(paper.columns[at]?.title ?? '', width, pt, measures.head), top, headHeight)
  let y = top + headHeight
  for (const strip of strips) {
    if (strip.kind === 'row') {
      const values = paper.groups[strip.group]?.rows[strip.row] ?? []
      const linesAt = (at: number, width: number): string[] =>
        cellLines(values[at] ?? null, width, pt, measures.body).slice(strip.from, strip.to)
      put('value', linesAt, y, strip.height)
    } else {
      const width = widths.reduce((sum, each) => sum + each, 0)
      const box = { x: tableMargins.side, y, width, height: strip.height }
      blocks.push(block('label', [strip.text], box, { pt, face: 'mark', align: 'left' }))
    }
    y += strip.height
  }
  const { mark, foot } = paper.furniture
  const turn = `第 ${index + 1} 页${total === null ? '' : `，共 ${total} 页`}`
  return {
    title: `第${index + 1}页`,
    rules: rulesOf(plan, top, strips),
    blocks: [
      ...blocks,
      ...beside(paper, mark, MARK_TOP, { pt: 10.5, face: 'mark', align: 'left' }),
      ...beside(paper, foot, height - FOOT, { pt: FOOT_PT, face: 'body', align: 'left' }),
      ...beside(paper, turn, height - FOOT, { pt: FOOT_PT, face: 'body', align: 'right' }),
    ],
  }
}
