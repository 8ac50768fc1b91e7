import { type HonourFilter, wholeRegister } from '../../shared/honours/honours'

/** What the register opens with next: a number of the board leads there. */
let next: HonourFilter | undefined

/** Has the register open with a filter. The caller goes there. */
export const showNext = (filter: HonourFilter): void => {
  next = filter
}
/** Taken once; the whole register otherwise. */
export function takeNext(): HonourFilter {
  const taken = next ?? wholeRegister
  next = undefined
  return taken
}
