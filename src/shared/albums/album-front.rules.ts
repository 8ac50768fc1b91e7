import { MM_PER_PT } from '../cadres/form/form-geometry'
import type { FaceMeasures } from '../certificates/certificate-layout.rules'
import type { Block } from '../papers/paper-page'
import type { Sides } from '../papers/sheet-size'
import type { Drawn } from './album-person.rules'
import { bleed, bodyRoom, type ContentsLine } from './album-sheet'
import { type AlbumLook, type AlbumRoom, fitText, setLines, textBlock } from './album-text.rules'
import type { AlbumFacts } from './albums'

const cover = { ground: '#faf6ec', band: '#b5352a', bandWidth: 16 } as const
const centred = (face: AlbumLook['face'], tone: NonNullable<AlbumLook['tone']> = 'black'): AlbumLook => ({
  face,
  lead: 1.5,
  align: 'center',
  tone,
})

const said = (
  text: string,
  room: AlbumRoom,
  sizes: readonly number[],
  look: AlbumLook,
  measures: FaceMeasures,
): Block[] => (text === '' ? [] : [textBlock(fitText(text, room, sizes, look, measures), room, look, 'title')])

/** The ground runs over the edge, so that nothing white is left where it is cut. */
const ground = ({ width, height }: Sides): Drawn['fills'] => {
  const { over } = bleed
  return [
    { x: -over, y: -over, width: width + 2 * over, height: height + 2 * over, colour: cover.ground },
    { x: -over, y: -over - 0.001, width: cover.bandWidth + over, height: height + 2 * over, colour: cover.band },
  ]
}

export function coverPage({ title, subtitle, unit, on }: AlbumFacts, trim: Sides, measures: FaceMeasures): Drawn {
  const x = cover.bandWidth + 14
  const width = trim.width - x - 14
  const top = trim.height * 0.26
  const middle = x + width / 2
  return {
    fills: ground(trim),
    rules: [
      { from: [middle - 22, top + 46], to: [middle + 22, top + 46], weight: 1.5, tone: 'gold' },
      { from: [middle - 22, top + 47.5], to: [middle + 22, top + 47.5], weight: 0.5, tone: 'gold' },
    ],
    blocks: [
      ...said(
        title,
        { x, y: top, width, height: 42 },
        [48, 42, 36, 30, 26, 22, 18, 14],
        centred('title', 'vermilion'),
        measures,
      ),
      ...said(subtitle, { x, y: top + 54, width, height: 24 }, [20, 18, 16, 14, 12, 10], centred('kaiti'), measures),
      ...said(unit, { x, y: trim.height - 62, width, height: 20 }, [18, 16, 14, 12, 10, 8], centred('mark'), measures),
      ...said(on, { x, y: trim.height - 40, width, height: 10 }, [14, 12, 10, 8], centred('fangsong'), measures),
    ],
  }
}

const heading = (title: string, { x, y, width }: AlbumRoom, measures: FaceMeasures): Block[] =>
  said(title, { x, y: y - 14, width, height: 14 }, [22], { ...centred('title', 'vermilion'), lead: 1.3 }, measures)

const foreword = { pt: 13, lead: 1.85 } as const
export function forewordPages({ foreword: text }: AlbumFacts, trim: Sides, measures: FaceMeasures): Drawn[] {
  if (text === '') return []
  const room = bodyRoom(trim)
  const look: AlbumLook = { face: 'fangsong', lead: foreword.lead, indent: 2 }
  const step = foreword.pt * foreword.lead * MM_PER_PT
  const lines = setLines(text, room.width, foreword.pt, look, measures)
  const perPage = Math.floor((room.height - 8) / step)
  return Array.from({ length: Math.ceil(lines.length / perPage) }, (_, index) => ({
    fills: [],
    rules: [],
    blocks: [
      ...(index === 0 ? heading('前　言', room, measures) : []),
      textBlock(
        { pt: foreword.pt, step, lines: lines.slice(index * perPage, (index + 1) * perPage) },
        { x: room.x, y: room.y + 8, width: room.width },
        look,
      ),
    ],
  }))
}

const row = { height: 7.4, gap: 12, number: 12 } as const
const DOTS = '…'

/** One line of the contents: the title, dots as far as there is room, the page. */
function contentsRow({ title, isChapter, page }: ContentsLine, room: AlbumRoom, measures: FaceMeasures): Block[] {
  const look: AlbumLook = isChapter ? { face: 'mark', lead: 1.3, tone: 'vermilion' } : { face: 'fangsong', lead: 1.3 }
  const most = room.width - row.number
  const set = fitText(title, { width: most - 4, height: row.height }, [12, 11, 10, 9, 8, 7, 6, 5, 4], look, measures)
  const [line] = set.lines
  const used = (line ? measures[look.face](line.text) : 0) * set.pt * MM_PER_PT
  const dots = Math.max(0, Math.floor((most - used - 3) / (9 * MM_PER_PT)))
  const right: AlbumLook = { face: 'body', lead: 1.3, align: 'right' }
  const grey: AlbumLook = { face: 'body', lead: 1.3, tone: 'grey', align: 'right' }
  return [
    textBlock(set, room, look),
    ...(dots < 2
      ? []
      : said(
          DOTS.repeat(dots),
          { ...room, y: room.y + 0.6, width: most - 1, height: row.height },
          [9],
          grey,
          measures,
        )),
    textBlock(fitText(String(page), { width: room.width, height: row.height }, [12], right, measures), room, right),
  ]
}

export function contentsPages(lines: readonly ContentsLine[], trim: Sides, measures: FaceMeasures): Drawn[] {
  const room = bodyRoom(trim)
  const width = (room.width - row.gap) / 2
  const perColumn = Math.floor((room.height - 8) / row.height)
  const perPage = 2 * perColumn
  return Array.from({ length: Math.ceil(lines.length / perPage) }, (_, index) => ({
    fills: [],
    rules: [],
    blocks: [
      ...(index === 0 ? heading('目　录', room, measures) : []),
      ...lines.slice(index * perPage, (index + 1) * perPage).flatMap((line, place) =>
        contentsRow(
          line,
          {
            x: room.x + Math.floor(place / perColumn) * (width + row.gap),
            y: room.y + 8 + (place % perColumn) * row.height,
            width,
            height: row.height,
          },
          measures,
        ),
      ),
    ],
  }))
}

export function backPage({ back, unit, on }: AlbumFacts, trim: Sides, measures: FaceMeasures): Drawn {
  const x = cover.bandWidth + 20
  const width = trim.width - x - 20
  return {
    fills: ground(trim),
    rules: [],
    blocks: [
      ...said(
        back,
        { x, y: trim.height * 0.35, width, height: trim.height * 0.3 },
        [13, 12, 11, 10, 9, 8, 7, 6],
        centred('kaiti'),
        measures,
      ),
      ...said(unit, { x, y: trim.height - 46, width, height: 12 }, [12, 11, 10, 8], centred('mark'), measures),
      ...said(on, { x, y: trim.height - 32, width, height: 8 }, [11, 9, 7], centred('fangsong'), measures),
    ],
  }
}
