import { useEffect, useState } from 'react'

/** Pinyin of each character, once the dictionary is there; until then nothing is found by pinyin. */
export function useSyllables(): (text: string) => readonly string[] {
  const [syllablesOf, setSyllablesOf] = useState<(text: string) => readonly string[]>(() => () => [])
  useEffect(() => {
    let left = false
    void import('./pinyin').then(module => {
      if (!left) setSyllablesOf(() => module.syllablesOf)
    })
    return () => {
      left = true
    }
  }, [])
  return syllablesOf
}
