import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeightRule,
  ImageRun,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { Cell, FormTable } from '../../shared/cadres/form/form-cells'
import { fitCell, frameOf } from '../../shared/cadres/form/form-fit'
import {
  FRAME_PT,
  firstTable,
  MM_PER_PT,
  paper,
  RESUME_INDENT,
  RULE_PT,
  secondTable,
  TITLE_TOP,
} from '../../shared/cadres/form/form-geometry'
import { FORM_TITLE, placeForm } from '../../shared/cadres/form/form-layout.rules'
import type { FormSheet } from '../../shared/cadres/form/form-sheet'
import { resumeParagraphs } from '../../shared/cadres/form/resume-lines'
import { type Fitted, type Measure, songti } from '../../shared/cadres/form/text-fit.rules'
import type { Furniture } from '../../shared/papers/paper-page'
import { typefaces } from '../../shared/papers/typefaces'
import { pictureSize } from '../../shared/photos/picture-size'
import { formStyles } from './docx-styles'

/** Word breaks lines by its own light: texts are taken for a hair wider than 宋体 has them. */
const careful: Measure = text => songti(text) * 1.012

const twips = (mm: number): number => Math.round((mm / 25.4) * 1440)
const pixels = (mm: number): number => Math.round((mm / 25.4) * 96)

const fontOf = (name: string) => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' })
const RARE = fontOf('SimSun-ExtB')

/** Runs of a text: characters beyond the common plane get the font that has them. */
const runs = (text: string, pt: number, font: string = typefaces.body.title): TextRun[] =>
  (text.match(/[\u{10000}-\u{10FFFF}]+|[^\u{10000}-\u{10FFFF}]+/gu) ?? []).map(
    part =>
      new TextRun({
        text: part,
        size: pt * 2,
        font: (part.codePointAt(0) ?? 0) > 0xffff ? RARE : fontOf(font),
      }),
  )

interface Line {
  readonly children: readonly ParagraphChild[]
  readonly pt: number
  readonly linePt: number
  readonly align?: (typeof AlignmentType)[keyof typeof AlignmentType]
  /** Millimetres. */
  readonly left?: number
  readonly right?: number
  readonly hanging?: number
}

/** A paragraph of exact lines that no grid and no automatic space moves. */
const paragraph = ({ children, pt, linePt, align, left = 0, right = 0, hanging = 0 }: Line): Paragraph =>
  new Paragraph({
    children,
    alignment: align ?? AlignmentType.LEFT,
    spacing: { before: 0, after: 0, line: Math.round(linePt * 20), lineRule: LineRuleType.EXACT },
    indent: { left: twips(left), right: twips(right), hanging: twips(hanging) },
    run: { size: pt * 2, font: fontOf(typefaces.body.title) },
  })

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT }

/** Short texts stand in the middle until they need a second line. */
function alignOf(cell: Cell, fitted: Fitted) {
  const wrapped = fitted.lines.length > cell.text.split('\n').length
  if (cell.setting === 'middle') return alignments.center
  if (cell.setting === 'short') return wrapped ? alignments.left : alignments.center
  return cell.setting === 'signed' && !wrapped ? alignments.right : alignments.left
}

/** Characters one below the other; those of a second column stand beside them. */
const stacked = (stacks: readonly string[]): string[] => {
  const columns = stacks.map(stack => [...stack])
  return Array.from({ length: Math.max(...columns.map(each => each.length)) }, (_, index) =>
    columns.map(column => column[index] ?? '　').join(' '),
  )
}

function cellParagraphs(table: FormTable, cell: Cell, fitted: Fitted): Paragraph[] {
  const { pt, linePt } = fitted
  const pad = { left: cell.padding.left * MM_PER_PT, right: cell.padding.right * MM_PER_PT }
  if (cell.stacks) {
    const rows = stacked(cell.stacks)
    const pitch = (frameOf(table, cell).height - 2.4) / rows.length / MM_PER_PT
    const line = Math.min(pitch, linePt * 1.4)
    return rows.map(text => paragraph({ children: runs(text, pt), pt, linePt: line, align: alignments.center }))
  }
  const given = fitted.rest.length === 0 ? cell.text : undefined
  if (cell.setting === 'resume') {
    const em = pt * MM_PER_PT
    // What does not fit goes on elsewhere: here stand the lines that fit, as they were set.
    const parts =
      given === undefined
        ? fitted.lines.map(({ lead = '', text, indent }) => ({ lead, text, hangs: indent > 0 }))
        : resumeParagraphs(given)
    return parts.map(({ lead, text, hangs }) => {
      const indent = hangs ? RESUME_INDENT * em : 0
      const hanging = lead === '' ? 0 : indent
      // The hanging indent is where a tab leads: the text begins there in whatever font the months are set.
      const tab = new TextRun({ children: [new Tab()], size: pt * 2, font: fontOf(typefaces.body.title) })
      const children = lead === '' ? runs(text, pt) : [...runs(lead, pt), tab, ...runs(text, pt)]
      return paragraph({ children, pt, linePt, ...pad, left: pad.left + indent, hanging })
    })
  }
  const align = alignOf(cell, fitted)
  const texts = given === undefined ? fitted.lines.map(({ text }) => text) : given.split('\n')
  return texts.map(text => paragraph({ children: runs(text, pt), pt, linePt, align, ...pad }))
}

/** The portrait as large as it fits its frame; nothing of a face is cut or stretched. */
function photoParagraph(photo: NonNullable<FormSheet['photo']>, frame: { width: number; height: number }): Paragraph {
  const size = pictureSize(photo.bytes)
  const [wide, high] = [frame.width - 1.6, frame.height - 1.6]
  const scale = size ? Math.min(wide / size.width, high / size.height) : 0
  const picture = new ImageRun({
    type: photo.kind === 'jpeg' ? 'jpg' : photo.kind,
    data: photo.bytes,
    transformation: { width: pixels((size?.width ?? 0) * scale), height: pixels((size?.height ?? 0) * scale) },
    altText: { name: '照片', title: '照片', description: '照片' },
  })
  return new Paragraph({ children: [picture], alignment: AlignmentType.CENTER, spacing: { before: 0, after: 0 } })
}

const thin = { style: BorderStyle.SINGLE, size: RULE_PT * 8, color: '000000' }
const thick = { style: BorderStyle.SINGLE, size: FRAME_PT * 8, color: '000000' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }

function tableOf(table: FormTable, photo: FormSheet['photo']): Table {
  const joinedBelow = new Set(table.cells.filter(cell => cell.joined).map(cell => `${cell.row - 1} ${cell.column}`))
  const cellOf = (cell: Cell): TableCell => {
    const frame = frameOf(table, cell)
    const fitted = fitCell(table, cell, careful)
    const borders = {
      ...(cell.joined ? { top: none } : {}),
      ...(joinedBelow.has(`${cell.row} ${cell.column}`) ? { bottom: none } : {}),
    }
    return new TableCell({
      children: cell.kind === 'photo' && photo ? [photoParagraph(photo, frame)] : cellParagraphs(table, cell, fitted),
      columnSpan: cell.columns,
      rowSpan: cell.rows,
      width: { size: twips(frame.width), type: WidthType.DXA },
      verticalAlign:
        cell.setting === 'resume'
          ? VerticalAlign.TOP
          : cell.setting === 'signed'
            ? VerticalAlign.BOTTOM
            : VerticalAlign.CENTER,
      margins: {
        marginUnitType: WidthType.DXA,
        top: cell.padding.top * 20,
        bottom: cell.padding.bottom * 20,
        left: 0,
        right: 0,
      },
      borders,
    })
  }
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: table.columns.map(twips),
    width: { size: table.columns.reduce((sum, column) => sum + twips(column), 0), type: WidthType.DXA },
    margins: { marginUnitType: WidthType.DXA, left: 0, right: 0, top: 0, bottom: 0 },
    borders: { top: thick, bottom: thick, left: thick, right: thick, insideHorizontal: thin, insideVertical: thin },
    rows: table.rows.map(
      (height, row) =>
        new TableRow({
          cantSplit: true,
          height: { value: twips(height), rule: HeightRule.EXACT },
          children: table.cells
            .filter(cell => cell.row === row)
            .toSorted((a, b) => a.column - b.column)
            .map(cellOf),
        }),
    ),
  })
}

const inPoints = (mm: number): number => mm / MM_PER_PT

/** A title that fills the room above its table exactly, so that the table stands where the blank has it. */
const titleLine = (text: string, pt: number, height: number): Paragraph =>
  paragraph({
    children: runs(text, pt, typefaces.title.title),
    pt,
    linePt: inPoints(height),
    align: AlignmentType.CENTER,
  })

/** One page of the form: its own section, since margins differ. */
function sectionOf(
  { x, top }: { x: number; top: number },
  furniture: Furniture,
  children: ISectionOptions['children'],
): ISectionOptions {
  const small = (text: string) => runs(text, 8)
  const page = [PageNumber.CURRENT, '页，共 ', PageNumber.TOTAL_PAGES, '页']
  const foot = [
    ...small(`${furniture.foot}　第 `),
    new TextRun({ children: page, size: 16, font: fontOf(typefaces.body.title) }),
  ]
  return {
    properties: {
      page: {
        size: { width: twips(paper.width), height: twips(paper.height) },
        margin: {
          top: twips(top),
          bottom: twips(10),
          left: twips(x),
          right: twips(20),
          header: twips(5),
          footer: twips(5),
        },
      },
    },
    headers: {
      default: new Header({
        children: [paragraph({ children: runs(furniture.mark, 10.5, typefaces.mark.title), pt: 10.5, linePt: 14 })],
      }),
    },
    footers: { default: new Footer({ children: [paragraph({ children: foot, pt: 8, linePt: 11 })] }) },
    children,
  }
}

const spaced = (text: string): string => [...text].join(' ')

/** A form as a Word file: the same tables, sizes and widths as on paper, every text still to be edited. */
export async function formDocument(sheet: FormSheet, furniture: Furniture): Promise<Uint8Array> {
  const { tables, followers, words } = placeForm(sheet, careful)
  const [first, second] = tables
  const room = firstTable.y - TITLE_TOP
  const filler = paragraph({
    children: runs(`填表人：${sheet.filledBy}${words === '' ? '' : `　　　　${words}`}`, 12),
    pt: 12,
    linePt: 20,
  })
  const file = new Document({
    creator: '担当',
    lastModifiedBy: '担当',
    title: FORM_TITLE,
    externalStyles: formStyles,
    sections: [
      sectionOf({ x: firstTable.x, top: TITLE_TOP }, furniture, [
        titleLine(spaced(FORM_TITLE), 24, room),
        tableOf(first, sheet.photo),
      ]),
      sectionOf({ x: secondTable.x, top: secondTable.y }, furniture, [tableOf(second, null), filler]),
      ...followers.map(table =>
        sectionOf({ x: secondTable.x, top: TITLE_TOP }, furniture, [
          titleLine(`${FORM_TITLE}（续页）`, 18, room - 6.5),
          paragraph({ children: runs(`姓名：${sheet.name}`, 12), pt: 12, linePt: inPoints(6.5) }),
          tableOf(table, null),
        ]),
      ),
    ],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}
