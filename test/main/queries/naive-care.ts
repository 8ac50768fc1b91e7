import { addMonths, type Day } from '../../../src/shared/dates/add-months'
import type { Condition } from '../../../src/shared/queries/queries'

/** What was done for a person and in which lists they stand, as somebody would note it on a card. */
export interface CareCard {
  readonly cares: readonly {
    readonly on: string
    readonly dimension: string
    readonly moneyFen: number
    readonly withdrawn: boolean
  }[]
  readonly lists: readonly { readonly kind: string; readonly from: string; readonly until: string | null }[]
}

const counted = ({ cares }: CareCard) => cares.filter(({ withdrawn }) => !withdrawn)
const kept = ['因公伤残', '困难党员', '临终关怀']

/** Goes through a card by hand; undefined for a field that is not about care. */
export function askCareCard({ field, operator, values }: Condition, card: CareCard, on: Day): boolean | undefined {
  const [a = 0, b = 0] = values.map(Number)
  const within = (count: number) =>
    operator === 'atLeast' ? count >= a : operator === 'atMost' ? count <= a : count >= a && count <= b
  const done = counted(card).filter(care => care.on <= on)
  const often = (dimension: string) => {
    const from = a === 0 ? '' : addMonths(on, -12 * a)
    const count = done.filter(care => care.on >= from && (dimension === '' || care.dimension === dimension)).length
    return operator === 'atLeast' ? count >= b : count <= b
  }
  switch (field) {
    case 'monthsWithoutCare': {
      const without = (months: number) => done.every(care => care.on <= addMonths(on, -months))
      if (operator === 'atLeast') return without(a)
      return operator === 'atMost' ? !without(a + 1) : without(a) && !without(b + 1)
    }
    case 'cares':
      return often('')
    case 'cares-政治':
    case 'cares-生活':
    case 'cares-精神':
    case 'cares-经济':
      return often(field.slice('cares-'.length))
    case 'careMoneyThisYear': {
      const fen = done
        .filter(care => care.on.slice(0, 4) === on.slice(0, 4))
        .reduce((sum, care) => sum + care.moneyFen, 0)
      return within(Math.floor(fen / 100))
    }
    case 'careList': {
      const kinds = card.lists
        .filter(({ kind, from, until }) => !kept.includes(kind) && from <= on && (until === null || until >= on))
        .map(({ kind }) => kind)
      if (operator === 'empty') return kinds.length === 0
      return operator === 'filled' ? kinds.length > 0 : kinds.some(kind => values.includes(kind))
    }
    default:
      return undefined
  }
}

export const lastCare = (card: CareCard): string | undefined =>
  counted(card)
    .map(({ on }) => on)
    .toSorted()
    .at(-1)
