/** Numbers that a Float64 holds exactly take three characters of fifteen bits. */
const BITS = 32_768
const CHARACTERS = 3

/**
 * 按姓氏笔画: names by the strokes of their characters, one after the other. What stands between characters of as many strokes
 * is the order of the system's own dictionary (Unicode CLDR, collation “stroke”), which is not the 笔顺 of GF 3003.
 */
export function strokeOrder(keys: Uint32Array, names: readonly string[]): Uint32Array {
  const collator = new Intl.Collator('zh-u-co-stroke')
  const characters = new Set<string>()
  for (const name of names) for (const character of name) characters.add(character)
  const places = new Map(
    [...characters].toSorted(collator.compare).map((character, index) => [character, Math.min(index + 1, BITS - 1)]),
  )
  const weights = new Float64Array(names.length)
  for (const [index, name] of names.entries()) {
    let weight = 0
    let taken = 0
    for (const character of name) {
      if (taken === CHARACTERS) break
      weight = weight * BITS + (places.get(character) ?? 0)
      taken++
    }
    // A name that ends early comes before one that goes on.
    weights[index] = weight * BITS ** (CHARACTERS - taken)
  }
  const order = Uint32Array.from(names.keys())
  order.sort(
    (a, b) => (weights[a] ?? 0) - (weights[b] ?? 0) || collator.compare(names[a] ?? '', names[b] ?? '') || a - b,
  )
  return order.map(index => keys[index] ?? 0)
}
