import * as z from 'zod'
import { basisStatuses } from '../basis/basis'
import { line } from '../text'

/** What may be answered to every question, the best first; the first two count as content. */
export const surveyAnswers = ['满意', '基本满意', '一般', '不满意'] as const

export const SurveyYear = z.int().min(2000).max(2100)
const Counts = z.array(z.int().min(0).max(100_000)).length(surveyAnswers.length)
export type SurveyCounts = z.infer<typeof Counts>
const Key = z.string().regex(/^[a-z0-9-]{1,20}$/)

/** How many gave which answer, by the key of the question: sums, and nobody's sheet. */
export const SurveyTotals = z.record(Key, Counts)
export type SurveyTotals = z.infer<typeof SurveyTotals>

/** What is asked from a year on. */
export const SurveyForm = z.object({
  fromYear: SurveyYear,
  questions: z
    .array(z.object({ key: Key, text: line(60).min(1) }))
    .min(1)
    .max(12),
  basis: z.object({ source: line(120), status: z.enum(basisStatuses) }),
})
export type SurveyForm = z.infer<typeof SurveyForm>

/** As it ships: the effects that care should be felt by, and the whole. Source: rule book §11, items 33 and 74. */
export const shippedSurvey: SurveyForm = {
  fromYear: 2000,
  questions: [
    { key: 'whole', text: '对组织关心关爱的总体感受' },
    { key: 'belonging', text: '组织归属感' },
    { key: 'honour', text: '集体荣誉感' },
    { key: 'heart', text: '心理获得感' },
    { key: 'mission', text: '使命感' },
    { key: 'drive', text: '拼搏感' },
  ],
  basis: { source: '关心关爱的成效（归属感、荣誉感、获得感等），题目由单位自定', status: 'MEMORY' },
}

const Shares = z.record(Key, z.number())
/** A unit with its figures, or with none where too few answered. Shares are parts of one. */
const UnitRow = z.object({
  unitId: z.string(),
  unitName: z.string(),
  answers: z.int().nullable(),
  shares: Shares.nullable(),
  people: z.int(),
  reached: z.int(),
})
export const SurveyBoard = z.object({
  year: SurveyYear,
  form: SurveyForm,
  /** Of the questions that were set last, be they asked yet or not. */
  version: z.int().min(0),
  units: z.array(UnitRow),
  /** Of so many units the figures are only in the whole. */
  folded: z.int(),
  /** Null where fewer than five have answered at all. */
  whole: z.object({ answers: z.int(), shares: Shares }).nullable(),
  people: z.int(),
  reached: z.int(),
  /** Year by year: content among all answers, and cared for among those in service; null where nothing is told. */
  years: z.array(z.object({ year: SurveyYear, content: z.number().nullable(), covered: z.number().nullable() })),
  /** What people said of the answers of the three desks in the year. */
  desks: z.array(z.object({ desk: z.string(), content: z.int(), asked: z.int() })),
})
export type SurveyBoard = z.infer<typeof SurveyBoard>
