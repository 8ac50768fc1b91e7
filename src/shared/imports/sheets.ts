import * as z from 'zod'
import type { HeaderPlace } from './columns.rules'
import { rosterTargets } from './columns.words'
import { tableLimits } from './table'

export const RosterColumns = z.array(z.enum(rosterTargets).nullable()).max(tableLimits.columns)
export type RosterColumns = z.infer<typeof RosterColumns>
export const HeaderChoice = z.object({
  from: z.int().min(0).max(200),
  depth: z.int().min(1).max(3),
}) satisfies z.ZodType<HeaderPlace>
export type HeaderChoice = z.infer<typeof HeaderChoice>

/** Why a column is thought to be a field: its name is known, or is like a known one, or what stands in it tells. */
export const Sureness = z.enum(['same', 'alike', 'content'])
export type Sureness = z.infer<typeof Sureness>

/** A header that was matched before, by which the next sheet of its kind is read without asking. */
export const Matching = z.object({
  /** Names the header in every call. */
  signature: z.string().max(4000),
  labels: z.array(z.string()),
  columns: RosterColumns,
  setAt: z.iso.datetime(),
})
export type Matching = z.infer<typeof Matching>

/** A sheet of a batch that waits for the officer to say what its columns are. */
export const WaitingSheet = z.object({
  /** Place in the batch, from 0: the sheet's name in every call. */
  place: z.int().min(0),
  fileName: z.string(),
  sheet: z.string(),
})
export type WaitingSheet = z.infer<typeof WaitingSheet>

/** A sheet as it would be read with a header and columns. */
export const SheetView = WaitingSheet.extend({
  header: HeaderChoice,
  labels: z.array(z.string()),
  columns: RosterColumns,
  /** What the columns are likely to be, and why. */
  proposed: RosterColumns,
  sureness: z.array(Sureness.nullable()),
  /** For each column the first different texts below the header. What is sensitive is masked. */
  samples: z.array(z.array(z.string())),
  /** The lines down to the header, and the first of those below it. Masked like the samples. */
  lines: z.array(z.object({ line: z.int(), cells: z.array(z.string()) })),
  /** The place in `lines` of the first line below the header. */
  body: z.int().min(0),
  people: z.int(),
  /** Lines with something in them but no name, which stay out. */
  nameless: z.int(),
  /** For each column the cells that cannot be read as what it is, and so stay out. */
  doubts: z.array(z.int()),
  /** Why it cannot be taken so, as the greyed button shows. */
  blocked: z.string().nullable(),
})
export type SheetView = z.infer<typeof SheetView>
