import { useMemo } from 'react'
import { substitutionWords, type TypefaceName } from '../../shared/papers/typefaces'
import { useDraft } from '../api/drafts'
import { missingTypefaces } from './fonts'

/** What this computer lacks of the typefaces of a paper, and whether the officer has read what stands in for them. */
export function useTypefaces(names: readonly TypefaceName[]) {
  const draft = useDraft('papers.typefaces', { accepted: [] as string[] })
  const wanted = names.join()
  const substitutions = useMemo(
    () => missingTypefaces(wanted === '' ? [] : (wanted.split(',') as TypefaceName[])),
    [wanted],
  )
  const sentences = substitutions.map(substitutionWords)
  return {
    // Until it is known what was read before nothing is asked: a note that goes away by itself takes a click with it.
    substitutions: draft.ready ? substitutions : [],
    accepted: sentences.every(sentence => draft.value.accepted.includes(sentence)),
    accept: (): void => draft.set({ accepted: [...new Set([...draft.value.accepted, ...sentences])] }),
  }
}
