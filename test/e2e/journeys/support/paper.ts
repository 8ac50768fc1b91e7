import type { PdfBox, PdfPage, PdfText } from '../../support/pdf'

/** How far a printed line may lie from where the official blank has it, in millimetres. */
const TOLERANCE = 0.5

const near = (a: number, b: number): boolean => Math.abs(a - b) <= TOLERANCE
const isAcross = ({ top, bottom }: PdfBox): boolean => bottom - top < 0.05

/** Whether drawn lines cover a stretch: one after the other, without a gap. */
function covered(stretches: readonly (readonly [number, number])[], from: number, to: number): boolean {
  let reached = from
  for (const [start, end] of stretches.toSorted((a, b) => a[0] - b[0]))
    if (start <= reached + TOLERANCE) reached = Math.max(reached, end)
  return reached >= to - TOLERANCE
}

/** The edges of a box at which no line is drawn. */
export function openEdges({ lines }: PdfPage, { left, right, top, bottom }: PdfBox): string[] {
  const across = (y: number) =>
    lines.filter(line => isAcross(line) && near(line.top, y)).map(line => [line.left, line.right] as const)
  const down = (x: number) =>
    lines.filter(line => !isAcross(line) && near(line.left, x)).map(line => [line.top, line.bottom] as const)
  const edges = {
    top: covered(across(top), left, right),
    bottom: covered(across(bottom), left, right),
    left: covered(down(left), top, bottom),
    right: covered(down(right), top, bottom),
  }
  return Object.entries(edges).flatMap(([name, drawn]) => (drawn ? [] : [name]))
}

const within = (text: PdfText, { left, right, top, bottom }: PdfBox, slack = 0): boolean =>
  text.left >= left - slack && text.right <= right + slack && text.top >= top - slack && text.bottom <= bottom + slack
const centred = ({ left, right, top, bottom }: PdfText): PdfBox => {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  return { left: x, right: x, top: y, bottom: y }
}
const holds = (box: PdfBox, point: PdfBox): boolean =>
  point.left >= box.left && point.left <= box.right && point.top >= box.top && point.top <= box.bottom

export const textsIn = ({ texts }: PdfPage, box: PdfBox): PdfText[] => texts.filter(text => holds(box, centred(text)))
/** Texts that begin in a box and run out of it. */
export const runningOut = (page: PdfPage, box: PdfBox): string[] =>
  textsIn(page, box).flatMap(text => (within(text, box, 0.3) ? [] : [text.text]))
/** Text as it is read, without what only divides it. */
export const bare = (text: string): string => text.replaceAll(/\s/g, '')
export const wordsIn = (page: PdfPage, box: PdfBox): string =>
  bare(
    textsIn(page, box)
      .map(({ text }) => text)
      .join(''),
  )

export interface Grid {
  readonly x: number
  readonly y: number
  readonly columns: readonly number[]
  readonly rows: readonly number[]
}
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
/** Millimetres of some columns and rows of a grid. */
export const boxAt = (
  { x, y, columns, rows }: Grid,
  [row, column, high, wide]: readonly [row: number, column: number, rows: number, columns: number],
): PdfBox => {
  const [left, top] = [x + sum(columns.slice(0, column)), y + sum(rows.slice(0, row))]
  const [width, height] = [sum(columns.slice(column, column + wide)), sum(rows.slice(row, row + high))]
  return { left, top, right: left + width, bottom: top + height }
}

/** The lines of a page from above, each read from left to right. */
export function rowsOf({ texts }: PdfPage): string[] {
  const rows: { at: number; texts: PdfText[] }[] = []
  for (const text of texts.toSorted((a, b) => a.bottom - b.bottom)) {
    const row = rows.at(-1)
    if (row && Math.abs(row.at - text.bottom) < 0.6) row.texts.push(text)
    else rows.push({ at: text.bottom, texts: [text] })
  }
  return rows.map(row =>
    bare(
      row.texts
        .toSorted((a, b) => a.left - b.left)
        .map(({ text }) => text)
        .join(''),
    ),
  )
}

// The official blank, A4 upright, in millimetres. Source: formats 3, read from the editor's own A4.doc.
export const first: Grid = {
  x: 22,
  y: 27.8,
  columns: [13.8, 4.2, 23, 18.7, 23, 23.2, 23.5, 36.3],
  rows: [12.5, 12.2, 12, 12.5, 6.1, 6.1, 6.1, 6.1, 12.5, 12.5, 12.5, 125.8],
}
export const second: Grid = {
  x: 22.5,
  y: 27.8,
  columns: [13.1, 19.3, 22.5, 10.1, 17.8, 1.7, 13.8, 67.9],
  rows: [25, 18, 24, 11.4, ...Array.from({ length: 7 }, () => 12.3), 23.5, 13, 35.6],
}
