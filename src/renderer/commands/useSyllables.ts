import { useEffect, useState } from 'react'

type SyllablesOf = (text: string) => readonly string[]

/** Pinyin of each character; undefined until the dictionary is there. */
export function useSyllables(): SyllablesOf | undefined {
  const [syllablesOf, setSyllablesOf] = useState<SyllablesOf>()
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
