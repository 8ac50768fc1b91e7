import { MM_PER_PT } from '../cadres/form/form-geometry'
import type { Measure } from '../cadres/form/text-fit.rules'
import { breakWithCompany } from '../cadres/form/text-fit.rules'
import { justified } from '../documents/document-text.rules'
import type { Block, Face, Furniture, PaperPage, PlacedLine, Rule } from '../papers/paper-page'
import type { Sides } from '../papers/sheet-size'
import type { CertificateBox, CertificateRow, TemplateFacts } from './certificates'

export type FaceMeasures = Readonly<Record<Face, Measure>>

/** Below this nobody reads a certificate. */
const LEAST_PT = 8
const STEP_PT = 0.5

/** The text of a box with what the row knows in place of {姓名}. What the row does not know is left blank. */
const filled = (text: string, fields: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{([^{}]+)\}/g, (_whole, name: string) => fields[name] ?? '')

interface Set {
  readonly pt: number
  readonly lines: readonly { readonly text: string; readonly spacing: number }[]
  readonly fits: boolean
}

/** Lines of a text at the first size of the ladder at which it fits its box. */
function setBox(box: CertificateBox, text: string, measure: Measure): Set {
  const [length, across] = box.vertical ? [box.height, box.width] : [box.width, box.height]
  let last: Set = { pt: box.pt, lines: [], fits: false }
  for (let pt = box.pt; pt >= Math.min(box.pt, LEAST_PT); pt -= STEP_PT) {
    const room = length / (pt * MM_PER_PT)
    const upright: Measure = box.vertical ? words => [...words].length : measure
    const look = { pt, face: box.face, measure: upright, x: 0, width: length, characters: 0, divide: breakWithCompany }
    const lines = text
      .split('\n')
      .flatMap(paragraph =>
        box.align === 'left' && !box.vertical
          ? justified(paragraph, look)
          : breakWithCompany(paragraph, room, upright).map(words => ({ text: words.trimEnd(), spacing: 0 })),
      )
    const fits =
      lines.length * pt * box.lead * MM_PER_PT <= across + 1e-6 && lines.every(each => upright(each.text) <= room + 0.5)
    last = { pt, lines, fits }
    if (fits) break
  }
  return last
}

function boxBlock(box: CertificateBox, set: Set, key: string): Block {
  const { pt } = set
  const linePt = pt * box.lead
  const step = linePt * MM_PER_PT
  const lines = set.lines.map(({ text, spacing }, index): PlacedLine => {
    const shared = { text, align: box.align, pt, linePt, face: box.face, spacing, tone: box.tone }
    return box.vertical
      ? { ...shared, x: box.x + box.width - step * (index + 1), y: box.y, width: box.height, vertical: true }
      : { ...shared, x: box.x, y: box.y + step * index, width: box.width }
  })
  return { key, kind: 'value', x: box.x, y: box.y, width: box.width, height: box.height, lines }
}

const rectangle = (x: number, y: number, width: number, height: number, weight: number, tone: Rule['tone']): Rule[] => {
  const corners = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ] as const
  return corners.map((from, index) => ({
    from,
    to: corners[(index + 1) % 4] ?? from,
    weight,
    ...(tone ? { tone } : {}),
  }))
}

const frameRules = ({ sheet: { width, height }, frame }: TemplateFacts): Rule[] => {
  if (frame === 'none') return []
  const outer = rectangle(9, 9, width - 18, height - 18, 2.5, 'vermilion')
  return frame === 'line' ? outer : [...outer, ...rectangle(11.5, 11.5, width - 23, height - 23, 0.75, 'gold')]
}

export interface CertificatePage {
  readonly page: PaperPage
  /** Texts that do not fit their boxes even in the smallest type: nothing is cut silently. */
  readonly tooLong: readonly string[]
}

const moved = (page: PaperPage, { x, y }: { readonly x: number; readonly y: number }): PaperPage => ({
  ...page,
  blocks: page.blocks.map(block => ({
    ...block,
    x: block.x + x,
    y: block.y + y,
    lines: block.lines.map(line => ({ ...line, x: line.x + x, y: line.y + y })),
  })),
  rules: page.rules.map(rule => ({
    ...rule,
    from: [rule.from[0] + x, rule.from[1] + y] as const,
    to: [rule.to[0] + x, rule.to[1] + y] as const,
  })),
})

export interface CertificatePaperLook {
  readonly blank: boolean
  readonly offset: { readonly x: number; readonly y: number }
  readonly mark: Furniture['mark']
}

/** One certificate on its sheet: every text in its box, set smaller where it must be. A mark above the usual stands in the corner. */
export function layCertificate(
  template: TemplateFacts,
  row: Pick<CertificateRow, 'name' | 'fields'>,
  { blank, offset, mark }: CertificatePaperLook,
  measures: FaceMeasures,
): CertificatePage {
  const tooLong: string[] = []
  const blocks = template.boxes
    .filter(({ preprinted }) => blank || !preprinted)
    .flatMap((box, index) => {
      const text = filled(box.text, row.fields)
      if (text.trim() === '') return []
      const set = setBox(box, text, measures[box.face])
      if (!set.fits) tooLong.push(text)
      return [boxBlock(box, set, String(index))]
    })
  const marked: Block[] =
    mark === ''
      ? []
      : [
          boxBlock(
            { ...cornerBox, width: template.sheet.width - 16, text: mark },
            { pt: 9, lines: [{ text: mark, spacing: 0 }], fits: true },
            '密级',
          ),
        ]
  const page = { title: row.name, blocks: [...marked, ...blocks], rules: blank ? frameRules(template) : [] }
  return { page: moved(page, offset), tooLong }
}
const cornerBox: CertificateBox = {
  text: '',
  x: 8,
  y: 3.5,
  width: 60,
  height: 5,
  face: 'mark',
  pt: 9,
  lead: 1.2,
  align: 'left',
  vertical: false,
  tone: 'black',
  preprinted: false,
}

const GRID = { fine: 5, coarse: 10 } as const

/** A sheet with a ruler in millimetres, the boxes of a template and their text: laid over a certificate against the light it shows how far the printer is off. */
export function layTestPage(
  template: TemplateFacts,
  offset: { readonly x: number; readonly y: number },
  measures: FaceMeasures,
): PaperPage {
  const { width, height }: Sides = template.sheet
  const rules: Rule[] = []
  const blocks: Block[] = []
  for (let x = 0; x <= width; x += GRID.fine) {
    const coarse = x % GRID.coarse === 0
    rules.push({ from: [x, 0], to: [x, height], weight: coarse ? 0.4 : 0.15, tone: 'grey' })
    if (coarse && x > 0) blocks.push(rulerMark(String(x), x - 5, 1, 10, 'center'))
  }
  for (let y = 0; y <= height; y += GRID.fine) {
    const coarse = y % GRID.coarse === 0
    rules.push({ from: [0, y], to: [width, y], weight: coarse ? 0.4 : 0.15, tone: 'grey' })
    if (coarse && y > 0) blocks.push(rulerMark(String(y), 1, y - 1.8, 10, 'left'))
  }
  const sample = layCertificate(template, { name: '测试页', fields: {} }, { blank: true, offset, mark: '' }, measures)
  const named = template.boxes.map((box, index) =>
    boxBlock(box, setBox(box, box.text, measures[box.face]), `box${index}`),
  )
  const own = moved(
    {
      title: '',
      blocks: named,
      rules: template.boxes.flatMap(({ x, y, width: w, height: h }) => rectangle(x, y, w, h, 0.5, 'vermilion')),
    },
    offset,
  )
  return {
    title: '测试页',
    blocks: [...blocks, ...own.blocks],
    rules: [...rules, ...sample.page.rules, ...own.rules],
  }
}
const rulerMark = (text: string, x: number, y: number, width: number, align: PlacedLine['align']): Block => ({
  key: '',
  kind: 'note',
  x,
  y,
  width,
  height: 3,
  lines: [{ text, x, y, width, align, pt: 6, linePt: 8, face: 'mark', tone: 'grey' }],
})
