import type { AlbumPaper } from '../albums/album-paper'
import type { FormSheet } from '../cadres/form/form-sheet'
import type { CertificatePaper } from '../certificates/certificate-paper'
import type { DocumentBody } from '../documents/document-paper'
import type { Photo } from '../photos/photos'
import type { Furniture } from './paper-page'
import type { Sheet } from './sheet-size'
import type { TablePaper } from './table-paper'

/** What can be laid out for a printer or a PDF. A new kind of paper is one line here and one view in the window. */
export type Paper =
  | { readonly kind: 'form'; readonly sheets: readonly FormSheet[]; readonly furniture: Furniture }
  | { readonly kind: 'document'; readonly body: DocumentBody; readonly furniture: Furniture }
  | TablePaper
  | CertificatePaper
  | AlbumPaper

/** Whether a paper may have hundreds of pages, of which the core lets some stand at a time. */
export const inParts = ({ kind }: Paper): boolean => kind === 'table' || kind === 'certificates' || kind === 'album'

/** How a paper lies on its pages. */
export interface Laid {
  readonly pages: number
  /** For a table: how many of its rows have ended by the end of each page. */
  readonly rowsBy: readonly number[]
  /** Which pictures each page bears, by their keys, where they come when their pages are shown. */
  readonly pictures?: readonly (readonly string[])[]
}

/** Pictures by their keys. */
export type Pictures = Readonly<Record<string, Photo>>

/** Pages of a paper by their places, `to` excluded. */
export interface PageRange {
  readonly from: number
  readonly to: number
}

/** From the core to the paper window, over a port of their own: the shell never reads it. */
export type ToPaper = { readonly id: number } & (
  | { readonly paper: Paper }
  /** Leaves only these pages of the paper standing: hundreds are drawn a part at a time. */
  | { readonly show: PageRange; readonly pictures: Pictures }
)
/** The window's answer once everything stands, pictures and fonts included. */
export type FromPaper =
  | ({ readonly id: number } & Laid)
  /** Nothing but that it failed: an error's words could quote what was to be printed. */
  | { readonly id: number; readonly failed: true }

/** How a printer is asked. */
export interface PrintOrder {
  /** The system's name of it. */
  readonly printer: string
  readonly copies: number
  /** Both sides, turned over the long edge of an upright sheet and the short edge of one that lies. */
  readonly twoSided: boolean
  readonly sheet: Sheet
}

/** What the core asks of the shell about its paper window. One run is one window. */
export type PressOrder =
  | { readonly kind: 'paper-open'; readonly run: number }
  | { readonly kind: 'paper-pdf'; readonly run: number; readonly id: number }
  | { readonly kind: 'paper-print'; readonly run: number; readonly id: number; readonly order: PrintOrder }
  | { readonly kind: 'paper-close'; readonly run: number }

/** The shell's answers. The port to the window travels beside 'paper-port'. */
export type PressAnswer =
  | { readonly kind: 'paper-port'; readonly run: number }
  | { readonly kind: 'paper-done'; readonly run: number; readonly id: number; readonly bytes: Uint8Array | null }
  | { readonly kind: 'paper-failed'; readonly run: number; readonly id: number }
  /** The window is gone: with a lock, or because its page died. */
  | { readonly kind: 'paper-gone'; readonly run: number }

/** The functions that the paper window's preload gives its page. */
export interface PaperBridge {
  onPaper(listener: (message: ToPaper) => void): void
  answer(message: FromPaper): void
  /** Gives back the memory of pictures that no longer stand: Chromium would keep each one decoded as long as the window lives. */
  forget(): void
}
