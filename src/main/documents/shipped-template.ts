import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  Footer,
  Header,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { isLetter, type TemplateForm } from '../../shared/documents/templates'
import { typefaces } from '../../shared/papers/typefaces'

/** Source: ecosystem 5.2: 版心 of GB/T 9704 in twips, lines of 29 pt. */
const page = { top: 2098, bottom: 1984, left: 1587, right: 1474 }
const WIDTH = 11906 - page.left - page.right
const LINE = 580
const [FANGSONG, HEI, XIAOBIAO, SONG] = [
  '仿宋_GB2312',
  typefaces.mark.title,
  typefaces.title.title,
  typefaces.body.title,
]

const run = (text: string, pt = 16, font = FANGSONG): TextRun => new TextRun(styled(pt, font, { text }))
const styled = (pt: number, font: string, more: IRunOptions): IRunOptions => ({
  ...more,
  size: pt * 2,
  font: { ascii: font, hAnsi: font, eastAsia: font, cs: font, hint: 'eastAsia' },
})
const tab = (pt: number): TextRun => new TextRun(styled(pt, FANGSONG, { children: [new Tab()] }))
const underlined = (text: string): TextRun => new TextRun(styled(16, FANGSONG, { text, underline: {} }))
const lined = (line: number) => ({ before: 0, after: 0, line, lineRule: LineRuleType.EXACT })
const body = (text: string, font = FANGSONG): Paragraph =>
  new Paragraph({
    children: [run(text, 16, font)],
    alignment: AlignmentType.BOTH,
    spacing: lined(LINE),
    indent: { firstLine: 640 },
    keepNext: font === HEI,
  })
const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const borders = { top: thin, bottom: thin, left: thin, right: thin, insideHorizontal: thin, insideVertical: thin }

const cellOf = (text: string, width: number, span: number, isLabel: boolean): TableCell =>
  new TableCell({
    children: [
      new Paragraph({
        children: [run(text, 14, isLabel ? HEI : FANGSONG)],
        alignment: isLabel ? AlignmentType.CENTER : AlignmentType.LEFT,
        spacing: lined(420),
      }),
    ],
    columnSpan: span,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { marginUnitType: WidthType.DXA, top: 60, bottom: 60, left: 90, right: 90 },
  })

interface Cell {
  readonly text: string
  readonly span?: number
  readonly label?: boolean
}
function tableOf(shares: readonly number[], rows: readonly (readonly Cell[])[]): Table {
  const sum = shares.reduce((total, share) => total + share, 0)
  const widths = shares.map(share => Math.round((share / sum) * WIDTH))
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: WIDTH, type: WidthType.DXA },
    borders,
    rows: rows.map(row => {
      let at = 0
      return new TableRow({
        children: row.map(({ text, span = 1, label = false }) => {
          const width = widths.slice(at, at + span).reduce((total, each) => total + each, 0)
          at += span
          return cellOf(text, width, span, label)
        }),
      })
    }),
  })
}
const pair = (a: string, b: string): Cell[] => [
  { text: a, label: true },
  { text: `{${a}}` },
  { text: b, label: true },
  { text: `{${b}}` },
]
const wide = (name: string): Cell[] => [
  { text: name, label: true },
  { text: `{${name}}`, span: 3 },
]

/** A line to be signed by hand, kept with the ones after it. */
const signature = (): Paragraph =>
  new Paragraph({
    children: [run('{#签名}{签名人}'), underlined('　'.repeat(8)), tab(16), run('　　年　月　日{/签名}')],
    spacing: lined(LINE * 1.5),
    tabStops: [{ type: TabStopType.RIGHT, position: WIDTH }],
    keepNext: true,
    keepLines: true,
  })

const talkParts = (): (Paragraph | Table)[] => [
  tableOf(
    [24, 54, 24, 54],
    [
      pair('谈话种类', '谈话方式'),
      pair('谈话时间', '谈话地点'),
      wide('谈话对象'),
      pair('谈话人', '记录人'),
      wide('在场人员'),
      wide('谈话事由'),
      pair('三种状态', '回访等次'),
    ],
  ),
  body('{#部分}'),
  body('{序号}、{部分标题}', HEI),
  body('{#记录}{问}{答}{备注}{原话}{/记录}'),
  body('{/部分}'),
  body('{#有承诺}'),
  body('承诺与要求', HEI),
  tableOf(
    [18, 78, 34, 26],
    [
      ['类别', '内容', '责任人', '期限'].map(text => ({ text, label: true })),
      [{ text: '{#承诺}{类别}' }, { text: '{内容}' }, { text: '{责任人}' }, { text: '{期限}{/承诺}' }],
    ],
  ),
  body('{/有承诺}'),
  body('{#有小结}'),
  body('谈话小结', HEI),
  body('{小结}'),
  body('{/有小结}'),
  body('{#补充}补充（{补充人}）：{内容}{/补充}'),
  body('{密封说明}'),
  signature(),
  body('{系统确认}'),
]

const flush = (
  text: string,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.LEFT,
): Paragraph =>
  new Paragraph({
    children: [run(text)],
    alignment,
    spacing: lined(LINE),
    // The date stands four characters from the edge, where a seal will be set.
    indent: alignment === AlignmentType.RIGHT ? { right: 1280 } : {},
  })
const letterParts = (): Paragraph[] => [
  flush('{文号}'),
  flush('{姓名}同志：'),
  body('{事由}'),
  body('{问题}'),
  body('{要求}'),
  flush(''),
  flush('{落款}', AlignmentType.RIGHT),
  flush('{日期}', AlignmentType.RIGHT),
  flush(''),
  flush('抄送：{抄送}'),
]

const commendationParts = (): Paragraph[] => [
  flush('{文号}'),
  flush('{主送}'),
  body('{正文}'),
  body('{#名单}'),
  body('{单位}', HEI),
  body('{受表扬的}'),
  body('{/名单}'),
  body('{结语}'),
  flush(''),
  flush('{落款}', AlignmentType.RIGHT),
  flush('{日期}', AlignmentType.RIGHT),
  flush(''),
  flush('抄送：{抄送}'),
]
const partsOf = (form: TemplateForm): (Paragraph | Table)[] => {
  if (form === '表扬决定') return commendationParts()
  return isLetter(form) ? letterParts() : talkParts()
}

const numbered = (alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Footer =>
  new Footer({
    children: [
      new Paragraph({
        children: [new TextRun(styled(14, SONG, { children: ['— ', PageNumber.CURRENT, ' —'] }))],
        alignment,
        indent: { left: 280, right: 280 },
      }),
      new Paragraph({ children: [run('{登记}', 8, SONG)] }),
    ],
  })

const headed = (): Header =>
  new Header({
    children: [
      new Paragraph({
        children: [run('{密级}', 16, HEI), tab(16), run('{未定稿}', 16, HEI)],
        tabStops: [{ type: TabStopType.RIGHT, position: WIDTH }],
      }),
    ],
  })

/** The Word template that ships for a form: the layout of 公文, to be changed by the unit as it likes. */
export async function shippedTemplate(form: TemplateForm): Promise<Uint8Array> {
  const title = new Paragraph({
    children: [run('{标题}', 22, XIAOBIAO)],
    alignment: AlignmentType.CENTER,
    spacing: { before: 0, after: 435, line: 725, lineRule: LineRuleType.EXACT },
  })
  const file = new Document({
    creator: '担当',
    lastModifiedBy: '担当',
    title: '谈话文书',
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: styled(16, FANGSONG, {}), paragraph: { spacing: lined(LINE) } } } },
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { ...page, header: 1400, footer: 1000 } },
          grid: { type: DocumentGridType.LINES_AND_CHARS, linePitch: LINE },
        },
        headers: { default: headed(), even: headed() },
        footers: { default: numbered(AlignmentType.RIGHT), even: numbered(AlignmentType.LEFT) },
        children: [title, ...partsOf(form)],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}
