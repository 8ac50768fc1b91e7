import type { Basis } from '../../basis/basis'
import { codeTables } from '../../codes/codes'
import { monthsOf } from '../../dates/partial-date'
import { archiveAudit, type CadreCheck, nothing, type Remark } from './check'

const yearly: Basis = { source: '公务员法第三十七条：定期考核采取年度考核的方式', status: 'CONFIRMED(P)' }
/** Assessments of a year are decided in the first months of the next. */
const lastMonthOfDeciding = 3

/** The first year of yearly assessments under the 国家公务员暂行条例 of 1993. */
const firstYear = 1994

const listed = (years: readonly number[]): string => years.map(year => `${year}年`).join('、')
const yearsFrom = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step)

export const assessmentChecks: readonly CadreCheck[] = [
  {
    id: 'assessment.missing',
    title: '年度考核缺年',
    fields: ['assessments.year'],
    basis: yearly,
    run({ assessments, status, workStart }, on) {
      const years = assessments.map(({ year }) => year)
      if (years.length === 0) return nothing
      const known = new Set(years)
      const [first, last] = [Math.min(...years), Math.max(...years)]
      const remarks: Remark[] = []
      const between = yearsFrom(first, last).filter(year => !known.has(year))
      if (between.length > 0) remarks.push({ sureness: 'likely', message: `缺 ${listed(between)}的年度考核结果` })
      const { earliest } = monthsOf(on)
      const due = Math.floor((earliest - lastMonthOfDeciding) / 12) - 1
      const after = status === '在职' ? yearsFrom(last + 1, due) : []
      if (after.length > 0) remarks.push({ sureness: 'look', message: `还没有 ${listed(after)}的年度考核结果` })
      // The form gives the last three years: only who keeps more rows than that has begun to keep them all.
      const begun = workStart ? Math.max(firstYear, Math.ceil((monthsOf(workStart).latest + 1) / 12)) : first
      if (years.length > 3 && first > begun)
        remarks.push({
          sureness: 'look',
          message: `年度考核从 ${first} 年记起，参加工作以来此前 ${first - begun} 年没有记录`,
        })
      return remarks
    },
  },
  {
    id: 'assessment.years',
    title: '年度考核的年度',
    fields: ['assessments.year', 'workStart'],
    basis: archiveAudit,
    run({ assessments, workStart }, on) {
      const begun = workStart ? Number(workStart.slice(0, 4)) : undefined
      return assessments.flatMap(({ year }, row): Remark[] => {
        if (begun !== undefined && year < begun)
          return [{ sureness: 'likely', row, message: `${year} 年度考核早于参加工作的 ${begun} 年` }]
        if (year > Number(on.slice(0, 4)))
          return [{ sureness: 'likely', row, message: `${year} 年还没有到，却有年度考核` }]
        const twin = assessments.findIndex(other => other.year === year)
        if (twin === row) return []
        const same = assessments[twin]?.grade === assessments[row]?.grade
        const message = `${year} 年度考核记了两次${same ? '' : '，等次不同'}`
        return [{ sureness: same ? 'look' : 'certain', row, message }]
      })
    },
  },
  {
    id: 'assessment.grades',
    title: '年度考核的等次名称',
    fields: ['assessments.grade'],
    basis: { source: '考核结论类别代码 ZB18', status: 'CONFIRMED(S)' },
    run({ assessments }) {
      return assessments.flatMap(({ year, grade }, row): Remark[] => {
        if (grade === '' || codeTables.assessmentGrade.byName(grade)) return []
        return [{ sureness: 'look', row, message: `${year} 年度考核等次“${grade}”不是规范名称` }]
      })
    },
  },
]
