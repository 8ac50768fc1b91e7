/** A place in the alignment of two lists: a row of both, of the first alone, or of the second alone. */
export interface Slot {
  readonly a?: number
  readonly b?: number
}

/** Equal rows are worth more than rows with one key, so that of two rows with one key the unchanged one stays. */
const worth = { equal: 3, key: 2 }

/**
 * Aligns two short lists in order: equal rows and rows with the same key are paired, and between them what was taken out
 * is paired with what was put in as far as it goes. Time and room grow with the product of the lengths, at most 200 each.
 */
export function alignRows(
  a: readonly string[],
  b: readonly string[],
  keysA: readonly string[],
  keysB: readonly string[],
): Slot[] {
  const width = b.length + 1
  const best = new Uint32Array((a.length + 1) * width)
  const at = (i: number, j: number): number => best[i * width + j] ?? 0
  const worthOf = (i: number, j: number): number =>
    a[i] === b[j] ? worth.equal : keysA[i] === keysB[j] ? worth.key : 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const paired = worthOf(i, j)
      best[i * width + j] = Math.max(at(i + 1, j), at(i, j + 1), paired === 0 ? 0 : paired + at(i + 1, j + 1))
    }
  }
  const slots: Slot[] = []
  let [i, j, fromA, fromB] = [0, 0, 0, 0]
  /** The rows since the last pair: changed ones first, then what is left over on one side. */
  const closeGap = () => {
    while (fromA < i && fromB < j) slots.push({ a: fromA++, b: fromB++ })
    while (fromA < i) slots.push({ a: fromA++ })
    while (fromB < j) slots.push({ b: fromB++ })
  }
  while (i < a.length && j < b.length) {
    const paired = worthOf(i, j)
    if (paired > 0 && at(i, j) === paired + at(i + 1, j + 1)) {
      closeGap()
      slots.push({ a: i++, b: j++ })
      fromA = i
      fromB = j
    } else if (at(i, j) === at(i + 1, j)) i++
    else j++
  }
  i = a.length
  j = b.length
  closeGap()
  return slots
}
