/** Files within a store are known by small whole numbers. A set of them is one bit each. */
export class KeySet {
  readonly #bits: Uint32Array
  readonly size: number

  constructor(keys: ArrayLike<number>, highest: number) {
    this.#bits = new Uint32Array((highest >>> 5) + 1)
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] ?? 0
      this.#bits[key >>> 5] = (this.#bits[key >>> 5] ?? 0) | (1 << (key & 31))
    }
    this.size = keys.length
  }

  has(key: number): boolean {
    return ((this.#bits[key >>> 5] ?? 0) & (1 << (key & 31))) !== 0
  }
}

/** The keys of `ordered` that are in the set, in their order. */
export function inOrder(ordered: Uint32Array, set: KeySet): Uint32Array {
  const found = new Uint32Array(set.size)
  let count = 0
  for (const key of ordered) if (set.has(key)) found[count++] = key
  return found.subarray(0, count)
}

/** Reads what `json_group_array` made of keys: one text for all is much faster than one object for each. */
export const readKeys = (json: string | null | undefined): Uint32Array =>
  Uint32Array.from(JSON.parse(json ?? '[]') as number[])
