import { pinyin } from 'pinyin-pro'
import { nameKey } from '../../shared/cadres/duplicates.rules'

/** The reading of a name, surname readings first: 'lushuiqing' and 'lsq'. Only letters and digits remain. */
export function readingOf(name: string): { pinyin: string; initials: string } {
  const syllables = pinyin(nameKey(name), { toneType: 'none', type: 'array', mode: 'surname', nonZh: 'consecutive' })
    .map(syllable =>
      syllable
        .toLowerCase()
        .replaceAll('ü', 'v')
        .replaceAll(/[^a-z0-9]/g, ''),
    )
    .filter(syllable => syllable !== '')
  return { pinyin: syllables.join(''), initials: syllables.map(syllable => syllable.charAt(0)).join('') }
}

/** Characters with spaces between them: the index then finds words of any length by phrase. */
export const spaced = (text: string): string =>
  [...text].filter(character => !/[\s\p{P}\p{S}]/u.test(character)).join(' ')

/** An FTS5 phrase of spaced characters: quotes are doubled, so nothing in the text is syntax. */
export const phrase = (text: string): string => `"${text.replaceAll('"', '""')}"`
