import { printAssessments } from '../../shared/cadres/assessment-text'
import type { Cadre, FamilyMember, FormTexts } from '../../shared/cadres/cadres'
import { lowestRanks } from '../../shared/cadres/checks/levels.rules'
import { isStudy } from '../../shared/cadres/checks/resume-chain'
import { type Kin, kinOf } from '../../shared/cadres/kinship'
import { printPartyText } from '../../shared/cadres/party-text'
import { printResume } from '../../shared/cadres/resume-text'
import { printRewards } from '../../shared/cadres/reward-text'
import { codeTables } from '../../shared/codes/codes'
import type { Mistake } from './mistakes'
import { monthOf, monthText } from './months'

const withForm = (cadre: Cadre, form: Partial<FormTexts>): Cadre => ({ ...cadre, form: { ...cadre.form, ...form } })
const withKin = (cadre: Cadre, kin: Kin, change: Partial<FamilyMember>): Cadre | undefined => {
  const row = cadre.family.findIndex(({ title }) => kinOf(title) === kin)
  if (row < 0) return undefined
  return { ...cadre, family: cadre.family.map((member, at) => (at === row ? { ...member, ...change } : member)) }
}
/** So many years after the person's own birth. */
const yearsAfter = ({ birth }: Cadre, years: number) => (birth === null ? null : monthText(monthOf(birth) + years * 12))
const withYear = (cadre: Cadre, change: (rows: Cadre['assessments']) => Cadre['assessments']): Cadre | undefined =>
  // The form's cell shows the last three years: what is older stands in the table alone.
  cadre.assessments.length < 7 ? undefined : { ...cadre, assessments: change(cadre.assessments) }

const otherSchool = '岚江艺术学院'
const lowGrade = '二十七级'

/** Mistakes of what is written: education, levels, assessments, family, texts. */
export const fileMistakes: readonly Mistake[] = [
  {
    rules: ['education.degree'],
    make: cadre => {
      if (!['中专', '大专'].includes(cadre.form.fullTimeEducation)) return undefined
      const degree = '法学学士'
      const education = cadre.education.map(row => (row.kind === '全日制' ? { ...row, degree, degreeOn: row.to } : row))
      return { ...withForm(cadre, { fullTimeDegree: degree }), education }
    },
  },
  {
    rules: ['education.full-time'],
    make: cadre => {
      if (cadre.form.fullTimeSchool === '') return undefined
      const education = cadre.education.map(row => (row.kind === '全日制' ? { ...row, school: otherSchool } : row))
      return { ...withForm(cadre, { fullTimeSchool: `${otherSchool}${education[0]?.major ?? ''}专业` }), education }
    },
  },
  {
    // Full-time study in the middle of the working life.
    rules: ['education.full-time-order'],
    weight: 8,
    make: cadre => {
      const row = cadre.resume.findIndex(
        (entry, at) =>
          at > 2 &&
          !entry.text.includes('\n') &&
          entry.level === '' &&
          entry.to !== null &&
          !isStudy(entry) &&
          entry.from !== cadre.currentPostSince,
      )
      const entry = cadre.resume[row]
      if (!entry || !['高中', '中专'].includes(cadre.form.fullTimeEducation)) return undefined
      const school = '岚江大学法学院'
      const resume = cadre.resume.with(row, { ...entry, text: `${school}法学专业学习` })
      const { from, to } = entry
      const study = {
        kind: '全日制' as const,
        education: '大学',
        degree: '法学学士',
        school,
        major: '法学',
        from,
        to,
        degreeOn: to,
      }
      const form = {
        fullTimeEducation: '大学',
        fullTimeDegree: '法学学士',
        fullTimeSchool: `${school}法学专业`,
        resume: printResume(resume),
      }
      return { ...withForm(cadre, form), resume, education: [...cadre.education, study] }
    },
  },
  {
    rules: ['education.in-service'],
    make: cadre => {
      if (cadre.form.inServiceSchool === '') return undefined
      const last = cadre.education.findLastIndex(({ kind }) => kind === '在职')
      const education = cadre.education.map((row, at) => (at === last ? { ...row, school: otherSchool } : row))
      return { ...withForm(cadre, { inServiceSchool: `${otherSchool}${education[last]?.major ?? ''}专业` }), education }
    },
  },
  {
    // The name that was used before 2019.
    rules: ['level.words'],
    make: cadre => (cadre.rank === '' || cadre.postLevel !== '' ? undefined : { ...cadre, rank: '主任科员' }),
  },
  {
    rules: ['level.rank'],
    make: cadre => {
      const place = codeTables.rankGeneral.orderOf(cadre.rank)
      const lowest = codeTables.rankGeneral.orderOf(lowestRanks[cadre.postLevel] ?? '')
      const level = codeTables.leadershipLevel.byName(cadre.postLevel)
      if (place === undefined || lowest === undefined || !level) return undefined
      const rank = codeTables.rankGeneral.entries[lowest + 1]?.name ?? ''
      return { ...cadre, rank, wageGrade: codeTables.grade.entries[level.gradeFrom - 1]?.name ?? '' }
    },
  },
  {
    rules: ['level.grade'],
    make: cadre => (cadre.wageGrade === '' || cadre.postLevel === '' ? undefined : { ...cadre, wageGrade: lowGrade }),
  },
  { rules: ['assessment.missing'], make: cadre => withYear(cadre, rows => rows.toSpliced(1, 1)) },
  {
    rules: ['assessment.years'],
    make: cadre =>
      withYear(cadre, rows =>
        rows.flatMap((row, at) =>
          at === 1 ? [row, { ...row, grade: row.grade === '优秀' ? '称职' : '优秀' }] : [row],
        ),
      ),
  },
  {
    rules: ['assessment.grades'],
    make: cadre => withYear(cadre, rows => rows.map((row, at) => (at === 1 ? { ...row, grade: '良好' } : row))),
  },
  { rules: ['family.parents'], make: cadre => withKin(cadre, 'parent', { birth: yearsAfter(cadre, -10) }) },
  { rules: ['family.children'], make: cadre => withKin(cadre, 'child', { birth: yearsAfter(cadre, 10) }) },
  { rules: ['family.spouse'], make: cadre => withKin(cadre, 'spouse', { birth: yearsAfter(cadre, -25) }) },
  {
    rules: ['family.siblings'],
    make: cadre => {
      const [own, birth] = [[...cadre.name].slice(0, 1).join(''), yearsAfter(cadre, 3)]
      if (cadre.name.includes('·') || birth === null) return undefined
      const brother = {
        title: '哥哥',
        name: `${own}建林`,
        birth,
        birthText: '',
        politics: '群众',
        unitAndPost: '个体经营者',
      }
      return { ...cadre, family: [...cadre.family, brother] }
    },
  },
  {
    rules: ['family.titles'],
    make: cadre => withKin(cadre, 'spouse', { title: cadre.sex === '男' ? '丈夫' : '妻子' }),
  },
  {
    rules: ['text.party'],
    make: cadre => {
      if (cadre.partyJoined === null) return undefined
      const partyJoined = monthText(monthOf(cadre.partyJoined) + 12)
      return withForm(cadre, { partyText: printPartyText({ partyJoined, otherParties: [] }) })
    },
  },
  {
    rules: ['text.assessments'],
    make: cadre => {
      const last = cadre.assessments.at(-1)
      if (!last) return undefined
      const written = [...cadre.assessments.slice(0, -1), { ...last, grade: last.grade === '优秀' ? '称职' : '优秀' }]
      return withForm(cadre, { assessments: printAssessments(written, 3) })
    },
  },
  {
    rules: ['text.rewards'],
    make: cadre => {
      if (cadre.rewards.length === 0 || cadre.punishments.length > 0) return undefined
      return withForm(cadre, { rewardsAndPunishments: printRewards(cadre.rewards.slice(0, -1)) })
    },
  },
  {
    rules: ['text.resume'],
    make: cadre => {
      const row = cadre.resume.findLastIndex(({ from, text }) => from !== null && !text.includes('\n'))
      const entry = cadre.resume[row]
      if (!entry) return undefined
      return withForm(cadre, {
        resume: printResume(cadre.resume.with(row, { ...entry, text: `${entry.text}（主持工作）` })),
      })
    },
  },
]
