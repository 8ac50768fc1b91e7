import type { Unit } from '../../shared/units/units'
import { rowsOf } from '../units/units.tree'

/** Units for a picker, in the order of the tree and indented like it. */
export const unitOptions = (units: readonly Unit[]): { value: string; label: string }[] =>
  rowsOf(units, new Set()).map(({ unit, level }) => ({
    value: unit.id,
    label: `${'\u3000'.repeat(level - 1)}${unit.name}`,
  }))
