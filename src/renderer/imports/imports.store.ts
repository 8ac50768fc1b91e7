import { create } from 'zustand'
import type { BatchId, ItemState } from '../../shared/imports/imports'
import type { Progress } from '../../shared/ipc/define'

/**
 * Which people of a batch are listed. `sheets` are those whose columns are to be matched, `failed` and `noted` the files
 * that could not be read or of which something did not come in.
 */
export type Slice = ItemState | 'all' | 'warned' | 'sheets' | 'failed' | 'noted'

/** What the screen owns of an import; what was read and decided lies in the store. */
interface ImportsState {
  /** A job that runs now; its title, how far it is, and how to stop it. */
  readonly running: { readonly title: string; readonly progress: Progress | null; readonly stop: () => void } | null
  readonly error: unknown
  readonly batchId: BatchId | null
  readonly slice: Slice
  readonly text: string
  /** The person beside the list, by the place in the batch. */
  readonly place: number | null
  /** Places of people who are picked for an act together. */
  readonly picked: ReadonlySet<number>
  /** What the last confirmation or undoing did, in words. */
  readonly done: { readonly words: string; readonly batchId: BatchId | null } | null
  open(batchId: BatchId | null): void
  show(slice: Slice): void
  search(text: string): void
  walk(place: number | null): void
  /** These people and nobody else. */
  pick(places: Iterable<number>): void
  toggle(place: number): void
}

const closed = { slice: 'all', text: '', place: null, picked: new Set<number>() } as const

export const useImportsStore = create<ImportsState>()(set => ({
  running: null,
  error: null,
  batchId: null,
  ...closed,
  done: null,
  open: batchId => set({ batchId, ...closed, error: null, done: null }),
  show: slice => set({ slice, place: null, picked: new Set() }),
  search: text => set({ text, place: null, picked: new Set() }),
  walk: place => set({ place }),
  pick: places => set({ picked: new Set(places) }),
  toggle: place =>
    set(({ picked }) => ({
      picked: new Set(picked.has(place) ? [...picked].filter(one => one !== place) : [...picked, place]),
    })),
}))
