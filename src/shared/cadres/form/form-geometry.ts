/** Millimetres and points of the official blank, A4 upright. Source: formats 3, read from the editor's own A4.doc and A4.config. */

export const MM_PER_PT = 25.4 / 72
export const paper = { width: 210, height: 297 } as const

/** Where the tables begin. The first page's top margin holds the title, so that both tables lie back to back on one sheet. */
export const firstTable = { x: 22, y: 27.8 } as const
export const secondTable = { x: 22.5, y: 27.8 } as const
export const TITLE_TOP = 11.1
/** Nothing of a table stands below this; the foot line does. */
export const BODY_BOTTOM = 282
export const FOOT_TOP = 286
export const MARK_TOP = 6

export const firstColumns = [13.8, 4.2, 23, 18.7, 23, 23.2, 23.5, 36.3] as const
export const firstRows = [12.5, 12.2, 12, 12.5, 6.1, 6.1, 6.1, 6.1, 12.5, 12.5, 12.5, 125.8] as const
export const secondColumns = [13.1, 19.3, 22.5, 10.1, 17.8, 1.7, 13.8, 67.9] as const

/** Rows of the second page: three texts, the family's head and its members, the two signatures. */
export const textRows = { rewards: 25, assessments: 18, reason: 24 } as const
export const FAMILY_HEAD = 11.4
export const FAMILY_ROW = 12.3
export const FAMILY_ROWS = 7
export const reportingRows = { unit: 23.5, date: 13 } as const
export const OPINION_ROW = 35.6

/** Weights of the rules in points: the frame and what is inside. */
export const FRAME_PT = 1.5
export const RULE_PT = 0.5

/** Blank space inside a cell, in points. */
export interface Padding {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}
const sides = (left: number, right: number, top = 0, bottom = 0): Padding => ({ left, right, top, bottom })
export const paddings = {
  cell: sides(2, 2),
  bare: sides(0, 0),
  post: sides(5, 2, 1.5, 1.5),
  resume: sides(5, 5, 3, 2),
  text: sides(5, 2, 2, 2),
  member: sides(3, 2),
  signed: sides(5, 14, 4, 6),
} as const

/** Columns of half a character before the text of a résumé's line, in em. */
export const RESUME_INDENT = 9
