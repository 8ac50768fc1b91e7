import * as z from 'zod'

/** A sheet of paper and how it lies. */
export const SheetSize = z.object({ size: z.enum(['A4', 'A3']), upright: z.boolean() })
export type SheetSize = z.infer<typeof SheetSize>

export const uprightA4: SheetSize = { size: 'A4', upright: true }

const short = { A4: 210, A3: 297 } as const
const long = { A4: 297, A3: 420 } as const

/** Paper of any size, in millimetres. */
export interface Sides {
  readonly width: number
  readonly height: number
}
export type Sheet = SheetSize | Sides

/** Its sides in millimetres. */
export function sheetSides(sheet: Sheet): Sides {
  if (!('size' in sheet)) return sheet
  const { size, upright } = sheet
  return upright ? { width: short[size], height: long[size] } : { width: long[size], height: short[size] }
}
