/** What can be found: its title and, once the dictionary is there, the pinyin of each character. */
export interface Searchable {
  readonly title: string
  /** One entry a character of the title; a character that is not Chinese stands for itself. */
  readonly syllables: readonly string[]
}

/**
 * Cuts `letters` into beginnings of syllables that follow one another from `at` on: full pinyin, initials, or any
 * mixture such as "shezh" or "szhi". Returns the most syllables that a cut can take, or 0 when there is none.
 */
function syllablesTaken(letters: string, syllables: readonly string[], at: number): number {
  const syllable = syllables[at]
  if (syllable === undefined) return 0
  let most = 0
  for (let length = 1; length <= letters.length && syllable.startsWith(letters.slice(0, length)); length++) {
    const rest = letters.slice(length)
    const more = rest === '' ? 0 : syllablesTaken(rest, syllables, at + 1)
    if (rest === '' || more > 0) most = Math.max(most, more + 1)
  }
  return most
}

/** How well an item answers what was typed: 0 is not at all. Earlier and fuller matches come first. */
export function scoreOf(query: string, { title, syllables }: Searchable): number {
  const text = query.normalize('NFKC').toLowerCase().replaceAll(/[\s']/g, '')
  if (text === '') return 1
  const plain = title.toLowerCase()
  const found = plain.indexOf(text)
  if (found >= 0) return 200 - found + (plain.length === text.length ? 50 : 0)
  // ü is typed v by some input methods and u by others.
  const letters = text.replaceAll(/[vü]/g, 'u')
  const spoken = syllables.map(syllable => syllable.replaceAll('v', 'u'))
  for (let at = 0; at < spoken.length; at++) {
    const taken = syllablesTaken(letters, spoken, at)
    if (taken > 0) return 100 - at * 5 + (taken / syllables.length) * 20
  }
  return 0
}

/** The items that answer, best first; equals keep their order. */
export function search<T extends Searchable>(query: string, items: readonly T[]): T[] {
  return items
    .map((item, order) => ({ item, order, score: scoreOf(query, item) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.order - b.order)
    .map(({ item }) => item)
}
