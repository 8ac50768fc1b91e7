/**
 * The head of a JPEG, which is all that the core looks at: the start, one segment, the frame with its size, and then
 * `filling` bytes that make it another picture.
 */
export function jpegOf(width: number, height: number, filling = 1, length = 40): Uint8Array<ArrayBuffer> {
  const head = [
    [0xff, 0xd8],
    [0xff, 0xe0, 0, 4, 0, 0],
    [0xff, 0xc0, 0, 17, 8, height >> 8, height & 255, width >> 8, width & 255, 3],
  ].flat()
  return Uint8Array.from([...head, ...Array.from({ length }, () => filling)])
}

/** The head of a PNG. */
export function pngOf(width: number, height: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(40))
  view.setUint32(0, 0x89504e47)
  view.setUint32(4, 0x0d0a1a0a)
  view.setUint32(8, 13)
  view.setUint32(12, 0x49484452)
  view.setUint32(16, width)
  view.setUint32(20, height)
  return new Uint8Array(view.buffer)
}
