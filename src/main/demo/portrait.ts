import { type Colour, type Drawing, toJpeg } from './jpeg'
import type { Random } from './random'

/** 4 to 5, as the form wants portraits. Source: formats 1.6. */
const width = 320
const height = 400

/** Ground, pattern, face, coat, hair, shirt. */
const grounds: readonly (readonly [Colour, Colour])[] = [
  [
    [126, 164, 202],
    [142, 177, 212],
  ],
  [
    [148, 176, 196],
    [164, 189, 206],
  ],
  [
    [176, 190, 200],
    [190, 202, 210],
  ],
  [
    [158, 184, 172],
    [173, 196, 186],
  ],
  [
    [196, 180, 164],
    [207, 193, 179],
  ],
  [
    [190, 164, 166],
    [202, 179, 181],
  ],
]
const faces: readonly Colour[] = [
  [240, 228, 214],
  [236, 222, 206],
  [243, 233, 222],
  [231, 216, 200],
]
const coats: readonly Colour[] = [
  [44, 58, 82],
  [58, 62, 70],
  [40, 70, 84],
  [74, 62, 70],
  [66, 78, 62],
]
const hairs: readonly Colour[] = [
  [44, 44, 48],
  [60, 54, 52],
  [84, 80, 78],
  [128, 126, 126],
]
const shirt: Colour = [250, 250, 250]

type Span = (y: number) => readonly [from: number, to: number] | undefined

function fill(pixels: Uint8Array, colour: number, span: Span): void {
  for (let y = 0; y < height; y += 1) {
    const [from, to] = span(y) ?? [0, 0]
    const [left, right] = [Math.max(0, Math.round(from)), Math.min(width, Math.round(to))]
    if (right > left) pixels.fill(colour, y * width + left, y * width + right)
  }
}

const ellipse =
  (x: number, y: number, a: number, b: number): Span =>
  row => {
    const part = 1 - ((row + 0.5 - y) / b) ** 2
    if (part <= 0) return undefined
    const half = a * Math.sqrt(part)
    return [x - half, x + half]
  }
/** A band that leans; `slope` is how far it moves sideways with each row. */
const band =
  (x: number, wide: number, slope: number): Span =>
  row => [x + row * slope, x + row * slope + wide]

function ground(random: Random, pixels: Uint8Array): void {
  const which = random.int(0, 3)
  if (which === 0) for (let at = -2; at < 4; at += 1) fill(pixels, 1, band(at * 128 + random.int(0, 8), 56, -0.5))
  else if (which === 1) fill(pixels, 1, ellipse(random.int(40, 280), random.int(90, 170), 130, 130))
  else if (which === 2) fill(pixels, 1, row => (row > 224 ? [0, width] : undefined))
  else {
    fill(pixels, 1, ellipse(random.pick([0, width]), 0, 190, 190))
    fill(pixels, 1, ellipse(random.pick([0, width]), height - 120, 90, 90))
  }
}

/** Rows of a span above a line alone. */
const above =
  (line: number, span: Span): Span =>
  y =>
    y < line ? span(y) : undefined

/** A figure without a face before a ground with a pattern: nobody's portrait. */
function draw(random: Random): Drawing {
  const palette = [...random.pick(grounds), random.pick(faces), random.pick(coats), random.pick(hairs), shirt]
  const pixels = new Uint8Array(width * height)
  ground(random, pixels)
  const [wide, long] = [random.int(56, 64), random.int(72, 80)]
  const middle = 168
  const chin = middle + long
  const hairLine = middle + random.pick([-18, 4, 26, 66])
  fill(pixels, 4, above(hairLine, ellipse(160, middle - 10, wide + 9, long + 10)))
  fill(pixels, 3, ellipse(160, 424, random.int(126, 142), 150))
  fill(pixels, 5, y => (y > chin + 14 && y < 344 ? [160 - (344 - y) * 0.5, 160 + (344 - y) * 0.5] : undefined))
  fill(pixels, 2, y =>
    y > middle && y < chin + 34
      ? [160 - 27 + Math.max(0, y - chin - 8) * 0.9, 160 + 27 - Math.max(0, y - chin - 8) * 0.9]
      : undefined,
  )
  fill(pixels, 2, ellipse(160, middle + 4, wide, long))
  fill(pixels, 4, above(middle - random.int(26, 40), ellipse(160, middle - 6, wide + 5, long + 6)))
  return { width, height, pixels, palette }
}

/** The drawn portrait that goes with a file: the same one each time, some eight kilobytes. */
export const portraitOf = (random: Random): Uint8Array<ArrayBuffer> => toJpeg(draw(random))
