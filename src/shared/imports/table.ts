import * as z from 'zod'
import { ImportWarning } from '../cadres/imported'

/** What a sheet may hold. Above it the file is refused: more people than that come in several files. */
export const tableLimits = {
  lines: 20_200,
  columns: 256,
  cell: 32_767,
  merges: 20_000,
  notes: 20_000,
  sheets: 60,
} as const

export const CellNoteKind = z.enum([
  /** Computed; the text is the result that the file keeps. Nothing is ever computed here. */
  'formula',
  /** Computed, and the file keeps no result. */
  'formula-empty',
  /** #N/A and its like; the text is empty. */
  'error',
  /** A number of more than 15 digits: Excel has made its end zeros. */
  'lost-digits',
  /** 1986.1 as a number: January, or October without its zero. */
  'lost-zero',
  'picture',
])
export type CellNoteKind = z.infer<typeof CellNoteKind>

/** Something about a cell that its text does not show. Line from 1 as in the sheet, column from 0. */
export const CellNote = z.object({ line: z.int().min(1), column: z.int().min(0), kind: CellNoteKind })
export type CellNote = z.infer<typeof CellNote>

/** A cell over several: its text stands in the first line and column. Lines from 1, columns from 0, both ends included. */
const Merge = z.object({ top: z.int().min(1), left: z.int().min(0), bottom: z.int().min(1), right: z.int().min(0) })
export type Merge = z.infer<typeof Merge>

/** A line of a sheet with something in it, from column A to its last text. */
const TableLine = z.object({
  line: z.int().min(1),
  cells: z.array(z.string().max(tableLimits.cell)).max(tableLimits.columns),
})
export type TableLine = z.infer<typeof TableLine>

/** A sheet as a person sees it: texts, dates as precise as their format shows them, and what the texts do not show. */
export const ImportedTable = z.object({
  sheet: z.string().max(80),
  lines: z.array(TableLine).max(tableLimits.lines),
  merges: z.array(Merge).max(tableLimits.merges),
  notes: z.array(CellNote).max(tableLimits.notes),
})
export type ImportedTable = z.infer<typeof ImportedTable>

/** Sheets whose columns have to be matched before people can be made of them. */
export const ImportedWorkbook = z.object({
  tables: z.array(ImportedTable).min(1).max(tableLimits.sheets),
  warnings: z.array(ImportWarning).max(500),
})
export type ImportedWorkbook = z.infer<typeof ImportedWorkbook>
