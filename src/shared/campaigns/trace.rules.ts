import type { PostRow, YearlyAssessment } from '../cadres/cadres'
import { type Day, daysOf } from '../dates/add-months'
import { type PartialDate, showDate } from '../dates/partial-date'
import type { Furniture } from '../papers/paper-page'
import type { TableColumn, TablePaper } from '../papers/table-paper'
import type { Trace, TracedPerson } from './boards'

/** Grades of the year before an honour, its year and the year after, the earliest first. */
export function gradesAround(assessments: readonly YearlyAssessment[], on: PartialDate): YearlyAssessment[] {
  const year = Number(on.slice(0, 4))
  return assessments
    .filter(each => Math.abs(each.year - year) <= 1 && each.grade !== '')
    .toSorted((a, b) => a.year - b.year)
}

/** Posts that somebody was appointed to after a day, by the file and by what a campaign has noted; the same one once. */
export function followedPosts(
  posts: readonly PostRow[],
  noted: readonly { readonly on: PartialDate; readonly words: string }[],
  after: Day,
): TracedPerson['posts'] {
  const held = posts.flatMap(({ appointedOn, unitName, title }) =>
    appointedOn !== null && daysOf(appointedOn).earliest > after
      ? [{ on: appointedOn, words: `${unitName}${title}` }]
      : [],
  )
  const fresh = noted.filter(({ words, on }) => on > after && !held.some(each => each.words.includes(words)))
  return [...held, ...fresh].toSorted((a, b) => (a.on < b.on ? -1 : 1))
}

export const followedWords = (rows: readonly { readonly on: PartialDate; readonly words: string }[]): string =>
  rows.map(({ on, words }) => `${showDate(on)} ${words}`).join('；')
export const gradeWords = (grades: TracedPerson['grades']): string =>
  grades.map(({ year, grade }) => `${year} ${grade}`).join('；')

const column = (title: string, width: number, align: TableColumn['align'] = 'left'): TableColumn => ({
  title,
  width,
  align,
})

/** From deed to use, a line for each person; a team of whom nobody has a file has one line. */
export function tracePaper(
  rows: readonly Trace[],
  heading: string,
  { unit, on, furniture }: { readonly unit: string; readonly on: Day; readonly furniture: Furniture },
): TablePaper {
  return {
    kind: 'table',
    title: '从实绩到使用一览',
    notes: `制表单位：${unit}　　${heading}　　截至 ${showDate(on)}　　荣誉 ${rows.length} 项`,
    columns: [
      column('姓名、团队', 9),
      column('单位职务', 14),
      column('实绩', 24),
      column('年度考核', 10),
      column('荣誉', 14),
      column('宣讲', 11),
      column('疗养', 10),
      column('以后任职', 16),
    ],
    groups: [
      {
        heading: '',
        rows: rows.flatMap(row => {
          const honour = `${showDate(row.on)} ${row.honour}${row.documentNo === '' ? '' : `，${row.documentNo}`}`
          if (row.people.length === 0) return [[row.shownName, row.unitName, row.deeds, '', honour, '', '', '']]
          return row.people.map(person => [
            row.holder === 'person' ? person.name : `${person.name}（${row.shownName}）`,
            person.post || row.unitName,
            row.deeds,
            gradeWords(person.grades),
            honour,
            followedWords(person.talks),
            followedWords(person.retreats),
            followedWords(person.posts),
          ])
        }),
      },
    ],
    sheet: { size: 'A4', upright: false },
    furniture,
  }
}
