import * as z from 'zod'
import { line } from '../text'

export const UnitId = z.uuid().brand<'UnitId'>()
export type UnitId = z.infer<typeof UnitId>

export const Unit = z.object({
  id: UnitId,
  /** null for the one unit that the store belongs to. */
  parentId: UnitId.nullable(),
  name: line(60).min(1),
  /** Place among its sisters, from 0. */
  position: z.int().min(0),
})
export type Unit = z.infer<typeof Unit>
