import type { RewardRow } from '../cadres/cadres'
import { plainWords } from '../cadres/plain-words'
import type { PartialDate } from '../dates/partial-date'

interface Told {
  readonly on: PartialDate | null
  readonly name: string
}

const holds = (a: string, b: string): boolean => {
  const [left, right] = [plainWords(a), plainWords(b)]
  return left.includes(right) || right.includes(left)
}
/** A month and a day of it are one date, told more or less exactly. */
const isSameDate = (a: PartialDate | null, b: PartialDate | null): boolean =>
  a !== null && b !== null && (a.startsWith(b) || b.startsWith(a))

/** Whether a row of the file and a row of the register tell of one honour. What bears no date is told by its name alone. */
const isSame = (row: Told, honour: Told): boolean =>
  row.on === null || honour.on === null
    ? plainWords(row.name) === plainWords(honour.name)
    : isSameDate(row.on, honour.on) && holds(row.name, honour.name)

/** What stands on one side alone. Each row of one side answers for one of the other, the exact ones first. */
export function differences<R extends Told, H extends Told>(
  rows: readonly R[],
  honours: readonly H[],
): { readonly inFile: R[]; readonly inRegister: H[]; readonly pairs: readonly (readonly [R, H])[] } {
  const left = new Set(honours)
  const inFile: R[] = []
  const pairs: (readonly [R, H])[] = []
  const isExact = (row: R, honour: H): boolean =>
    row.on === honour.on && plainWords(row.name) === plainWords(honour.name)
  const unmatched: R[] = []
  const pair = (row: R, found: H | undefined, otherwise: R[]): void => {
    if (!found) return void otherwise.push(row)
    left.delete(found)
    pairs.push([row, found])
  }
  for (const row of rows)
    pair(
      row,
      [...left].find(honour => isExact(row, honour)),
      unmatched,
    )
  for (const row of unmatched)
    pair(
      row,
      [...left].find(honour => isSame(row, honour)),
      inFile,
    )
  return { inFile, inRegister: [...left], pairs }
}

/** An honour as a row of the person's file. */
export const rewardOf = (honour: {
  readonly on: PartialDate
  readonly authority: string
  readonly name: string
  readonly posthumous: boolean
}): RewardRow => ({
  on: honour.on,
  authority: honour.authority,
  name: honour.posthumous && !honour.name.includes('追') ? `${honour.name}（追授）` : honour.name,
})
