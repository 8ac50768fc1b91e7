import { type Block, blocksOf, textOf } from './markdown'

export interface Section {
  /** Chapter and place in it; also the id of its heading on the page. */
  readonly id: string
  readonly title: string
  readonly chapter: Chapter['id']
  readonly text: string
}
export interface Chapter {
  /** The file's name without its number: cadres. */
  readonly id: string
  readonly title: string
  readonly blocks: readonly Block[]
  readonly sections: readonly Section[]
}

const sources = import.meta.glob<string>('../../../docs/manual/*.md', { query: '?raw', import: 'default', eager: true })
const pictures = import.meta.glob<string>('../../../docs/pictures/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
})

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
export const sectionId = (chapter: string, at: number): string => `manual-${chapter}-${at}`

function chapterOf(path: string, source: string): Chapter {
  const id = nameOf(path).replace(/^\d+-|\.md$/g, '')
  const [first, ...blocks] = blocksOf(source)
  const title = first?.kind === 'heading' ? first.text : id
  const sections: Section[] = []
  blocks.forEach((block, at) => {
    if (block.kind !== 'heading') return
    const next = blocks.findIndex((each, place) => place > at && each.kind === 'heading')
    const own = blocks.slice(at + 1, next < 0 ? undefined : next)
    sections.push({ id: sectionId(id, at), title: block.text, chapter: id, text: own.map(textOf).join('\n') })
  })
  return { id, title, blocks, sections }
}

/** The manual in the order of its files. */
export const chapters: readonly Chapter[] = Object.entries(sources)
  .toSorted(([a], [b]) => a.localeCompare(b))
  .map(([path, source]) => chapterOf(path, source))

export const pictureOf = (name: string): string | undefined =>
  Object.entries(pictures).find(([path]) => nameOf(path) === name)?.[1]

/** Where F1 opens, by the page that one is on. */
export const chapterOfModule: Readonly<Record<string, string>> = {
  home: 'home',
  cadres: 'cadres',
  queries: 'queries',
  interviews: 'interviews',
  care: 'care',
  honours: 'honours',
  imports: 'imports',
  accounts: 'accounts',
  policy: 'accounts',
  audit: 'audit',
  backups: 'backups',
  units: 'accounts',
  exports: 'leaving',
  exchange: 'leaving',
  settings: 'start',
}
