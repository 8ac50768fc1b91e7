import * as z from 'zod'
import { create } from 'zustand'
import { CadreId } from '../../../shared/cadres/cadres'

const OpenPerson = z.object({
  id: CadreId,
  name: z.string(),
  /** The tab of the file that was last in sight; empty for its first. */
  tab: z.string(),
  /** Changes were begun and not saved: they are kept as a draft. */
  unsaved: z.boolean(),
})
export type OpenPerson = z.infer<typeof OpenPerson>

/** As many as a person still finds their way among. */
const MOST_OPEN = 20

export interface OpenState {
  /** In the order of the strip. */
  readonly people: readonly OpenPerson[]
  /** Whose file is in sight; null on the list and elsewhere. */
  readonly current: CadreId | null
  visit(id: CadreId, name: string, tab: string): void
  leave(id: CadreId): void
  mark(id: CadreId, unsaved: boolean): void
  close(id: CadreId): void
  /** Puts what the account had open before what is open now. */
  restore(people: readonly OpenPerson[]): void
}

/** The one that has to go when there are too many: the oldest that holds nothing unsaved and is not in sight. */
function withinMost(people: readonly OpenPerson[], current: CadreId | null): readonly OpenPerson[] {
  if (people.length <= MOST_OPEN) return people
  const oldest = people.find(({ id, unsaved }) => !unsaved && id !== current)
  return oldest ? people.filter(person => person !== oldest) : people
}

export const useOpenPeople = create<OpenState>()(set => ({
  people: [],
  current: null,
  visit: (id, name, tab) =>
    set(({ people }) => {
      const known = people.find(person => person.id === id)
      const next = known
        ? people.map(person => (person.id === id ? { ...person, name, tab } : person))
        : [...people, { id, name, tab, unsaved: false }]
      return { people: withinMost(next, id), current: id }
    }),
  leave: id => set(({ current }) => (current === id ? { current: null } : {})),
  mark: (id, unsaved) =>
    set(({ people }) =>
      people.some(person => person.id === id && person.unsaved !== unsaved)
        ? { people: people.map(person => (person.id === id ? { ...person, unsaved } : person)) }
        : {},
    ),
  close: id =>
    set(({ people, current }) => ({
      people: people.filter(person => person.id !== id),
      current: current === id ? null : current,
    })),
  restore: earlier =>
    set(({ people }) => ({
      people: [...earlier.filter(({ id }) => !people.some(person => person.id === id)), ...people].slice(-MOST_OPEN),
    })),
}))

export const LIST = '/cadres'
export const routeOf = ({ id, tab }: Pick<OpenPerson, 'id' | 'tab'>): string => `${LIST}/${id}${tab && `/${tab}`}`

/** Where Ctrl+Tab leads: around the list and everybody open, in the order of the strip. */
export function stepFrom({ people, current }: Pick<OpenState, 'people' | 'current'>, step: 1 | -1): string {
  const ring = [LIST, ...people.map(routeOf)]
  const at = people.findIndex(({ id }) => id === current) + 1
  return ring[(at + step + ring.length) % ring.length] ?? LIST
}

/** Where one stands after a file was closed: with its neighbour, or at the list. */
export function afterClosing({ people, current }: Pick<OpenState, 'people' | 'current'>, id: CadreId): string | null {
  if (current !== id) return null
  const at = people.findIndex(person => person.id === id)
  const next = people[at + 1] ?? people[at - 1]
  return next ? routeOf(next) : LIST
}

/** Closes the file in sight. @returns where to go; null when none is in sight */
export function closeCurrent(): string | null {
  const state = useOpenPeople.getState()
  if (state.current === null) return null
  const next = afterClosing(state, state.current)
  state.close(state.current)
  return next
}

export const Remembered = z.object({ people: z.array(OpenPerson) })
