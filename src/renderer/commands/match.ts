/** What can be found: its title and, once the dictionary is there, the pinyin of each character. */
export interface Searchable {
  readonly title: string
  /** One entry a character of the title; a character that is not Chinese stands for itself. */
  readonly syllables: readonly string[]
}

/**
 * Whether `letters` can be cut into beginnings of syllables that follow one another from `at` on: full pinyin,
 * initials, or any mixture such as "shezh" or "szhi". Returns how many syllables it takes, or 0.
 */
function syllablesTaken(letters: string, syllables: readonly string[], at: number): number {
  if (letters === '') return 0
  const syllable = syllables[at]
  if (syllable === undefined) return 0
  for (let length = Math.min(letters.length, syllable.length); length > 0; length--) {
    if (!syllable.startsWith(letters.slice(0, length))) continue
    const rest = letters.slice(length)
    if (rest === '') return 1
    const more = syllablesTaken(rest, syllables, at + 1)
    if (more > 0) return more + 1
  }
  return 0
}

/** How well an item answers what was typed: 0 is not at all. Earlier and fuller matches come first. */
export function scoreOf(query: string, { title, syllables }: Searchable): number {
  const text = query.normalize('NFKC').toLowerCase().replaceAll(/[\s']/g, '')
  if (text === '') return 1
  const plain = title.toLowerCase()
  const found = plain.indexOf(text)
  if (found >= 0) return 200 - found + (plain.length === text.length ? 50 : 0)
  for (let at = 0; at < syllables.length; at++) {
    const taken = syllablesTaken(text, syllables, at)
    if (taken > 0) return 100 - at * 2 + (taken / syllables.length) * 20
  }
  return 0
}

/** The items that answer, best first; equals keep their order. */
export function search<T extends Searchable>(query: string, items: readonly T[]): T[] {
  return items
    .map((item, order) => ({ item, order, score: scoreOf(query, item) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .map(({ item }) => item)
}
