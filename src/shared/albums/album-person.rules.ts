import { MM_PER_PT } from '../cadres/form/form-geometry'
import type { FaceMeasures } from '../certificates/certificate-layout.rules'
import type { Block, Fill, Rule } from '../papers/paper-page'
import type { AlbumPerson } from './album-content.rules'
import { type AlbumLook, type AlbumRoom, fitText, plateLines, setLines, textBlock } from './album-text.rules'

/** What stands on a page or in a part of one. */
export interface Drawn {
  readonly blocks: readonly Block[]
  readonly rules: readonly Rule[]
  readonly fills: readonly Fill[]
}

interface PersonLook {
  readonly portrait: { readonly width: number; readonly height: number }
  readonly name: readonly number[]
  readonly small: readonly number[]
  readonly deeds: readonly number[]
  readonly gap: number
}
const ladder = (from: number, to: number): number[] =>
  Array.from({ length: Math.round((from - to) * 2) + 1 }, (_, index) => from - index / 2)

const looks: Record<'one' | 'two' | 'four', PersonLook> = {
  one: {
    portrait: { width: 54, height: 72 },
    name: ladder(28, 9),
    small: ladder(13.5, 6),
    deeds: ladder(13, 10.5),
    gap: 9,
  },
  two: {
    portrait: { width: 36, height: 48 },
    name: ladder(21, 8),
    small: ladder(11.5, 5.5),
    deeds: ladder(11, 9),
    gap: 5,
  },
  four: {
    portrait: { width: 30, height: 40 },
    name: ladder(17, 7),
    small: ladder(10, 5),
    deeds: ladder(10.5, 9),
    gap: 4,
  },
}
const deedsLook: AlbumLook = { face: 'body', lead: 1.7, indent: 2 }
const plate = { ground: '#f5f0e4' } as const

function portraitOf({ key, name, hasPhoto }: AlbumPerson, room: AlbumRoom): Drawn {
  const { x, y, width, height } = room
  if (hasPhoto) return { blocks: [{ key, kind: 'photo', x, y, width, height, lines: [] }], rules: [], fills: [] }
  const inset = 1.2
  const corners = [
    [x + inset, y + inset],
    [x + width - inset, y + inset],
    [x + width - inset, y + height - inset],
    [x + inset, y + height - inset],
  ] as const
  return {
    blocks: [{ key: '', kind: 'label', x, y, width, height, lines: plateLines(name, room) }],
    rules: corners.map((from, index) => ({ from, to: corners[(index + 1) % 4] ?? from, weight: 0.75, tone: 'gold' })),
    fills: [{ x, y, width, height, colour: plate.ground }],
  }
}

/** Portrait, name, honour: everything but the deeds. It never needs more than its height. */
function headOf(person: AlbumPerson, room: AlbumRoom, look: PersonLook, measures: FaceMeasures): Drawn {
  const { width, height } = look.portrait
  const portrait = portraitOf(person, { x: room.x, y: room.y, width, height })
  const x = room.x + width + look.gap
  const column = room.width - width - look.gap
  const shares = [
    { text: person.name, sizes: look.name, share: 0.25, style: { face: 'title', lead: 1.3 } },
    // Said once, quietly, where it is read with the name.
    {
      text: person.posthumous ? '追授' : '',
      sizes: look.small,
      share: 0.1,
      style: { face: 'kaiti', lead: 1.4, tone: 'grey' },
    },
    { text: person.post, sizes: look.small, share: 0.25, style: { face: 'fangsong', lead: 1.45 } },
    { text: person.honour, sizes: look.small, share: 0.25, style: { face: 'mark', lead: 1.45, tone: 'vermilion' } },
    {
      text: person.given,
      sizes: look.small.map(pt => pt * 0.85),
      share: 0.15,
      style: { face: 'fangsong', lead: 1.4, tone: 'grey' },
    },
  ] as const satisfies readonly { text: string; sizes: readonly number[]; share: number; style: AlbumLook }[]
  const blocks: Block[] = []
  let y = room.y
  for (const { text, sizes, share, style } of shares) {
    if (text === '') continue
    const set = fitText(text, { width: column, height: height * share }, sizes, style, measures)
    blocks.push(textBlock(set, { x, y, width: column }, style))
    y += set.lines.length * set.step + height * 0.02
  }
  return { ...portrait, blocks: [...portrait.blocks, ...blocks] }
}

/** A person in a part of a page; undefined where the deeds do not fit it even in the smallest type. */
export function slotOf(
  person: AlbumPerson,
  room: AlbumRoom,
  layout: 'two' | 'four',
  measures: FaceMeasures,
): Drawn | undefined {
  const look = looks[layout]
  const y = room.y + look.portrait.height + look.gap
  const left = { width: room.width, height: room.y + room.height - y }
  const deeds = fitText(person.text, left, look.deeds, { ...deedsLook, lead: 1.6 }, measures)
  if (!deeds.fits) return undefined
  const head = headOf(person, room, look, measures)
  return { ...head, blocks: [...head.blocks, textBlock(deeds, { x: room.x, y, width: room.width }, deedsLook)] }
}

/** Of a further page this much is left free for whose page it is. */
const CONTINUED = 10

/** A person on a page of the person's own, and on further pages for deeds that one does not hold. */
export function pagesOf(person: AlbumPerson, room: AlbumRoom, measures: FaceMeasures): Drawn[] {
  const look = looks.one
  const head = headOf(person, room, look, measures)
  const y = room.y + look.portrait.height + look.gap
  const first = { width: room.width, height: room.y + room.height - y }
  const whole = fitText(person.text, first, look.deeds, deedsLook, measures)
  if (whole.fits)
    return [{ ...head, blocks: [...head.blocks, textBlock(whole, { x: room.x, y, width: room.width }, deedsLook)] }]
  // What goes on to another page anyway is set in a size that is easy to read.
  const pt = 11.5
  const step = pt * deedsLook.lead * MM_PER_PT
  const lines = setLines(person.text, room.width, pt, deedsLook, measures)
  const firstLines = Math.floor(first.height / step)
  const perPage = Math.floor((room.height - CONTINUED) / step)
  const block = (from: number, to: number, top: number): Block =>
    textBlock({ pt, step, lines: lines.slice(from, to) }, { x: room.x, y: top, width: room.width }, deedsLook)
  const pages: Drawn[] = [{ ...head, blocks: [...head.blocks, block(0, firstLines, y)] }]
  for (let from = firstLines; from < lines.length; from += perPage) {
    const small: AlbumLook = { face: 'kaiti', lead: 1.4, tone: 'grey' }
    const said = fitText(`${person.name}（续）`, { width: room.width, height: 6 }, [11, 9, 7], small, measures)
    pages.push({
      blocks: [textBlock(said, room, small), block(from, from + perPage, room.y + CONTINUED)],
      rules: [],
      fills: [],
    })
  }
  return pages
}
