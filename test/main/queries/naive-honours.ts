import { addMonths, type Day } from '../../../src/shared/dates/add-months'
import type { Condition } from '../../../src/shared/queries/queries'

/** What a person was honoured with, alone or in a team, as somebody would note it on a card. */
export interface HonourCard {
  readonly honours: readonly {
    readonly on: string
    readonly kind: string
    readonly level: string
    readonly inTeam: boolean
    readonly revoked: boolean
  }[]
}

/** Goes through a card by hand; undefined for a field that is not about honours. */
export function askHonourCard(
  { field, operator, values }: Condition,
  { honours }: HonourCard,
  on: Day,
): boolean | undefined {
  const standing = honours.filter(({ revoked }) => !revoked)
  const [a = 0, b = 0] = values.map(Number)
  const any = (words: readonly string[]): boolean => {
    if (operator === 'empty') return words.length === 0
    return operator === 'filled' ? words.length > 0 : words.some(word => values.includes(word))
  }
  switch (field) {
    case 'honourKind':
      return any(standing.map(({ kind }) => kind))
    case 'honourLevel':
      return any(standing.map(({ level }) => level))
    case 'honours': {
      const from = a === 0 ? '' : addMonths(on, -12 * a)
      const count = standing.filter(honour => honour.on >= from && honour.on <= on).length
      return operator === 'atLeast' ? count >= b : count <= b
    }
    default:
      return undefined
  }
}

export const lastHonourYear = ({ honours }: HonourCard): number | undefined =>
  honours
    .filter(({ revoked }) => !revoked)
    .map(honour => Number(honour.on.slice(0, 4)))
    .toSorted((x, y) => y - x)[0]
