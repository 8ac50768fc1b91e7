/** Which typeface a line is set in. */
export type Face = 'body' | 'title' | 'mark' | 'fangsong' | 'kaiti'
/** Colours of print; black where none is said. */
export type Tone = 'black' | 'vermilion' | 'gold' | 'grey'

/** One line of text on a page: millimetres from the upper left corner, sizes in points. */
export interface PlacedLine {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly align: 'left' | 'center' | 'right'
  readonly pt: number
  readonly linePt: number
  readonly face: Face
  /** Millimetres added between two characters; none where it is left out. */
  readonly spacing?: number
  /** Runs from above to below: `width` is then the length of the column, and (x, y) its upper left corner. */
  readonly vertical?: boolean
  readonly tone?: Tone
}

/** Lines that belong together, in the order in which one reads them. */
export interface Block {
  /** The value's name; empty for what is printed on every form. */
  readonly key: string
  readonly kind: 'label' | 'value' | 'photo' | 'covered' | 'title' | 'note'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly lines: readonly PlacedLine[]
}

/** A rule of a table, in millimetres; its weight in points. */
export interface Rule {
  readonly from: readonly [x: number, y: number]
  readonly to: readonly [x: number, y: number]
  readonly weight: number
  readonly tone?: Tone
}

/** A ground of one colour, in millimetres. */
export interface Fill {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly colour: string
}

/** A page as it lies on paper, whatever it is of. */
export interface PaperPage {
  readonly title: string
  readonly blocks: readonly Block[]
  readonly rules: readonly Rule[]
  /** Beneath everything else. */
  readonly fills?: readonly Fill[]
}

/** What stands outside the tables: the secrecy mark above; number, person and time below. */
export interface Furniture {
  readonly mark: string
  readonly foot: string
}
export const noFurniture: Furniture = { mark: '', foot: '' }
