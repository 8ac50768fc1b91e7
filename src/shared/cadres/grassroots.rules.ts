import { monthsOf } from '../dates/partial-date'
import type { Cadre, ResumeEntry } from './cadres'
import { parseResume } from './resume-text'

/** Names in which 乡, 镇 and 村 mean no place of work. */
const elsewhere =
  /景德镇|镇江|乡村振兴|乡村建设|城乡|农村|新村|村镇(?:银行|建设)|乡镇企业|乡镇工作|小城镇|城镇|村级|街道处/g
const places = /乡|镇|街道|村|社区|居委会/
const studies = /学习|学员|学生|就读|攻读/

/** Whether an entry of the résumé tells of work in a town, a street office, a village or a community. */
export function isGrassroots({ text }: Pick<ResumeEntry, 'text'>): boolean {
  // What stands in brackets tells of a study or a secondment beside the work.
  const work = text.replaceAll(/[（(].*?[）)]/g, '').replaceAll(elsewhere, '')
  return places.test(work) && !studies.test(work)
}

export interface Grassroots {
  /** Months of what has ended and did not run beside what lasts. */
  readonly months: number
  /** The month, counted from the year 0, since which it lasts. */
  readonly since: number | null
}

/**
 * Months of work at the grass roots, each month once. Where only a year is known its January counts as begin and end.
 * @returns undefined while the file holds no résumé with dates
 * Source: this application's own; the words tell where somebody worked
 */
export function grassrootsOf({ resume, form }: Pick<Cadre, 'resume' | 'form'>): Grassroots | undefined {
  const entries = (resume.length > 0 ? resume : parseResume(form.resume).entries).filter(({ from }) => from !== null)
  if (entries.length === 0) return undefined
  const spans = entries.filter(isGrassroots).map(({ from, to }) => ({
    from: from ? monthsOf(from).earliest : 0,
    to: to ? monthsOf(to).earliest : null,
  }))
  const lasting = spans.filter(({ to }) => to === null).map(({ from }) => from)
  const since = lasting.length > 0 ? Math.min(...lasting) : null
  let months = 0
  let reached = Number.NEGATIVE_INFINITY
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const end = Math.min(to ?? from, since ?? Number.POSITIVE_INFINITY)
    months += Math.max(0, end - Math.max(from, reached))
    reached = Math.max(reached, end)
  }
  return { months, since }
}

/** Months on a day, counted from the year 0; what began later counts nothing yet. */
export const grassrootsMonths = ({ months, since }: Grassroots, onMonth: number): number =>
  months + (since === null ? 0 : Math.max(0, onMonth - since))
