import { create } from 'zustand'
import type { Which } from '../../shared/queries/queries'
import { anew, type ListState, listState } from '../cadres/list.state'

export interface QueriesState extends ListState {
  readonly which: Which
  /** The conditions are put away, so that the list has the room. */
  readonly folded: boolean
  /** The named questions are in view. */
  readonly savedOpen: boolean
  /** What the list answers; another question begins another list. */
  readonly asked: string
  show(which: Which): void
  fold(folded: boolean): void
  openSaved(open: boolean): void
  /** Another question is begun; where there is no room beside it, the names give way. */
  turnTo(folded: boolean): void
  begin(asked: string): void
}

/** Below this the named questions would leave the conditions no room: they open over them instead. */
const WIDE_PX = 1000

export const useQueriesStore = create<QueriesState>()(set => ({
  ...listState(set),
  which: 'matching',
  folded: false,
  savedOpen: innerWidth >= WIDE_PX,
  asked: '',
  show: which => set({ ...anew, which }),
  fold: folded => set({ folded }),
  openSaved: savedOpen => set({ savedOpen }),
  turnTo: folded => set(({ savedOpen }) => ({ folded, savedOpen: savedOpen && innerWidth >= WIDE_PX })),
  begin: asked => set(now => (now.asked === asked ? {} : { ...anew, asked })),
}))
