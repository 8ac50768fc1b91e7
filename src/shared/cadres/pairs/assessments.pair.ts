import { codeTables } from '../../codes/codes'
import { parseAssessments, printAssessments } from '../assessment-text'
import type { YearlyAssessment } from '../cadres'
import { rowOffers, type TextPair, textOffer } from './pair'

/** Years that many regions want where the cell is empty. Source: formats 1.2, row 25. */
const USUAL_YEARS = 3

/** One word for the wordings of one grade. */
const gradeOf = (grade: string): string => codeTables.assessmentGrade.byName(grade)?.name ?? grade
const isSame = (a: YearlyAssessment, b: YearlyAssessment): boolean =>
  a.year === b.year && gradeOf(a.grade) === gradeOf(b.grade)

/** 年度考核结果 and the yearly rows. The cell gives the last years alone, so that older rows are no difference. */
export const assessmentsPair: TextPair = {
  key: 'assessments',
  title: '年度考核结果',
  texts: ['form.assessments'],
  rows: ['assessments'],
  rule: 'text.assessments',
  hasText: ({ form }) => form.assessments.trim() !== '',
  hasRows: ({ assessments }) => assessments.length > 0,
  toRows({ form, assessments }) {
    const { rows, unread } = parseAssessments(form.assessments)
    const offers = rowOffers('assessments', assessments, rows, {
      same: [isSame, (row, read) => row.year === read.year],
      merge: (row, read) => (isSame(row, read) ? row : read),
    })
    // By year, wherever the cell names it.
    const placed = offers.map(offer => {
      if (offer.change.kind !== 'row-added') return offer
      const { year } = offer.change.row as YearlyAssessment
      const at = assessments.findIndex(row => row.year > year)
      return { ...offer, change: { ...offer.change, at: at === -1 ? assessments.length : at } }
    })
    return { offers: placed, unread, notes: [] }
  },
  toTexts(cadre, { years }) {
    const { assessments, form } = cadre
    const { rows, unread } = parseAssessments(form.assessments)
    if (assessments.length === 0) return { offers: [], unread, notes: [] }
    const wanted = assessments.toSorted((a, b) => a.year - b.year).slice(-(years ?? (rows.length || USUAL_YEARS)))
    const says = wanted.length === rows.length && wanted.every((row, at) => rows[at] && isSame(row, rows[at]))
    if (says) return { offers: [], unread, notes: [] }
    const kept = unread.map(part => `${part}。`).join('')
    return { offers: textOffer(cadre, 'form.assessments', printAssessments(wanted) + kept), unread, notes: [] }
  },
}
