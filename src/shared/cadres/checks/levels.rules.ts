import type { Basis } from '../../basis/basis'
import { codeTables } from '../../codes/codes'
import { type CadreCheck, nothing, type Remark } from './check'

const parallelRanks: Basis = { source: '公务员职务与职级并行规定：领导职务对应最低职级', status: 'MEMORY' }
const gradeSpans: Basis = { source: '公务员职务、职级与级别对应关系', status: 'CONFIRMED(S)' }
const wording: Basis = { source: '职务层次（ZB09）、职级（ZB148 等）代码表', status: 'CONFIRMED(S)' }

/** The lowest rank that goes with a leading post. The rule book's section 4 does not give it. */
export const lowestRanks: Readonly<Record<string, string>> = {
  厅局级正职: '一级巡视员',
  厅局级副职: '二级巡视员',
  县处级正职: '二级调研员',
  县处级副职: '四级调研员',
  乡科级正职: '二级主任科员',
  乡科级副职: '四级主任科员',
}

const rankTables = [
  codeTables.rankGeneral,
  codeTables.rankTechnical,
  codeTables.rankEnforcement,
  codeTables.rankJustice,
]

const chineseNumerals = codeTables.grade.entries.toSorted((a, b) => b.name.length - a.name.length)
/** 1 to 27, read from 二十级, 20级 or 二十级4档; undefined for other words. */
export function wageGradeOf(text: string): number | undefined {
  const digits = /^(\d{1,2})级/.exec(text.trim())?.[1]
  if (digits !== undefined) return Number(digits) >= 1 && Number(digits) <= 27 ? Number(digits) : undefined
  const entry = chineseNumerals.find(({ name }) => text.trim().startsWith(name))
  return entry && Number(entry.code)
}

export const levelChecks: readonly CadreCheck[] = [
  {
    id: 'level.words',
    title: '职务层次和职级的名称',
    fields: ['postLevel', 'rank'],
    basis: wording,
    run({ postLevel, rank }) {
      const remarks: Remark[] = []
      if (postLevel !== '' && !codeTables.leadershipLevel.byName(postLevel))
        remarks.push({ sureness: 'look', fields: ['postLevel'], message: `现职务层次“${postLevel}”不是规范名称` })
      if (rank !== '' && !rankTables.some(table => table.byName(rank)))
        remarks.push({ sureness: 'look', fields: ['rank'], message: `现职级“${rank}”不在各职级序列中` })
      return remarks
    },
  },
  {
    id: 'level.rank',
    title: '职务层次与职级',
    fields: ['postLevel', 'rank'],
    basis: parallelRanks,
    run({ postLevel, rank }) {
      const lowest = Object.hasOwn(lowestRanks, postLevel) ? lowestRanks[postLevel] : undefined
      const place = codeTables.rankGeneral.orderOf(rank)
      const lowestPlace = lowest === undefined ? undefined : codeTables.rankGeneral.orderOf(lowest)
      // Higher ranks come first in the table.
      if (place === undefined || lowestPlace === undefined || place <= lowestPlace) return nothing
      return [{ sureness: 'look', message: `${postLevel}对应的最低职级是${lowest ?? ''}，现职级填的是${rank}` }]
    },
  },
  {
    id: 'level.grade',
    title: '级别与职务层次、职级',
    fields: ['wageGrade', 'postLevel', 'rank'],
    basis: gradeSpans,
    run({ wageGrade, postLevel, rank }) {
      const grade = wageGradeOf(wageGrade)
      const spans = [codeTables.leadershipLevel.byName(postLevel), codeTables.rankGeneral.byName(rank)].filter(
        span => span !== undefined,
      )
      if (grade === undefined || spans.length === 0) return nothing
      // Grade 1 is the highest. Of post and rank the better one counts, so the span reaches over both.
      const highest = Math.min(...spans.map(({ gradeTo }) => gradeTo))
      const lowest = Math.max(...spans.map(({ gradeFrom }) => gradeFrom))
      if (grade >= highest && grade <= lowest) return nothing
      const of = spans.map(({ name }) => name).join('、')
      return [{ sureness: 'look', message: `${of}对应 ${lowest} 级至 ${highest} 级，级别填的是 ${grade} 级` }]
    },
  },
]
