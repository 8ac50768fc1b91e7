/** The smallest baseline JPEG writer that drawings of few colours need: each 8×8 block of one colour is its mean alone. */

export type Colour = readonly [red: number, green: number, blue: number]

/** Colours by number, row by row. Width and height are multiples of 8. */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
  readonly palette: readonly Colour[]
}

// cos((2x+1)uπ/16)/2 with the first row over √2, as literals: engines may differ in the last bit of a cosine.
const [c1, c2, c3, c4, c5, c6, c7] = [
  0.490_392_640_201_615_2, 0.461_939_766_255_643_4, 0.415_734_806_151_272_6, 0.353_553_390_593_273_8,
  0.277_785_116_509_801_1, 0.191_341_716_182_544_9, 0.097_545_161_008_064_1,
] as const
const basis = Float64Array.from(
  [
    [c4, c4, c4, c4, c4, c4, c4, c4],
    [c1, c3, c5, c7, -c7, -c5, -c3, -c1],
    [c2, c6, -c6, -c2, -c2, -c6, c6, c2],
    [c3, -c7, -c1, -c5, c5, c1, c7, -c3],
    [c4, -c4, -c4, c4, c4, -c4, -c4, c4],
    [c5, -c1, c7, c3, -c3, -c7, c1, -c5],
    [c6, -c2, c2, -c6, -c6, c2, -c2, c6],
    [c7, -c5, c3, -c1, c1, -c3, c5, -c7],
  ].flat(),
)

const zigzag = [
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
  35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47,
  55, 62, 63,
]
/** Steps by which coefficients are rounded, in zigzag order: coarser towards the fine ones. */
const steps = Uint8Array.from(zigzag, (_, at) => (at === 0 ? 4 : 10 + at))

/** Codes of the lengths 1 to 16 and what they stand for. Source: ITU-T T.81, tables K.3 and K.5. */
const dcCounts = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0]
const dcValues = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
const acCounts = [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 125]
const acValues = [
  ...Buffer.from(
    '01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a434445' +
      '464748494a535455565758595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5' +
      'b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa',
    'hex',
  ),
]

type Codes = readonly (readonly [code: number, length: number] | undefined)[]
function codesOf(counts: readonly number[], values: readonly number[]): Codes {
  const codes: (readonly [number, number] | undefined)[] = []
  let [code, at] = [0, 0]
  for (const [index, count] of counts.entries()) {
    for (let each = 0; each < count; each += 1) {
      codes[values[at] ?? 0] = [code, index + 1]
      code += 1
      at += 1
    }
    code <<= 1
  }
  return codes
}
const dcCodes = codesOf(dcCounts, dcValues)
const acCodes = codesOf(acCounts, acValues)

class Bits {
  readonly bytes: number[] = []
  #held = 0
  #count = 0

  put(value: number, length: number): void {
    this.#held = (this.#held << length) | value
    this.#count += length
    while (this.#count >= 8) {
      this.#count -= 8
      const byte = (this.#held >> this.#count) & 0xff
      this.bytes.push(byte)
      // A byte of ones would be taken for a marker.
      if (byte === 0xff) this.bytes.push(0)
    }
    this.#held &= (1 << this.#count) - 1
  }

  code(codes: Codes, value: number): void {
    const [code, length] = codes[value] ?? [0, 0]
    this.put(code, length)
  }

  /** A number of `size` bits; a negative one as its complement. */
  amount(value: number, size: number): void {
    this.put(value < 0 ? value + (1 << size) - 1 : value, size)
  }

  end(): number[] {
    if (this.#count > 0) this.put((1 << (8 - this.#count)) - 1, 8 - this.#count)
    return this.bytes
  }
}

const sizeOf = (value: number): number => 32 - Math.clz32(Math.abs(value))
const segment = (marker: number, body: readonly number[]): number[] => [
  0xff,
  marker,
  (body.length + 2) >> 8,
  (body.length + 2) & 255,
  ...body,
]

/** Luminance and the two colour differences around 0. */
type Triple = readonly [number, number, number]
const black: Triple = [-128, 0, 0]
const toYCbCr = ([red, green, blue]: Colour): Triple => [
  0.299 * red + 0.587 * green + 0.114 * blue - 128,
  -0.168_736 * red - 0.331_264 * green + 0.5 * blue,
  0.5 * red - 0.418_688 * green - 0.081_312 * blue,
]

const rows = new Float64Array(64)
/** The coefficients of a block in zigzag order, not yet rounded. */
function transform(samples: Float64Array, out: Float64Array): void {
  for (let y = 0; y < 64; y += 8)
    for (let u = 0; u < 8; u += 1) {
      let sum = 0
      for (let x = 0; x < 8; x += 1) sum += (samples[y + x] as number) * (basis[u * 8 + x] as number)
      rows[y + u] = sum
    }
  for (let at = 0; at < 64; at += 1) {
    const place = zigzag[at] as number
    const [v, u] = [place & 56, place & 7]
    let sum = 0
    for (let y = 0; y < 8; y += 1) sum += (rows[y * 8 + u] as number) * (basis[v + y] as number)
    out[at] = sum
  }
}

/** Coefficients of one component of one block, rounded, in zigzag order. */
const coefficients = new Int16Array(64)
const block = new Uint8Array(64)
const samples = new Float64Array(64)
const transformed = new Float64Array(64)

function putMean(bits: Bits, difference: number): void {
  bits.code(dcCodes, sizeOf(difference))
  bits.amount(difference, sizeOf(difference))
}

function putBlock(bits: Bits, before: number): number {
  const mean = coefficients[0] as number
  putMean(bits, mean - before)
  let zeros = 0
  for (let at = 1; at < 64; at += 1) {
    const value = coefficients[at] as number
    if (value === 0) {
      zeros += 1
      continue
    }
    for (; zeros > 15; zeros -= 16) bits.code(acCodes, 0xf0)
    bits.code(acCodes, (zeros << 4) | sizeOf(value))
    bits.amount(value, sizeOf(value))
    zeros = 0
  }
  if (zeros > 0) bits.code(acCodes, 0)
  return mean
}

/**
 * A block of two colours is the first with the difference over it, share by share: one transformation, which stands in
 * `transformed`, does for all three components.
 */
function roundTwo(ground: number, other: number): void {
  const over = other - ground
  for (let at = 0; at < 64; at += 1) {
    const whole = (at === 0 ? ground * 8 : 0) + over * (transformed[at] as number)
    coefficients[at] = Math.round(whole / (steps[at] as number))
  }
}

/** A block of several colours, which stands in `block`. */
function putColours(bits: Bits, means: [number, number, number], colours: readonly Triple[]): void {
  const first = block[0] as number
  const second = block.find(colour => colour !== first) ?? first
  const isMore = block.some(colour => colour !== first && colour !== second)
  if (!isMore) {
    for (let at = 0; at < 64; at += 1) samples[at] = block[at] === second ? 1 : 0
    transform(samples, transformed)
  }
  for (let part = 0; part < 3; part += 1) {
    if (isMore) {
      for (let at = 0; at < 64; at += 1) samples[at] = colours[block[at] as number]?.[part] ?? 0
      transform(samples, transformed)
      for (let at = 0; at < 64; at += 1)
        coefficients[at] = Math.round((transformed[at] as number) / (steps[at] as number))
    } else roundTwo(colours[first]?.[part] ?? 0, colours[second]?.[part] ?? 0)
    means[part] = putBlock(bits, means[part] as number)
  }
}

/** A block of one colour has nothing but its mean. */
function putFlat(bits: Bits, means: [number, number, number], colour: Triple): void {
  for (let part = 0; part < 3; part += 1) {
    const mean = Math.round(((colour[part] as number) * 8) / (steps[0] as number))
    putMean(bits, mean - (means[part] as number))
    bits.code(acCodes, 0)
    means[part] = mean
  }
}

/** The drawing as the bytes of a `.jpg`. */
export function toJpeg({ width, height, pixels, palette }: Drawing): Uint8Array<ArrayBuffer> {
  const bits = new Bits()
  const colours = palette.map(toYCbCr)
  const means: [number, number, number] = [0, 0, 0]
  for (let top = 0; top < height; top += 8)
    for (let left = 0; left < width; left += 8) {
      const first = pixels[top * width + left] as number
      let isFlat = true
      for (let y = 0; y < 8; y += 1)
        for (let x = 0; x < 8; x += 1) {
          const colour = pixels[(top + y) * width + left + x] as number
          block[y * 8 + x] = colour
          if (colour !== first) isFlat = false
        }
      if (isFlat) putFlat(bits, means, colours[first] ?? black)
      else putColours(bits, means, colours)
    }
  const frame = [8, height >> 8, height & 255, width >> 8, width & 255, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]
  return Uint8Array.from([
    0xff,
    0xd8,
    ...segment(0xe0, [...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...segment(0xdb, [0, ...steps]),
    ...segment(0xc0, frame),
    ...segment(0xc4, [0, ...dcCounts, ...dcValues]),
    ...segment(0xc4, [0x10, ...acCounts, ...acValues]),
    ...segment(0xda, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]),
    ...bits.end(),
    0xff,
    0xd9,
  ])
}
