import { compareMonths, type PartialDate } from '../dates/partial-date'

/**
 * How far a rule or a figure can be trusted, by the rule book's own marks:
 * (P) read in the primary text, (S) read in a secondary text, MEMORY read nowhere, LOCAL true for another
 * place, OWN a document of the unit itself, UNKNOWN open.
 */
export const basisStatuses = ['CONFIRMED(P)', 'CONFIRMED(S)', 'MEMORY', 'LOCAL', 'OWN', 'UNKNOWN'] as const
export type BasisStatus = (typeof basisStatuses)[number]

/** Where a rule comes from: regulation and article in Chinese, as a person would look it up. */
export interface Basis {
  readonly source: string
  readonly status: BasisStatus
}

/** Source: rule book 13, “Where the status is MEMORY the UI says 参考,以文件为准”. */
export const basisCautions: Record<BasisStatus, string> = {
  'CONFIRMED(P)': '',
  'CONFIRMED(S)': '据转引文字，以文件为准',
  MEMORY: '参考，以文件为准',
  LOCAL: '外地做法，以本地文件为准',
  OWN: '由本单位规定',
  UNKNOWN: '依据未明，须由组织确定',
}

/** One figure of a regulation for the time that it is in force. `validTo` is the last day, null while it lasts. Source: rule book 0.4. */
export interface Parameter<T> extends Basis {
  readonly value: T
  readonly validFrom: string
  readonly validTo: string | null
}

export const basisOf = ({ source, status }: Basis): Basis => ({ source, status })

/**
 * The figure in force in a month; of two that share a month, the later one.
 * @returns undefined before the first one, and where a year alone leaves it open
 */
export function parameterOn<P extends Parameter<unknown>>(figures: readonly P[], on: PartialDate): P | undefined {
  return figures.findLast(({ validFrom, validTo }) => {
    const start = compareMonths(validFrom as PartialDate, on)
    const end = validTo === null ? 1 : compareMonths(validTo as PartialDate, on)
    return start !== undefined && start <= 0 && end !== undefined && end >= 0
  })
}
