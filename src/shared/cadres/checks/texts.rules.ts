import type { Basis } from '../../basis/basis'
import { codeTables } from '../../codes/codes'
import { compareMonths, type PartialDate, showDate } from '../../dates/partial-date'
import { parseAssessments } from '../assessment-text'
import type { ResumeEntry, RewardRow } from '../cadres'
import { parsePartyText } from '../party-text'
import { plainWords } from '../plain-words'
import { parseResume, printResume } from '../resume-text'
import { parseRewards } from '../reward-text'
import { type CadreCheck, nothing, type Remark, rowName } from './check'

const oneTruth: Basis = { source: '任免表文字与本系统记录应当一致，以档案为准', status: 'MEMORY' }

const sameMonth = (a: PartialDate | null, b: PartialDate | null): boolean =>
  a === null || b === null ? a === b : (compareMonths(a, b) ?? 0) === 0
const sameEntry = (a: ResumeEntry, b: ResumeEntry): boolean =>
  sameMonth(a.from, b.from) && sameMonth(a.to, b.to) && plainWords(a.text) === plainWords(b.text)
/** The same honour may be written with more or fewer words about it. */
const sameReward = (a: RewardRow, b: RewardRow): boolean =>
  (a.on === null || b.on === null || sameMonth(a.on, b.on)) &&
  (plainWords(a.name).includes(plainWords(b.name)) || plainWords(b.name).includes(plainWords(a.name)))

/** One word for the wordings of one grade. */
const gradeOf = (grade: string): string => codeTables.assessmentGrade.byName(grade)?.name ?? grade

const monthOf = (date: PartialDate | null): string => (date ? showDate(date) : '')
const rewardText = ({ on, name }: RewardRow): string => `${monthOf(on)}${name}`

export const textChecks: readonly CadreCheck[] = [
  {
    id: 'text.party',
    title: '入党时间栏与入党日期',
    fields: ['form.partyText', 'partyJoined'],
    basis: oneTruth,
    run({ form, partyJoined }) {
      if (form.partyText.trim() === '') return nothing
      const read = parsePartyText(form.partyText)
      if (!read)
        return [{ sureness: 'look', fields: ['form.partyText'], message: `入党时间栏“${form.partyText}”不是规范写法` }]
      if (sameMonth(read.partyJoined, partyJoined)) return nothing
      const written = read.partyJoined ? showDate(read.partyJoined) : '没有入党时间'
      const kept = partyJoined ? showDate(partyJoined) : '没有填'
      const sureness = read.partyJoined && partyJoined ? 'certain' : 'look'
      return [{ sureness, message: `入党时间栏写的是${written}，入党日期${kept}` }]
    },
  },
  {
    id: 'text.assessments',
    title: '年度考核结果栏与考核记录',
    fields: ['form.assessments', 'assessments'],
    basis: oneTruth,
    run({ form, assessments }) {
      if (assessments.length === 0 || form.assessments.trim() === '') return nothing
      const { rows } = parseAssessments(form.assessments)
      const written = new Map(rows.map(({ year, grade }) => [year, gradeOf(grade)]))
      const kept = new Map(assessments.map(({ year, grade }) => [year, gradeOf(grade)]))
      // The cell gives the last years alone: only from its first year on is a row missed.
      const first = Math.min(...written.keys())
      const years = [...new Set([...written.keys(), ...kept.keys()])].filter(year => year >= first)
      return years
        .toSorted((a, b) => a - b)
        .flatMap((year): Remark[] => {
          const [inText, inRows] = [written.get(year), kept.get(year)]
          if (inText === inRows) return []
          if (inText !== undefined && inRows !== undefined)
            return [{ sureness: 'certain', message: `${year} 年度考核，栏内写${inText}，记录为${inRows}` }]
          const message =
            inRows === undefined ? `${year} 年度考核写在栏内，没有记录` : `${year} 年度考核有记录，栏内没有写`
          return [{ sureness: 'look', message }]
        })
    },
  },
  {
    id: 'text.rewards',
    title: '奖惩情况栏与奖惩记录',
    fields: ['form.rewardsAndPunishments', 'rewards', 'punishments'],
    basis: oneTruth,
    run({ form, rewards, punishments }) {
      const text = form.rewardsAndPunishments
      // Nobody has begun to keep rows while there are none: the text alone counts.
      if (text.trim() === '' || rewards.length + punishments.length === 0) return nothing
      const { rows } = parseRewards(text)
      const measures = punishments.map(({ kind, on, authority, name }) => ({ kind, on, authority, name }))
      const known = [...rewards, ...measures]
      // Admonitions and organisational measures may stand in the cell and need not.
      const wanted = [...rewards, ...measures.filter(({ kind }) => kind === '党纪处分' || kind === '政务处分')]
      const onlyInText = rows.filter(row => !known.some(kept => sameReward(row, kept)))
      const onlyInRows = wanted.filter(kept => !rows.some(row => sameReward(row, kept)))
      return [
        ...onlyInText.map(
          (row): Remark => ({ sureness: 'look', message: `“${rewardText(row)}”写在奖惩情况栏，没有记录` }),
        ),
        ...onlyInRows.map(
          (row): Remark => ({ sureness: 'look', message: `“${rewardText(row)}”有记录，奖惩情况栏没有写` }),
        ),
      ]
    },
  },
  {
    id: 'text.resume',
    title: '简历栏与履历',
    fields: ['form.resume', 'resume'],
    basis: oneTruth,
    run({ form, resume }) {
      // Rows that print as the text stands say what it says: most do, and reading the text is the dearest part of all checks.
      if (resume.length === 0 || form.resume.trim() === '' || printResume(resume) === form.resume) return nothing
      const { entries } = parseResume(form.resume)
      const count = Math.max(entries.length, resume.length)
      const differing = Array.from({ length: count }, (_, row) => row).filter(row => {
        const [written, kept] = [entries[row], resume[row]]
        return !written || !kept || !sameEntry(written, kept)
      })
      const [first] = differing
      if (first === undefined) return nothing
      const lengths = entries.length === resume.length ? '' : `（栏内 ${entries.length} 段，履历 ${resume.length} 行）`
      const message = `简历栏与履历有 ${differing.length} 处不同${lengths}，从${rowName(first)}起`
      return [{ sureness: 'look', message, ...(first < resume.length ? { row: first } : {}) }]
    },
  },
]
