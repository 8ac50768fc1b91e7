import type { FormEdition } from '../../shared/cadres/form/form-sheet'
import { usualPattern } from '../../shared/exports/file-names.rules'
import { useDraft } from '../api/drafts'

export type Output = 'print' | 'pdf' | 'docx'

const usual = {
  output: 'print' as string,
  /** Empty lays out each form in the edition that its file was made with. */
  edition: '' as string,
  printer: '',
  copies: 1,
  twoSided: true,
  joined: true,
  pattern: usualPattern,
}
type Stored = typeof usual

export interface Choice extends Omit<Stored, 'output' | 'edition'> {
  readonly output: Output
  readonly edition: FormEdition | null
}

/** How the officer printed last: it stays for the next time, on every computer that opens the store. */
export function useChoice(): { choice: Choice; choose: (next: Partial<Choice>) => void } {
  const draft = useDraft<Stored>('papers.forms', usual)
  const { output, edition, ...rest } = draft.value
  return {
    choice: {
      ...rest,
      output: output === 'pdf' || output === 'docx' ? output : 'print',
      edition: edition === '3' || edition === '4' ? edition : null,
    },
    choose: next => {
      const { edition: chosen, ...others } = next
      draft.set({ ...draft.value, ...others, ...(chosen === undefined ? {} : { edition: chosen ?? '' }) })
    },
  }
}
