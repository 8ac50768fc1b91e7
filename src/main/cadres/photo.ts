import type { ImportedPhoto } from '../../shared/cadres/imported'
import { pictureSize } from '../../shared/photos/picture-size'

/** The picture by its own bytes, whatever it calls itself; undefined when it is none or cannot be a portrait. */
export function readPhoto(bytes: Uint8Array): ImportedPhoto | undefined {
  const size = pictureSize(bytes)
  // A copy of its own: what was read from is a view on a whole file.
  return size && { ...size, bytes: new Uint8Array(bytes) }
}

/** @returns undefined when the text is not base64 */
export function fromBase64(text: string): Uint8Array | undefined {
  const bare = text.replaceAll(/\s/g, '').replace(/^data:image\/[a-z]{1,10};base64,/i, '')
  return /^[A-Za-z0-9+/]*={0,2}$/.test(bare) ? Buffer.from(bare, 'base64') : undefined
}
