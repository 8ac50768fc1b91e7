import { addMonths, type Day } from '../../../src/shared/dates/add-months'
import type { Condition } from '../../../src/shared/queries/queries'

/** What a person's talks and promises are, as somebody would note them on a card. */
export interface TalkCard {
  /** The days of the talks that were held, in any order. */
  readonly talks: readonly string[]
  readonly promises: readonly { readonly kind: string; readonly state: string; readonly dueOn: string }[]
}

/** Goes through a card by hand; undefined for a field that is not about talks. */
export function askCard({ field, operator, values }: Condition, { talks, promises }: TalkCard, on: Day) {
  const [a = 0, b = 0] = values.map(Number)
  const within = (least: number, count: number) =>
    operator === 'atLeast' ? count >= least : operator === 'atMost' ? count <= least : count >= a && count <= b
  const open = promises.filter(({ kind, state }) => kind !== '要求' && state === 'open')
  switch (field) {
    case 'monthsQuiet': {
      const held = talks.filter(day => day <= on)
      const quiet = (months: number) => held.every(day => day <= addMonths(on, -months))
      if (operator === 'atLeast') return quiet(a)
      return operator === 'atMost' ? !quiet(a + 1) : quiet(a) && !quiet(b + 1)
    }
    case 'talksThisYear':
      return within(a, talks.filter(day => day.slice(0, 4) === on.slice(0, 4) && day <= on).length)
    case 'talks': {
      const from = a === 0 ? '' : addMonths(on, -12 * a)
      const count = talks.filter(day => day >= from && day <= on).length
      return operator === 'atLeast' ? count >= b : count <= b
    }
    case 'promisesOpen':
      return open.length > 0
    case 'promisesLate':
      return open.some(({ dueOn }) => dueOn < on)
    default:
      return undefined
  }
}

export const lastTalk = ({ talks }: TalkCard): string | undefined => talks.toSorted().at(-1)
