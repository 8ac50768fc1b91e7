import { scoreOf } from '../commands/match'
import { type Chapter, chapters, type Section } from './chapters'

export interface Found {
  readonly section: Section
  readonly chapter: Chapter
  /** Some words around what was typed; empty where a heading answers. */
  readonly around: string
}

const AROUND = 16

function around(text: string, query: string): string {
  const at = text.toLowerCase().indexOf(query)
  if (at < 0) return ''
  const from = Math.max(0, at - AROUND)
  const cut = text.slice(from, at + query.length + AROUND * 2).replaceAll('\n', '　')
  return `${from > 0 ? '…' : ''}${cut}…`
}

/** The sections that answer: by heading, also in pinyin or its initials, else by any words that stand in them. */
export function findInManual(typed: string, syllablesOf: (text: string) => readonly string[]): Found[] {
  const query = typed.trim().toLowerCase()
  if (query === '') return []
  return chapters
    .flatMap(chapter =>
      chapter.sections.map(section => {
        const byTitle = Math.max(
          ...[section.title, chapter.title].map(title => scoreOf(query, { title, syllables: syllablesOf(title) })),
        )
        const words = around(section.text, query)
        return { section, chapter, around: words, score: byTitle * 2 + (words === '' ? 0 : 50) }
      }),
    )
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
}
