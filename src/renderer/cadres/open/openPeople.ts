import type { CadreId } from '../../../shared/cadres/cadres'
import { routeOf, useOpenPeople } from './open.store'

/** Opens several files beside one another in the strip. @returns where the first of them is */
export function openPeople(people: readonly { readonly id: CadreId; readonly name: string }[]): string {
  const { visit } = useOpenPeople.getState()
  for (const { id, name } of people.toReversed()) visit(id, name, '')
  const [first] = people
  return first ? routeOf({ ...first, tab: '' }) : '/cadres'
}
