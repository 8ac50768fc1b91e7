import type { PictureKind } from './photos'

/** Beyond this a picture is no portrait, and unpacking it would fill the memory. */
const mostPixels = 40_000_000

interface Size {
  readonly width: number
  readonly height: number
}

function pngSize(bytes: DataView): Size | undefined {
  if (bytes.byteLength < 33 || bytes.getUint32(0) !== 0x89504e47 || bytes.getUint32(12) !== 0x49484452) return undefined
  return { width: bytes.getUint32(16), height: bytes.getUint32(20) }
}

function bmpSize(bytes: DataView): Size | undefined {
  if (bytes.byteLength < 54 || bytes.getUint16(0) !== 0x424d) return undefined
  return { width: Math.abs(bytes.getInt32(18, true)), height: Math.abs(bytes.getInt32(22, true)) }
}

/** Walks the segments up to the one that begins the frame. */
function jpegSize(bytes: DataView): Size | undefined {
  if (bytes.byteLength < 4 || bytes.getUint16(0) !== 0xffd8) return undefined
  let at = 2
  while (at + 9 < bytes.byteLength) {
    if (bytes.getUint8(at) !== 0xff) return undefined
    const marker = bytes.getUint8(at + 1)
    if (marker === 0xff) at += 1
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { width: bytes.getUint16(at + 7), height: bytes.getUint16(at + 5) }
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) at += 2
    else at += 2 + Math.max(2, bytes.getUint16(at + 2))
  }
  return undefined
}

/**
 * What a picture is and how large, by its own first bytes whatever it calls itself and without decoding it; undefined
 * when it is none, or has more than `most` pixels.
 */
export function pictureSize(bytes: Uint8Array, most = mostPixels): (Size & { readonly kind: PictureKind }) | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = [
    { kind: 'jpeg' as const, size: jpegSize(view) },
    { kind: 'png' as const, size: pngSize(view) },
    { kind: 'bmp' as const, size: bmpSize(view) },
  ].find(({ size }) => size !== undefined)
  if (!found?.size) return undefined
  const { width, height } = found.size
  return width < 1 || height < 1 || width * height > most ? undefined : { kind: found.kind, width, height }
}
