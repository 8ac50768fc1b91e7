import { create } from 'zustand'
import type { ArrivalId, PersonState } from '../../shared/exchange/exchange'

/** What the screen owns of a package that is looked at; what was decided lies in the store. */
interface ExchangeState {
  readonly arrivalId: ArrivalId | null
  readonly state: PersonState | null
  readonly text: string
  /** The person beside the list, by the place in the package. */
  readonly place: number | null
  /** What was done last, in words, and the package whose receipt or undoing is offered. */
  readonly done: { readonly words: string; readonly id: ArrivalId | null } | null
  /** A file that was dropped or opened with the application, and waits to be read. */
  readonly offered: string | null
  open(arrivalId: ArrivalId | null): void
  /** Leads to what a file holds, whatever was looked at before. */
  offer(token: string): void
  show(state: PersonState | null): void
  search(text: string): void
  walk(place: number | null): void
}

export const useExchange = create<ExchangeState>()(set => ({
  arrivalId: null,
  state: null,
  text: '',
  place: null,
  done: null,
  offered: null,
  open: arrivalId => set({ arrivalId, state: null, text: '', place: null, done: null }),
  offer: token => set({ arrivalId: null, done: null, offered: token }),
  show: state => set({ state, place: null }),
  search: text => set({ text, place: null }),
  walk: place => set({ place }),
}))
