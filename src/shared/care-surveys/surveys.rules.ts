import { allowed, refused, type Verdict } from '../result'
import { type SurveyCounts, type SurveyForm, type SurveyTotals, shippedSurvey } from './care-surveys'

/** Fewer answers than these could point at somebody: they are told in the whole alone. */
export const LEAST_ANSWERS = 5
/** The first answers of the list that count as content. */
const CONTENT = 2

/** What is asked in a year: the latest version that has begun, else what ships. */
export const surveyIn = (forms: readonly SurveyForm[], year: number): SurveyForm =>
  forms.findLast(({ fromYear }) => fromYear <= year) ?? shippedSurvey

const answersTo = (counts: SurveyCounts): number => counts.reduce((sum, count) => sum + count, 0)
const contentIn = (counts: SurveyCounts): number => answersTo(counts.slice(0, CONTENT))

/** So many have answered every question at least. */
export function answersOf(totals: SurveyTotals, { questions }: Pick<SurveyForm, 'questions'>): number {
  const each = questions.map(({ key }) => answersTo(totals[key] ?? []))
  return each.length === 0 ? 0 : Math.min(...each)
}

/** The part of the answers to each question that is content; a question without any is left out. */
export function sharesOf(totals: SurveyTotals, { questions }: Pick<SurveyForm, 'questions'>): Record<string, number> {
  return Object.fromEntries(
    questions.flatMap(({ key }) => {
      const counts = totals[key] ?? []
      const answers = answersTo(counts)
      return answers === 0 ? [] : [[key, contentIn(counts) / answers] as const]
    }),
  )
}

/** All answers of several units, question by question. */
export function addUp(each: readonly SurveyTotals[]): SurveyTotals {
  const whole: Record<string, number[]> = {}
  for (const totals of each)
    for (const [key, counts] of Object.entries(totals))
      whole[key] = counts.map((count, at) => count + (whole[key]?.[at] ?? 0))
  return whole
}

/** Content among all answers to all questions; null where fewer than five have answered. */
export function contentOf(totals: SurveyTotals, form: Pick<SurveyForm, 'questions'>): number | null {
  if (answersOf(totals, form) < LEAST_ANSWERS) return null
  const all = form.questions.map(({ key }) => totals[key] ?? [])
  const answers = all.reduce((sum, counts) => sum + answersTo(counts), 0)
  return all.reduce((sum, counts) => sum + contentIn(counts), 0) / answers
}

/**
 * The units whose figures are told in the whole alone: those with fewer than five answers, and as many of the next smallest as it
 * takes so that what is left when the others are taken from the whole is never one unit's, nor fewer than five answers.
 * @param units how many have answered, by unit
 */
export function foldedUnits(units: ReadonlyMap<string, number>): ReadonlySet<string> {
  const bySize = [...units].toSorted((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))
  const folded = new Set<string>()
  let answers = 0
  for (const [unit, count] of bySize) {
    const enough = count >= LEAST_ANSWERS && (folded.size === 0 || (folded.size > 1 && answers >= LEAST_ANSWERS))
    if (enough) break
    folded.add(unit)
    answers += count
  }
  return folded
}

/** Whether totals fit what was asked: every question, and nothing else. */
export function mayKeepTotals(totals: SurveyTotals, { questions }: Pick<SurveyForm, 'questions'>): Verdict {
  const keys = new Set(questions.map(({ key }) => key))
  if (Object.keys(totals).some(key => !keys.has(key))) return refused('题目刚被改过，请重新打开再录入')
  if (questions.some(({ key }) => totals[key] === undefined)) return refused('每道题都要录入')
  return questions.some(({ key }) => answersTo(totals[key] ?? []) > 0) ? allowed : refused('还没有录入答卷数')
}

/** Whether questions may be asked from a year on: what was answered already stays what was asked. */
export function mayAsk({ fromYear, questions }: SurveyForm, enteredYears: readonly number[]): Verdict {
  if (new Set(questions.map(({ key }) => key)).size < questions.length) return refused('题目重复了')
  if (new Set(questions.map(({ text }) => text)).size < questions.length) return refused('有两道题一样')
  const last = enteredYears.filter(year => year >= fromYear).toSorted((a, b) => a - b)[0]
  return last === undefined ? allowed : refused(`${last} 年的答卷已经录入，不能再换题目，请从后一年起`)
}
