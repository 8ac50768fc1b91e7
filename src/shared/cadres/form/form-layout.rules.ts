import {
  type Block,
  type Face,
  type Furniture,
  noFurniture,
  type PaperPage,
  type PlacedLine,
} from '../../papers/paper-page'
import { continuationTables } from './continuation'
import { firstTableOf, secondTableOf } from './form-cells'
import { FAMILY_ROWS, FOOT_TOP, firstTable, MARK_TOP, MM_PER_PT, secondTable, TITLE_TOP } from './form-geometry'
import type { FormSheet } from './form-sheet'
import { placeTable } from './place-table'
import { type Measure, songti } from './text-fit.rules'

export interface FormPages {
  readonly pages: readonly PaperPage[]
  /** The résumé's size in points, and whether a part of it stands on a page after the second. */
  readonly resume: { readonly pt: number; readonly goesOn: boolean }
}

export const FORM_TITLE = '干部任免审批表'

interface Note {
  readonly y: number
  readonly pt: number
  readonly align: PlacedLine['align']
  readonly face?: Face
  /** The value's name. */
  readonly named?: string
  readonly x?: number
}

/** A line that stands by itself, as wide as the tables. */
function note(text: string, { y, pt, align, face = 'body', named, x = firstTable.x }: Note): Block {
  const linePt = pt * 1.3
  const width = 165.7
  const line: PlacedLine = { text, x, y, width, align, pt, linePt, face }
  const kind = face === 'title' ? 'title' : 'note'
  return { key: named ?? '', kind, x, y, width, height: linePt * MM_PER_PT, lines: text === '' ? [] : [line] }
}

/** The title in the room above the table, in the middle of its height. */
const titleOf = (text: string, pt: number): Block =>
  note([...text].join(' '), {
    y: TITLE_TOP + (firstTable.y - TITLE_TOP - pt * 1.3 * MM_PER_PT) / 2,
    pt,
    align: 'center',
    face: 'title',
  })

/** Foot of the second page: who filled the form in, and that it goes on. */
function under(sheet: FormSheet, y: number, goesOn: string): Block[] {
  return [
    note(`填表人：${sheet.filledBy}`, { y, pt: 12, align: 'left', named: 'filledBy', x: secondTable.x }),
    ...(goesOn === '' ? [] : [note(goesOn, { y, pt: 10.5, align: 'right', x: secondTable.x })]),
  ]
}

/** The tables of a form, those of its further pages too, and the words that lead there from the second page. */
export function placeForm(sheet: FormSheet, measure: Measure) {
  const tables = [firstTableOf(sheet), secondTableOf(sheet)] as const
  const [first, second] = [placeTable(tables[0], measure), placeTable(tables[1], measure)]
  const followers = continuationTables(sheet, new Map([...first.rests, ...second.rests]), measure)
  const rest = sheet.family.length - FAMILY_ROWS
  const words = rest > 0 ? `家庭成员共 ${sheet.family.length} 人，后 ${rest} 人见续页` : '其余内容见续页'
  return {
    tables,
    first,
    second,
    followers,
    secondEnd: tables[1].y + tables[1].rows.reduce((sum, row) => sum + row, 0),
    words: followers.length === 0 ? '' : words,
  }
}

/**
 * A form as pages: two, and more only when the family has more than seven members or a text does not fit at its
 * smallest size. The same function lays out the screen, the printer's paper and the PDF.
 * @param measure the widths of the font that it is set in; of 宋体 unless said otherwise
 */
export function layoutForm(sheet: FormSheet, furniture: Furniture = noFurniture, measure: Measure = songti): FormPages {
  const { first, second, followers, secondEnd, words } = placeForm(sheet, measure)
  const bare = [
    { title: '第一页', blocks: [titleOf(FORM_TITLE, 24), ...first.blocks], rules: first.rules },
    {
      title: '第二页',
      blocks: [...second.blocks, ...under(sheet, secondEnd + 1.5, words)],
      rules: second.rules,
    },
    ...followers.map((table, index) => {
      const { blocks, rules } = placeTable(table, measure)
      const whose = note(`姓名：${sheet.name}`, { y: secondTable.y - 6.5, pt: 12, align: 'left', x: secondTable.x })
      const head = note(`${FORM_TITLE}（续页）`, { y: 12, pt: 18, align: 'center', face: 'title' })
      return { title: `续页${index + 1}`, blocks: [head, whose, ...blocks], rules }
    }),
  ]
  const pages = bare.map((page, index): PaperPage => {
    const foot = furniture.foot === '' ? '' : `${furniture.foot}　第 ${index + 1} 页，共 ${bare.length} 页`
    const around = [
      note(furniture.mark, { y: MARK_TOP, pt: 10.5, align: 'left', face: 'mark' }),
      note(foot, { y: FOOT_TOP, pt: 8, align: 'left' }),
    ]
    return { ...page, blocks: [...page.blocks, ...around.filter(({ lines }) => lines.length > 0)] }
  })
  return {
    pages,
    resume: { pt: first.sizes.get('resume') ?? 0, goesOn: first.rests.has('resume') },
  }
}
