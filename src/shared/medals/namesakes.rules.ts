import type { PartialDate } from '../dates/partial-date'

interface Named {
  readonly name: string
  readonly birth: PartialDate | null
}

/** Whether two entries may be of one person: the same name, and births that agree as far as both are known. It warns and decides nothing. */
export function mayBeSame(a: Named, b: Named): boolean {
  if (a.name !== b.name) return false
  if (a.birth === null || b.birth === null) return true
  const known = Math.min(a.birth.length, b.birth.length)
  return a.birth.slice(0, known) === b.birth.slice(0, known)
}
