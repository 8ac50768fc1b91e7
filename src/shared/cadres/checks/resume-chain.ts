import { type MonthSpan, monthsOf, type PartialDate } from '../../dates/partial-date'
import type { Cadre, ResumeEntry } from '../cadres'

/** A dated row of the résumé with its place in the table and its months. A row that lasts ends at infinity. */
export interface ChainRow {
  readonly entry: ResumeEntry
  readonly row: number
  readonly from: PartialDate
  readonly start: MonthSpan
  readonly end: MonthSpan
}

const lasting: MonthSpan = { earliest: Number.POSITIVE_INFINITY, latest: Number.POSITIVE_INFINITY }

/** Rows that begin at a known time, oldest first. Posts in congresses and committees stand apart without dates: formats 1.5. */
export const chainOf = ({ resume }: Pick<Cadre, 'resume'>): ChainRow[] =>
  resume
    .flatMap((entry, row): ChainRow[] =>
      entry.from
        ? [{ entry, row, from: entry.from, start: monthsOf(entry.from), end: entry.to ? monthsOf(entry.to) : lasting }]
        : [],
    )
    .toSorted((a, b) => a.start.earliest - b.start.earliest)

/** What may run beside another post: concurrent posts, secondments, party schools, study. */
const beside = /兼|挂职|其间|其中|期间|借调|借用|抽调|跟班|下派|选派|驻村|第一书记|党校|培训|进修|学习|攻读|代表|委员/
export const mayRunBeside = ({ text }: ResumeEntry): boolean => beside.test(text)

const schools = /大学|学院|学校|党校|师范|中专|技校|研究生院/
/** Words at the end that say it outright, and words that say it unless the rest tells of a post. */
const saysStudy = /(学习|学生|就读|读书|求学|在读)[，。；\s]*$/
const hintsStudy = /学习|学生|攻读|本科|专科|专业$|研究生$|博士$|硕士$/
const hintsPost = /教师|教员|任教|讲师|教授|辅导员|书记|主任|处长|科长|干部|干事|科员|职员|工作/
/** A row that tells of study, not of work at a school. What follows （其间： is another matter. */
export function isStudy({ text }: ResumeEntry): boolean {
  const main = text.split(/[（(]其[间中]|\n/)[0] ?? ''
  if (!schools.test(main)) return false
  // The school's own name may hold such words: 管理干部学院.
  const rest = main.replace(/^.*?(大学|学院|学校|党校)/, '').replaceAll('社会工作', '')
  return saysStudy.test(main) || (hintsStudy.test(main) && !hintsPost.test(rest))
}
