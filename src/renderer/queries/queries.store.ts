import { create } from 'zustand'
import type { Which } from '../../shared/queries/queries'
import { anew, type ListState, listState } from '../cadres/list.state'

export interface QueriesState extends ListState {
  readonly which: Which
  /** The conditions are put away, so that the list has the room. */
  readonly folded: boolean
  /** What the list answers; another question begins another list. */
  readonly asked: string
  show(which: Which): void
  fold(folded: boolean): void
  begin(asked: string): void
}

export const useQueriesStore = create<QueriesState>()(set => ({
  ...listState(set),
  which: 'matching',
  folded: false,
  asked: '',
  show: which => set({ ...anew, which }),
  fold: folded => set({ folded }),
  begin: asked => set(now => (now.asked === asked ? {} : { ...anew, asked })),
}))
