import type { Furniture } from '../papers/paper-page'
import type { AlbumContent } from './album-content.rules'

export interface AlbumPaper {
  readonly kind: 'album'
  readonly content: AlbumContent
  readonly furniture: Furniture
}
