import { create } from 'zustand'
import type { CadreId } from '../../shared/cadres/cadres'
import type { DuplicateSureness } from '../../shared/duplicates/duplicates'

/** What was merged last, so that the way back stands wherever one comes to next. */
export interface Merged {
  readonly keptId: CadreId
  readonly name: string
  /** How many differences were taken from the other file. */
  readonly taken: number
}

interface DuplicatesState {
  readonly slice: { readonly sureness: DuplicateSureness | null; readonly dismissed: boolean }
  readonly merged: Merged | null
  show(slice: DuplicatesState['slice']): void
  setMerged(merged: Merged | null): void
}

export const useDuplicatesStore = create<DuplicatesState>()(set => ({
  slice: { sureness: null, dismissed: false },
  merged: null,
  show: slice => set({ slice }),
  setMerged: merged => set({ merged }),
}))
