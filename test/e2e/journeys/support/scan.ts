import { crc32, deflateSync } from 'node:zlib'

function chunk(kind: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** A real PNG: a white page with dark lines, as a scan of a letter is. `seed` moves the lines. */
export function scanOf(width: number, height: number, seed: number): Buffer {
  const rows = Buffer.alloc((width + 1) * height, 0xf8)
  for (let y = 0; y < height; y += 1) {
    rows[y * (width + 1)] = 0
    const isLine = y > height * 0.2 && y < height * 0.8 && (y + seed) % 40 < 12
    if (isLine) rows.fill(0x30, y * (width + 1) + 1 + width * 0.15, y * (width + 1) + width * 0.85)
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // Eight bits of grey.
  head.set([8, 0, 0, 0, 0], 8)
  const beginning = Buffer.from('89504e470d0a1a0a', 'hex')
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', new Uint8Array())]
  return Buffer.concat([beginning, ...parts])
}
