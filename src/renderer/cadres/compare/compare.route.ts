import { CadreId } from '../../../shared/cadres/cadres'
import type { Offer } from '../../exports/ask'

export const LEAST_COMPARED = 2
export const MOST_COMPARED = 4

export const compareRoute = (ids: readonly CadreId[]): string => `/cadres/compare/${ids.join(',')}`

/** Whom a place names, each once and no more than can be compared. */
export const comparedIn = (text: string): CadreId[] =>
  [...new Set(text.split(',').flatMap(id => CadreId.safeParse(id).data ?? []))].slice(0, MOST_COMPARED)

/** Whom the page in sight offers, so that a command can begin with them. */
export const comparableIn = (offered: Offer | null): readonly CadreId[] =>
  offered?.whom.by === 'ids' && offered.whom.ids.length <= MOST_COMPARED ? offered.whom.ids : []

/** Why so many cannot be compared, in words. */
export const compareRefusal = (people: number): string | undefined =>
  people < LEAST_COMPARED || people > MOST_COMPARED ? `选 ${LEAST_COMPARED} 到 ${MOST_COMPARED} 人才能比较` : undefined
