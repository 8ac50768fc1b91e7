import type { Unit } from '../../shared/units/units'
import { rowsOf } from '../units/units.tree'

/** Units for a picker, in the order of the tree; the list is indented like it, the chosen one is not. */
export const unitOptions = (units: readonly Unit[]): { value: string; label: string; level: number }[] =>
  rowsOf(units, 'all-open').map(({ unit, level }) => ({ value: unit.id, label: unit.name, level }))
