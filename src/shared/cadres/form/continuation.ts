import { type Cell, FAMILY_TITLE, type FormTable, familyCells } from './form-cells'
import {
  BODY_BOTTOM,
  FAMILY_HEAD,
  FAMILY_ROW,
  FAMILY_ROWS,
  MM_PER_PT,
  paddings,
  secondColumns,
  secondTable,
} from './form-geometry'
import type { FormSheet } from './form-sheet'
import { resumeLines } from './resume-lines'
import { fitText, joinLines, type Measure, plainLines, type SetLine, type Step } from './text-fit.rules'

/** A part of the pages that follow the second: rows that stay together. */
interface Piece {
  readonly rows: readonly number[]
  cellsFrom(row: number): readonly Cell[]
}

const ROOM = BODY_BOTTOM - secondTable.y
/** Here there is room: a size that reads well. */
const restStep: Step = { pt: 10.5, linePt: 13 }
const restTitles: Readonly<Record<string, string>> = {
  resume: '简历续',
  rewards: '奖惩情况续',
  assessments: '年度考核续',
  reason: '任免理由续',
}
/** A title of five characters one below the other. */
const TITLE_HEIGHT = 32

function familyPieces(family: FormSheet['family']): Piece[] {
  const most = Math.floor((ROOM - FAMILY_HEAD) / FAMILY_ROW)
  const pieces: Piece[] = []
  for (let from = FAMILY_ROWS; from < family.length; from += most) {
    const members = family.slice(from, from + most)
    pieces.push({
      rows: [FAMILY_HEAD, ...members.map(() => FAMILY_ROW)],
      cellsFrom: row => familyCells(row, members, members.length, members.length > 4 ? FAMILY_TITLE : '家庭成员'),
    })
  }
  return pieces
}

function textPieces(key: string, rest: readonly SetLine[], measure: Measure): Piece[] {
  const padding = paddings.text
  const width = 153.1 - (padding.left + padding.right) * MM_PER_PT
  const height = ROOM - (padding.top + padding.bottom) * MM_PER_PT
  const pieces: Piece[] = []
  let text = joinLines(rest)
  while (text !== '') {
    const setter = key === 'resume' ? resumeLines : plainLines
    const fitted = fitText(text, { width, height }, measure, [restStep], setter)
    const part = joinLines(fitted.lines)
    const place = { rows: 1, setting: key === 'resume' ? 'resume' : 'start', padding } as const
    pieces.push({
      rows: [
        Math.max(TITLE_HEIGHT, (fitted.lines.length * restStep.linePt + padding.top + padding.bottom) * MM_PER_PT),
      ],
      cellsFrom: row => [
        { ...familyTitle(row), text: restTitles[key] ?? '', stacks: [restTitles[key] ?? ''] },
        { key: `${key}Rest`, kind: 'value', row, column: 1, columns: 7, text: part, ladder: [restStep], ...place },
      ],
    })
    text = joinLines(fitted.rest)
  }
  return pieces
}

const familyTitle = (row: number): Cell => ({
  key: '',
  kind: 'label',
  row,
  column: 0,
  rows: 1,
  columns: 1,
  text: '',
  setting: 'middle',
  padding: paddings.bare,
})

/** Tables for the pages after the second: members from the eighth on, and texts that did not fit. Usually none. */
export function continuationTables(
  sheet: FormSheet,
  rests: ReadonlyMap<string, readonly SetLine[]>,
  measure: Measure,
): FormTable[] {
  const pieces = [
    ...[...rests].flatMap(([key, rest]) => textPieces(key, rest, measure)),
    ...familyPieces(sheet.covered.includes('family') ? [] : sheet.family),
  ]
  const pages: { rows: number[]; cells: Cell[] }[] = []
  let left = 0
  for (const { rows, cellsFrom } of pieces) {
    const height = rows.reduce((sum, row) => sum + row, 0)
    let page = pages.at(-1)
    if (!page || height > left) {
      page = { rows: [], cells: [] }
      pages.push(page)
      left = ROOM
    }
    page.cells.push(...cellsFrom(page.rows.length))
    page.rows.push(...rows)
    left -= height
  }
  return pages.map(page => ({ ...secondTable, columns: secondColumns, ...page }))
}
