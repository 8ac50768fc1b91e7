import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { FormEdition } from '../../shared/cadres/form/form-sheet'
import type { Whom } from '../../shared/exports/exports'
import { api } from '../api/client'

/** What has been shown in a preview is forgotten this soon after it is closed. */
const KEEP_MS = 0

interface Asked {
  readonly whom: Whom
  readonly place: number
  readonly edition: FormEdition | null
  /** Set once the person wants to see what is masked. */
  readonly reason: string | null
}

/** One person's sheet for the preview. While the next one is on its way, the one before stays in sight. */
export function useProof({ whom, place, edition, reason }: Asked) {
  const proof = useQuery({
    // Under a name of its own: what was shown with a reason is not asked for again behind the person's back.
    queryKey: ['proof', whom, place, edition, reason],
    queryFn: () =>
      reason === null
        ? api.papers.proof({ whom, place, edition })
        : api.papers.wholeProof({ whom, place, edition, reason }),
    placeholderData: keepPreviousData,
    gcTime: KEEP_MS,
  })
  return { shown: proof.data, error: proof.error, again: () => void proof.refetch() }
}
