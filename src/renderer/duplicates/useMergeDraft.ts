import type { CadreId } from '../../shared/cadres/cadres'
import { type Side, sidesOf } from '../../shared/duplicates/merge.rules'
import { useDraft } from '../api/drafts'
import { type Comparison, suggestedSides } from './differences'

export interface Choices {
  readonly sides: readonly Side[]
  readonly takePhoto: boolean
  readonly reason: string
}

/** Keys of drafts are short: the hyphens of the ids tell nothing. */
const draftKey = (keep: CadreId, drop: CadreId): string =>
  `merge:${keep.replaceAll('-', '')}:${drop.replaceAll('-', '')}`

const isSide = (side: unknown): side is Side => side === 'kept' || side === 'other' || side === 'both'

/**
 * What is chosen of two files, kept like every draft: locking in the midst of thirty differences loses none. Choices that
 * were made for other contents do not fit any more and count as none.
 */
export function useMergeDraft(comparison: Comparison) {
  const { kept, other, differences } = comparison
  const at = `${kept.revision}.${other.revision}`
  const usual: Choices = {
    sides: suggestedSides(comparison),
    takePhoto: kept.photo === null && other.photo !== null,
    reason: '',
  }
  const draft = useDraft(draftKey(kept.cadre.id, other.cadre.id), {
    at: '',
    sides: [] as string[],
    takePhoto: false,
    reason: '',
  })
  const { value } = draft
  const fits =
    value.at === at &&
    value.sides.length === differences.length &&
    differences.every((change, place) => {
      const side = value.sides[place]
      return isSide(side) && sidesOf({ kind: change.kind === 'hidden' ? change.of : change.kind }).includes(side)
    })
  const choices: Choices = fits ? { ...value, sides: value.sides.filter(isSide) } : usual
  return {
    choices,
    ready: draft.ready,
    /** Whether what is shown was chosen before, in an earlier sitting. */
    restored: fits && draft.restoredAt !== null,
    choose: (change: Partial<Choices>) => {
      const next = { ...choices, ...change }
      draft.set({ at, sides: [...next.sides], takePhoto: next.takePhoto, reason: next.reason })
    },
    discard: draft.discard,
  }
}
