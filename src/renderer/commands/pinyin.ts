import { pinyin } from 'pinyin-pro'

/** One syllable a character, without tones; ü is typed v. Loaded lazily: the dictionary is large. */
export const syllablesOf = (text: string): string[] =>
  pinyin(text, { toneType: 'none', type: 'array', v: true }).map(s => s.toLowerCase())
