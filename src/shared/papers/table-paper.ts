import type { Furniture } from './paper-page'
import type { SheetSize } from './sheet-size'

export type TableValue = string | number | null

export interface TableColumn {
  readonly title: string
  /** Characters that stand side by side where there is room. */
  readonly width: number
  readonly align: 'left' | 'center'
}

export interface TableGroup {
  /** Stands across the table above its rows; empty for none. */
  readonly heading: string
  readonly rows: readonly (readonly TableValue[])[]
}

/** A table on as many sheets as it takes: a roster, a register. */
export interface TablePaper {
  readonly kind: 'table'
  readonly title: string
  /** The line between title and table. */
  readonly notes: string
  readonly columns: readonly TableColumn[]
  readonly groups: readonly TableGroup[]
  readonly sheet: SheetSize
  readonly furniture: Furniture
}
