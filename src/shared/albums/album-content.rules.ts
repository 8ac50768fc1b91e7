import { certificateDate } from '../certificates/certificate-dates'
import { honourKinds } from '../honours/honours.data'
import type { AlbumEntry, AlbumFacts, Shown } from './albums'

/** A person or team as the album tells it. */
export interface AlbumPerson {
  /** The honour's id: its picture is known by it. */
  readonly key: string
  readonly name: string
  readonly post: string
  readonly honour: string
  /** Who gave it, and when. */
  readonly given: string
  readonly posthumous: boolean
  readonly hasPhoto: boolean
  readonly text: string
}
export interface AlbumChapter {
  /** Empty where the album has no chapters. */
  readonly title: string
  readonly people: readonly AlbumPerson[]
}
export interface AlbumContent {
  readonly facts: AlbumFacts
  readonly chapters: readonly AlbumChapter[]
}

const personOf = (shown: Shown, own: string | null): AlbumPerson => ({
  key: shown.id,
  name: shown.name,
  post: shown.post || (shown.unitName === shown.name ? '' : shown.unitName),
  honour: shown.honour,
  given: [certificateDate(shown.on), shown.authority].filter(words => words !== '').join('　'),
  posthumous: shown.posthumous,
  hasPhoto: shown.photoId !== null,
  text: own ?? shown.deeds,
})

/**
 * Who stands in which chapter. Within a chapter the album's own order holds; kinds stand from the highest to the nearest,
 * years from the latest back, units in the order of the tree.
 * @param units ids in the order of the tree
 */
export function albumContent(
  facts: AlbumFacts,
  entries: readonly AlbumEntry[],
  shown: readonly Shown[],
  units: readonly string[],
): AlbumContent {
  const byId = new Map(shown.map(each => [each.id, each]))
  const chapters = new Map<string, { rank: number; people: AlbumPerson[] }>()
  const place = (each: Shown): { title: string; rank: number } => {
    const year = Number(each.on.slice(0, 4))
    switch (facts.chapters) {
      case 'none':
        return { title: '', rank: 0 }
      case 'kind':
        return { title: each.kind, rank: honourKinds.indexOf(each.kind) }
      case 'year':
        return { title: `${year}年`, rank: -year }
      case 'unit': {
        const at = each.unitId === null ? -1 : units.indexOf(each.unitId)
        return { title: each.unitName || '其他', rank: at < 0 ? units.length : at }
      }
    }
  }
  for (const { honourId, text } of entries) {
    const each = byId.get(honourId)
    if (!each) continue
    const { title, rank } = place(each)
    const chapter = chapters.get(title) ?? { rank, people: [] }
    chapter.people.push(personOf(each, text))
    chapters.set(title, chapter)
  }
  return {
    facts,
    chapters: [...chapters]
      .toSorted(([, a], [, b]) => a.rank - b.rank)
      .map(([title, { people }]) => ({ title, people })),
  }
}
