import type { FaceMeasures } from '../certificates/certificate-layout.rules'
import type { Block, Furniture, PaperPage, Rule } from '../papers/paper-page'
import type { Sides } from '../papers/sheet-size'
import type { AlbumChapter, AlbumContent } from './album-content.rules'
import { backPage, contentsPages, coverPage, forewordPages } from './album-front.rules'
import { type Drawn, pagesOf, slotOf } from './album-person.rules'
import { albumSheet, bleed, bodyRoom, type ContentsLine, margins, trimOf } from './album-sheet'
import { type AlbumLook, type AlbumRoom, fitText, textBlock } from './album-text.rules'
import type { AlbumFacts } from './albums'

export interface LaidAlbum {
  readonly pages: readonly PaperPage[]
  /** Which pictures each page bears, by their keys. */
  readonly pictures: readonly (readonly string[])[]
  readonly contents: readonly ContentsLine[]
  readonly sheet: Sides
}

const nothing: Drawn = { blocks: [], rules: [], fills: [] }
const over = (a: Drawn, b: Drawn): Drawn => ({
  blocks: [...a.blocks, ...b.blocks],
  rules: [...a.rules, ...b.rules],
  fills: [...a.fills, ...b.fills],
})

/** The parts of a page that holds several people. */
function slots(room: AlbumRoom, layout: 'two' | 'four'): AlbumRoom[] {
  const gap = 10
  const across = layout === 'four' ? 2 : 1
  const width = (room.width - gap * (across - 1)) / across
  const height = (room.height - gap) / 2
  return Array.from({ length: 2 * across }, (_, index) => ({
    x: room.x + (index % across) * (width + gap),
    y: room.y + Math.floor(index / across) * (height + gap),
    width,
    height,
  }))
}

/** The pages of a chapter, and on which of them each person begins. */
function chapterPages({ people }: AlbumChapter, room: AlbumRoom, layout: AlbumFacts['layout'], measures: FaceMeasures) {
  const pages: Drawn[] = []
  const begins: number[] = []
  let free: AlbumRoom[] = []
  for (const person of people) {
    if (layout !== 'one') {
      const isNew = free.length === 0
      const [slot, ...rest] = isNew ? slots(room, layout) : free
      const drawn = slot && slotOf(person, slot, layout, measures)
      if (drawn) {
        if (isNew) pages.push(nothing)
        const at = pages.length - 1
        pages[at] = over(pages[at] ?? nothing, drawn)
        begins.push(at)
        free = rest
        continue
      }
    }
    // Whose deeds are too long for a part of a page has pages alone; the next person begins a new one.
    begins.push(pages.length)
    pages.push(...pagesOf(person, room, measures))
    free = []
  }
  return { pages, begins }
}

const headLook: AlbumLook = { face: 'fangsong', lead: 1.3, tone: 'grey' }
const chapterLook: AlbumLook = { face: 'title', lead: 1.3, tone: 'vermilion' }

/** What stands above and below the people: the chapter where it begins, else the running head; the page's number. */
function around(
  facts: AlbumFacts,
  trim: Sides,
  { title, isFirst, number }: { title: string; isFirst: boolean; number: number },
  measures: FaceMeasures,
): Drawn {
  const { x, width } = bodyRoom(trim)
  const y = margins.head
  const blocks: Block[] = []
  if (isFirst && title !== '') {
    const set = fitText(title, { width, height: 11 }, [22, 18, 14, 11, 8, 6], chapterLook, measures)
    blocks.push(textBlock(set, { x, y: y + 1, width }, chapterLook, 'title'))
  } else {
    const words = title === '' ? facts.title : `${facts.title}　${title}`
    const set = fitText(words, { width, height: 5 }, [9, 7.5, 6], headLook, measures)
    const look = number % 2 === 1 ? ({ ...headLook, align: 'right' } as const) : headLook
    blocks.push(textBlock(set, { x, y: y + 6.5, width }, look, 'note'))
  }
  const below: AlbumLook = { face: 'body', lead: 1.2, tone: 'grey', align: 'center' }
  const set = fitText(String(number), { width, height: 6 }, [10], below, measures)
  blocks.push(textBlock(set, { x, y: trim.height - 16, width }, below, 'note'))
  const rule: Rule = {
    from: [x, y + 13],
    to: [x + width, y + 13],
    weight: isFirst && title !== '' ? 1.25 : 0.4,
    tone: isFirst && title !== '' ? 'vermilion' : 'grey',
  }
  return { blocks, rules: [rule], fills: [] }
}

/** The crop marks of a sheet, outside of what is printed over the edge. */
function cropMarks({ width, height }: Sides): Rule[] {
  const [near, far] = [bleed.over + 1, bleed.around - 1]
  return [0, width].flatMap(x =>
    [0, height].flatMap((y): Rule[] => {
      const [left, up] = [x === 0 ? -1 : 1, y === 0 ? -1 : 1]
      return [
        { from: [x + left * near, y], to: [x + left * far, y], weight: 0.25 },
        { from: [x, y + up * near], to: [x, y + up * far], weight: 0.25 },
      ]
    }),
  )
}

/** Mark and line of the register on a page: inside its margins, or where it is cut off when it goes to a printing house. */
function furnitureOf({ mark, foot }: Furniture, trim: Sides, isCut: boolean, measures: FaceMeasures): Block[] {
  const said = (text: string, y: number, pt: number, look: AlbumLook): Block[] =>
    text === ''
      ? []
      : [
          textBlock(
            fitText(text, { width: trim.width - 20, height: 5 }, [pt, pt - 1, pt - 2], look, measures),
            { x: 10, y, width: trim.width - 20 },
            look,
            'note',
          ),
        ]
  return [
    ...said(mark, 7, 10, { face: 'mark', lead: 1.2 }),
    ...said(foot, isCut ? trim.height + 4.5 : trim.height - 7, 6.5, {
      face: 'body',
      lead: 1.2,
      tone: 'grey',
      align: 'center',
    }),
  ]
}

const shift = (page: PaperPage, by: number): PaperPage => ({
  ...page,
  blocks: page.blocks.map(block => ({
    ...block,
    x: block.x + by,
    y: block.y + by,
    lines: block.lines.map(line => ({ ...line, x: line.x + by, y: line.y + by })),
  })),
  rules: page.rules.map(rule => ({
    ...rule,
    from: [rule.from[0] + by, rule.from[1] + by] as const,
    to: [rule.to[0] + by, rule.to[1] + by] as const,
  })),
  fills: (page.fills ?? []).map(fill => ({ ...fill, x: fill.x + by, y: fill.y + by })),
})

/**
 * An album page by page: cover, foreword, contents, the people by chapters, back page. The pages of the people are numbered
 * from 1. Nothing is cut: what does not fit in a part of a page takes pages of its own.
 */
export function layAlbum({ facts, chapters }: AlbumContent, furniture: Furniture, measures: FaceMeasures): LaidAlbum {
  const trim = trimOf(facts)
  const room = bodyRoom(trim)
  const body: Drawn[] = []
  const contents: ContentsLine[] = []
  for (const chapter of chapters) {
    const { pages, begins } = chapterPages(chapter, room, facts.layout, measures)
    const before = body.length
    if (chapter.title !== '') contents.push({ title: chapter.title, isChapter: true, page: before + 1 })
    for (const [index, { name }] of chapter.people.entries())
      contents.push({ title: name, isChapter: false, page: before + (begins[index] ?? 0) + 1 })
    for (const [index, page] of pages.entries()) {
      const number = before + index + 1
      body.push(over(page, around(facts, trim, { title: chapter.title, isFirst: index === 0, number }, measures)))
    }
  }
  const named: { title: string; drawn: Drawn }[] = [
    { title: '封面', drawn: coverPage(facts, trim, measures) },
    ...forewordPages(facts, trim, measures).map((drawn, index) => ({ title: `前言${index + 1}`, drawn })),
    ...contentsPages(contents, trim, measures).map((drawn, index) => ({ title: `目录${index + 1}`, drawn })),
    ...body.map((drawn, index) => ({ title: `第${index + 1}页`, drawn })),
    { title: '封底', drawn: backPage(facts, trim, measures) },
  ]
  const pages = named.map(({ title, drawn }): PaperPage => {
    const page = {
      title,
      ...drawn,
      blocks: [...drawn.blocks, ...furnitureOf(furniture, trim, facts.bleed, measures)],
      rules: [...drawn.rules, ...(facts.bleed ? cropMarks(trim) : [])],
    }
    return facts.bleed ? shift(page, bleed.around) : page
  })
  const pictures = named.map(({ drawn }) => drawn.blocks.filter(({ kind }) => kind === 'photo').map(({ key }) => key))
  return { pages, pictures, contents, sheet: albumSheet(facts) }
}
