/**
 * Numbers that look random and are the same in every run, in every engine: sfc32 on integers alone. The clock and the
 * system's own source are never asked.
 */
export class Random {
  #a: number
  #b: number
  #c: number
  #d: number

  constructor(a: number, b: number, c: number, d: number) {
    this.#a = a | 0
    this.#b = b | 0
    this.#c = c | 0
    this.#d = d | 0
    for (let round = 0; round < 12; round += 1) this.bits()
  }

  /** 32 bits as a whole number from 0. */
  bits(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#d) | 0
    this.#d = (this.#d + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = (this.#c << 21) | (this.#c >>> 11)
    this.#c = (this.#c + sum) | 0
    return sum >>> 0
  }

  /** From 0 to below 1. */
  next(): number {
    return this.bits() / 0x1_0000_0000
  }

  /** A whole number, both ends included; `least` where the ends are the wrong way round. */
  int(least: number, most: number): number {
    return most <= least ? least : least + Math.floor(this.next() * (most - least + 1))
  }

  /** Nearer to the middle of the range than to its ends. */
  middling(least: number, most: number): number {
    return most <= least ? least : least + Math.floor(((this.next() + this.next()) / 2) * (most - least + 1))
  }

  chance(share: number): boolean {
    return this.next() < share
  }

  /** @throws RangeError when there is nothing to pick from */
  pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new RangeError('nothing to pick from')
    return items[Math.floor(this.next() * items.length)] as T
  }

  /** Different items in the order drawn; all of them where fewer are there. */
  sample<T>(items: readonly T[], count: number): T[] {
    const left = [...items]
    const drawn: T[] = []
    while (drawn.length < count && left.length > 0) {
      const at = this.int(0, left.length - 1)
      drawn.push(left[at] as T)
      left[at] = left.at(-1) as T
      left.pop()
    }
    return drawn
  }

  /** A version 4 identifier. */
  uuid(): string {
    const hex = [this.bits(), this.bits(), this.bits(), this.bits()]
      .map(word => word.toString(16).padStart(8, '0'))
      .join('')
    const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4] ?? '8'
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
  }
}

/** Four words of 32 bits out of a text. Source: cyrb128, of the public domain. */
function wordsOf(text: string): [number, number, number, number] {
  let [a, b, c, d] = [1_779_033_703, 3_144_134_277, 1_013_904_242, 2_773_480_762]
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    a = b ^ Math.imul(a ^ code, 597_399_067)
    b = c ^ Math.imul(b ^ code, 2_869_860_233)
    c = d ^ Math.imul(c ^ code, 951_274_213)
    d = a ^ Math.imul(d ^ code, 2_716_044_179)
  }
  a = Math.imul(c ^ (a >>> 18), 597_399_067)
  b = Math.imul(d ^ (b >>> 22), 2_869_860_233)
  c = Math.imul(a ^ (c >>> 17), 951_274_213)
  d = Math.imul(b ^ (d >>> 19), 2_716_044_179)
  a ^= b ^ c ^ d
  return [a, b ^ a, c ^ a, d ^ a]
}

/** Numbers of one name, each with its own beginning, so that the millionth is had without the others. */
export type Stream = (index?: number) => Random

/** Streams of different names know nothing of each other: a new one changes none that is there. */
export function streamOf(seed: string, name: string): Stream {
  const [a, b, c, d] = wordsOf(`${seed}\u0000${name}`)
  return (index = 0) =>
    new Random(a ^ Math.imul(index + 1, 2_654_435_761), b ^ Math.imul(index, 2_246_822_519), c, d + index)
}

/** What is drawn as often as its weight says. */
export class Weighted<T> {
  readonly #items: readonly T[]
  readonly #ends: Float64Array
  readonly #sum: number

  constructor(entries: readonly (readonly [item: T, weight: number])[]) {
    this.#items = entries.map(([item]) => item)
    let sum = 0
    this.#ends = Float64Array.from(entries, ([, weight]) => (sum += weight))
    this.#sum = sum
  }

  draw(random: Random): T {
    const at = random.next() * this.#sum
    let [low, high] = [0, this.#ends.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#ends[middle] as number) > at) high = middle
      else low = middle + 1
    }
    return this.#items[low] as T
  }
}
