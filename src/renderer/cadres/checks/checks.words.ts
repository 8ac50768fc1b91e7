import { basisCautions } from '../../../shared/basis/basis'
import type { Cadre } from '../../../shared/cadres/cadres'
import type { SensitiveField } from '../../../shared/cadres/cadres.contract'
import { cadreChecks, checkCadre } from '../../../shared/cadres/cadres.rules'
import { type FieldPath, fieldLabels, labelOf } from '../../../shared/cadres/field-labels'
import type { ToldFinding } from '../../../shared/checks/checks'
import type { PartialDate } from '../../../shared/dates/partial-date'

export const marks = { certain: 'late', likely: 'today', look: 'soon' } as const

const rules = new Map(cadreChecks.map(rule => [rule.id, rule]))

/** Where the rule comes from, with how far that can be trusted. */
export function basisOfRule(id: string): string {
  const basis = rules.get(id)?.basis
  if (!basis) return ''
  const caution = basisCautions[basis.status]
  return `${basis.source}${caution === '' ? '' : `（${caution}）`}`
}

export const fieldWords = ({ fields }: Pick<ToldFinding, 'fields'>): string =>
  fields.map(field => labelOf(field as FieldPath)).join('、')

export const maskedWords = (masked: readonly SensitiveField[]): string =>
  masked.map(field => fieldLabels[field]).join('、')

/** A finding with its words where they are known: those that hold what is masked once that has been shown. */
export interface WordedFinding extends ToldFinding {
  /** What has to be shown first; nothing when the words are there. */
  readonly hidden: readonly SensitiveField[]
}

/**
 * Puts in the words that the core holds back, from the file as it has been shown here. A rule's findings come in one order
 * wherever they are made, so the nth of a rule there is the nth here.
 */
export function worded(
  told: readonly ToldFinding[],
  cadre: Cadre,
  hidden: readonly SensitiveField[],
  on: PartialDate,
): readonly WordedFinding[] {
  const own = told.some(({ message }) => message === null) ? checkCadre(cadre, on) : []
  return told.map((finding, place) => {
    const covered = finding.masked.filter(field => hidden.includes(field))
    if (finding.message !== null || covered.length > 0)
      return { ...finding, hidden: finding.message === null ? covered : [] }
    const nth = told.slice(0, place).filter(({ rule }) => rule === finding.rule).length
    const message = own.filter(({ rule }) => rule === finding.rule)[nth]?.message ?? null
    return { ...finding, message, hidden: [] }
  })
}

/** Where the editor begins for a finding: the first field that it is about. */
export const fieldToMend = ({ fields }: Pick<ToldFinding, 'fields'>): string => {
  const [first = ''] = fields
  return first.startsWith('form.') ? first : (first.split('.')[0] ?? '')
}
