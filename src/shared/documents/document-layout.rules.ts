import type { Measure } from '../cadres/form/text-fit.rules'
import type { Block, Furniture, PaperPage, PlacedLine, Rule } from '../papers/paper-page'
import type { DocumentBody, DocumentPart } from './document-paper'
import { tableAtoms } from './document-table.rules'
import {
  grid,
  INDENT,
  justified,
  LINE,
  linePt,
  paragraphLines,
  placed,
  type TextLine,
  type TextLook,
  titleLines,
} from './document-text.rules'

/** How wide characters are in each typeface, in em. */
export interface DocumentMeasures {
  readonly fangsong: Measure
  readonly mark: Measure
  readonly title: Measure
  readonly body: Measure
}

/** What cannot be divided: it stands where the layout puts it, above whatever comes next. */
export interface Atom {
  /** Millimetres. */
  readonly height: number
  /** Stands on the same page as the next one. */
  readonly tied: boolean
  readonly draw: (y: number) => { readonly blocks: readonly Block[]; readonly rules: readonly Rule[] }
  /** Stands above it again where it begins a page. */
  readonly head?: Atom
}

const TITLE_PT = 22
const TITLE_LINE = 1.25 * LINE
const SMALL = { pt: 12, height: 0.75 * LINE }
const SIGNATURE = 1.5 * LINE
/** Where the hand writes: from here, this long. */
const SIGN_LENGTH = 48
const DATE_WIDTH = 42
const PAGE_NUMBER = { pt: 14, below: 7 }
const MARK_ABOVE = 10
const FOOT = { pt: 8, y: 286 }

const block = (kind: Block['kind'], lines: readonly PlacedLine[]): Block => {
  const [first] = lines
  const { x = 0, y = 0, width = 0 } = first ?? {}
  return { key: '', kind, x, y, width, height: 0, lines }
}
const bodyLook = ({ fangsong }: DocumentMeasures): TextLook => ({
  pt: grid.pt,
  face: 'fangsong',
  measure: fangsong,
  x: grid.left,
  width: grid.width,
  characters: grid.characters,
})
const blank = (height: number): Atom => ({ height, tied: true, draw: () => ({ blocks: [], rules: [] }) })

/** The first line of a paragraph is never alone at the foot of a page, the last never alone at the head of one. */
const isTied = (index: number, count: number): boolean => count > 1 && (index === 0 || index === count - 2)

function textAtoms(lead: string, text: string, measures: DocumentMeasures): Atom[] {
  const look = bodyLook(measures)
  return text.split('\n').flatMap((paragraph, place) => {
    const set = paragraphLines(place === 0 ? lead : '', paragraph, look)
    return set.lines.map(
      (line, index): Atom => ({
        height: LINE,
        tied: isTied(index, set.lines.length),
        draw(y) {
          const over = placed({ text: set.lead, spacing: line.spacing }, y, { ...look, face: 'mark' })
          const lines = [...(index === 0 && set.lead !== '' ? [over] : []), placed(line, y, look)]
          return { blocks: [block('value', lines)], rules: [] }
        },
      }),
    )
  })
}

const lineAtom = (
  line: TextLine,
  look: TextLook,
  { tied = false, align = 'left' as PlacedLine['align'], height = LINE },
): Atom => ({
  height,
  tied,
  draw: y => ({
    blocks: [block('value', [placed(line, y, look, align, (height / LINE) * linePt)])],
    rules: [],
  }),
})

function signatureAtoms(lines: readonly string[], measures: DocumentMeasures): Atom[] {
  const look = bodyLook(measures)
  const atoms = lines.map((text, index): Atom => {
    const to = grid.left + grid.width - DATE_WIDTH
    // A long name takes from the room for the hand, and is never cut.
    const end = grid.left + look.measure(text) * look.pt * (25.4 / 72) + 1
    const from = Math.max(to - SIGN_LENGTH, Math.min(end, to))
    return {
      height: SIGNATURE,
      tied: index < lines.length - 1,
      draw(y) {
        const top = y + SIGNATURE - LINE
        const label = placed({ text, spacing: 0 }, top, look)
        const date = placed({ text: '　　年　月　日', spacing: 0 }, top, look, 'right')
        return {
          blocks: [block('label', [label, date])],
          rules: [{ from: [from, y + SIGNATURE - 1.5], to: [to, y + SIGNATURE - 1.5], weight: 0.5 }],
        }
      },
    }
  })
  return [blank(0.5 * LINE), ...atoms, { ...blank(0.5 * LINE), tied: false }]
}

function atomsOf(part: DocumentPart, measures: DocumentMeasures): Atom[] {
  const look = bodyLook(measures)
  switch (part.kind) {
    case 'heading':
      return justified(part.text, { ...look, face: 'mark', measure: measures.mark }, INDENT).map(line =>
        lineAtom(line, { ...look, face: 'mark' }, { tied: true }),
      )
    case 'paragraph':
      return textAtoms(part.lead, part.text, measures)
    case 'addressee':
      return justified(part.text, look).map(line => lineAtom(line, look, { tied: true }))
    case 'closing': {
      // The date stands four characters from the edge, as where a seal will be set.
      const inside = { ...look, width: grid.width - 4 * (grid.width / grid.characters) }
      const lines = part.lines.map((text, index) =>
        lineAtom({ text, spacing: 0 }, inside, { tied: index < part.lines.length - 1, align: 'right' }),
      )
      return [blank(LINE), ...lines]
    }
    case 'table':
      return tableAtoms(part, measures)
    case 'signatures':
      return signatureAtoms(part.lines, measures)
    case 'note': {
      const small = { ...look, pt: SMALL.pt, characters: 0 }
      return part.text
        .split('\n')
        .flatMap(text => justified(text, small))
        .map(line => lineAtom(line, small, { height: SMALL.height }))
    }
  }
}

/** Signature lines take at least the last two lines of what is signed with them to another page. */
const SIGNED_WITH = 2
function allAtoms(body: DocumentBody, measures: DocumentMeasures): Atom[] {
  const width = { pt: TITLE_PT, face: 'title' as const, x: grid.left, width: grid.width }
  const most = Math.floor(grid.width / (TITLE_PT * (25.4 / 72)))
  const titles = titleLines(body.title, most).map(
    (text): Atom => ({
      height: TITLE_LINE,
      tied: true,
      draw: y => ({
        blocks: [block('title', [placed({ text, spacing: 0 }, y, width, 'center', 1.25 * linePt)])],
        rules: [],
      }),
    }),
  )
  const atoms: Atom[] = [...titles, blank(0.75 * LINE)]
  for (const part of body.parts) {
    if (part.kind === 'signatures' || part.kind === 'closing')
      for (let back = 1; back <= SIGNED_WITH && back <= atoms.length; back += 1) {
        const at = atoms.length - back
        const atom = atoms[at]
        if (atom) atoms[at] = { ...atom, tied: true }
      }
    atoms.push(...atomsOf(part, measures))
  }
  return atoms
}

/** Groups that stand together where they fit on a page at all. */
function* chunksOf(atoms: readonly Atom[]): Generator<Atom[]> {
  let chunk: Atom[] = []
  for (const atom of atoms) {
    chunk.push(atom)
    if (!atom.tied) {
      yield chunk
      chunk = []
    }
  }
  if (chunk.length > 0) yield chunk
}

/** A hair's breadth is forgiven: heights are sums of fractions. */
const HAIR = 1e-6

function pagesOf(atoms: readonly Atom[]): Atom[][] {
  const pages: Atom[][] = [[]]
  let left: number = grid.height
  const turn = (): void => {
    pages.push([])
    left = grid.height
  }
  const put = (atom: Atom): void => {
    const isFirst = pages.at(-1)?.length === 0 && pages.length > 1
    const added = isFirst && atom.head && atom.head !== atom ? [atom.head, atom] : [atom]
    pages.at(-1)?.push(...added)
    left -= added.reduce((sum, { height }) => sum + height, 0)
  }
  for (const chunk of chunksOf(atoms)) {
    const height = chunk.reduce((sum, atom) => sum + atom.height, 0)
    const first = chunk[0]?.head?.height ?? 0
    if (height <= left + HAIR) for (const atom of chunk) put(atom)
    else if (height + first <= grid.height + HAIR) {
      turn()
      for (const atom of chunk) put(atom)
    } else
      for (const atom of chunk) {
        if (atom.height > left + HAIR) turn()
        put(atom)
      }
  }
  return pages
}

/**
 * A document page by page as it lies on paper: 22 lines of 28 characters, the page number outside by the side of the page,
 * the mark and 未定稿 above, the line of the register below. Source: GB/T 9704—2012.
 */
export function layDocument(body: DocumentBody, furniture: Furniture, measures: DocumentMeasures): PaperPage[] {
  const beside = (
    text: string,
    y: number,
    look: { pt: number; face: 'mark' | 'body' },
    align: PlacedLine['align'] = 'left',
    inset = 0,
  ): Block[] => {
    if (text === '') return []
    const at = { ...look, x: grid.left + inset, width: grid.width - 2 * inset }
    return [block('note', [placed({ text, spacing: 0 }, y, at, align, look.pt * 1.25)])]
  }
  return pagesOf(allAtoms(body, measures)).map((atoms, index) => {
    const blocks: Block[] = []
    const rules: Rule[] = []
    let y: number = grid.top
    for (const atom of atoms) {
      const drawn = atom.draw(y)
      blocks.push(...drawn.blocks)
      rules.push(...drawn.rules)
      y += atom.height
    }
    const above = { pt: grid.pt, face: 'mark' as const }
    const number = { pt: PAGE_NUMBER.pt, face: 'body' as const }
    const inset = PAGE_NUMBER.pt * (25.4 / 72)
    return {
      title: `第${index + 1}页`,
      rules,
      blocks: [
        ...beside(furniture.mark, grid.top - MARK_ABOVE, above),
        ...beside(body.draft ? '未定稿' : '', grid.top - MARK_ABOVE, above, 'right'),
        ...blocks,
        ...beside(
          `— ${index + 1} —`,
          grid.top + grid.height + PAGE_NUMBER.below,
          number,
          index % 2 === 0 ? 'right' : 'left',
          inset,
        ),
        ...beside(furniture.foot, FOOT.y, { pt: FOOT.pt, face: 'body' }),
      ],
    }
  })
}
