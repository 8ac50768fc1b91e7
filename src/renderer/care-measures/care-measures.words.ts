import type { MeasureState } from '../../shared/care-measures/care-measures.rules'
import type { CareDimension } from '../../shared/care-measures/measures.data'
import { today } from '../../shared/dates/today'
import type { MarkState } from '../ui/marks'

export const thisYear = (): number => Number(today().slice(0, 4))

/** Which shape stands before the words of a state; those without a shape are words alone. */
export const stateMarks: Record<MeasureState, MarkState | null> = {
  late: 'late',
  soon: 'today',
  running: 'soon',
  done: 'done',
  unplanned: null,
  off: null,
  unnamed: null,
}

/** One character each, beside which the word stands. */
export const dimensionStamps: Record<CareDimension, string> = { 政治: '政', 生活: '生', 精神: '神', 经济: '经' }

/** What the button to a page of the application says. */
export const pageTitles: Record<string, string> = { '/interviews': '谈话', '/care/grassroots': '基层' }

export const dayDots = (day: string): string => day.replaceAll('-', '.')
/** Years to choose from: from five before to one after this one. */
export const yearChoices = (now: number) =>
  Array.from({ length: 7 }, (_, at) => ({ value: now + 1 - at, label: `${now + 1 - at} 年` }))
