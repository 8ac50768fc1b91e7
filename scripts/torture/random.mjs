// Random numbers out of a seed: a run that failed can be repeated.

/** A stream of its own for each name, so that a change in one place does not move the others. */
export function randomOf(...names) {
  let state = 2_166_136_261
  for (const character of names.join('/')) state = Math.imul(state ^ character.codePointAt(0), 16_777_619)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = limit => Math.floor(next() * limit)
  return { next, below, chance: share => next() < share, pick: list => list[below(list.length)] }
}
