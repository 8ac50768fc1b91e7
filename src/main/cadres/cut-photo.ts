import { Buffer } from 'node:buffer'

const tag = { start: '<ZhaoPian>', prefix: '<ZhaoPian', end: '</ZhaoPian>' }
/** Stands in the text where the picture stood; no picture in base64 is as short. */
const stub = '~'
/** Beyond this the limits of the text are asked as ever. */
const longest = 9_000_000

export interface CutForm {
  /** The file with the stub in the picture's place, its lines where they were. */
  readonly bytes: Uint8Array
  readonly picture: Uint8Array
}

/** Whether an element's text is what `cutPhoto` has left of a picture. */
export const isStub = (text: string): boolean => text.trim() === stub

/**
 * Takes the picture out of a `.lrmx` before anything walks through its text, of which it is nine tenths. Only where the
 * tags can mean nothing else: one picture in plain base64, and no comment, CDATA or instruction in the file. Anything
 * else is undefined and is read whole.
 */
export function cutPhoto(file: Uint8Array): CutForm | undefined {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const start = bytes.indexOf(tag.start) + tag.start.length
  if (start < tag.start.length || bytes.indexOf(tag.prefix, start) !== -1) return undefined
  const end = bytes.indexOf(tag.end, start)
  if (end === -1 || end - start > longest || bytes.includes('<!') || bytes.lastIndexOf('<?') > 8) return undefined
  const text = bytes.toString('latin1', start, end)
  const padding = text.indexOf('=')
  if (!/^[A-Za-z0-9+/= \t\r\n]*$/.test(text)) return undefined
  if (padding !== -1 && !/^={1,2}[ \t\r\n]*$/.test(text.slice(padding))) return undefined
  const picture = Buffer.from(text, 'base64')
  if (picture.length === 0) return undefined
  const lines = '\n'.repeat(text.split('\n').length - 1)
  return { bytes: Buffer.concat([bytes.subarray(0, start), Buffer.from(stub + lines), bytes.subarray(end)]), picture }
}
