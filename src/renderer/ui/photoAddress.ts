import type { Photo } from '../../shared/photos/photos'

/** As many bytes as a call takes arguments without complaint. */
const SLICE = 0x8000

/** The picture as an address that holds it: in memory alone, while a blob may be moved to the disk. */
export function addressOf({ kind, bytes }: Photo): string {
  let text = ''
  for (let at = 0; at < bytes.byteLength; at += SLICE) text += String.fromCharCode(...bytes.subarray(at, at + SLICE))
  return `data:image/${kind};base64,${btoa(text)}`
}
