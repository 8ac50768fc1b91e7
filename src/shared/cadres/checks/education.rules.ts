import type { Basis } from '../../basis/basis'
import { compareMonths, showDate } from '../../dates/partial-date'
import type { Cadre } from '../cadres'
import { archiveAudit, type CadreCheck, nothing, type Remark, rowName } from './check'
import { chainOf, isStudy } from './resume-chain'

const fullTimeRule: Basis = {
  source: '干部任免审批表填写要求：全日制学历限于参加工作前，或经统一招考、脱产学习并转走人事关系的',
  status: 'CONFIRMED(S)',
}
const resumeRule: Basis = {
  source: '干部任免审批表填写要求：简历从参加工作或上大中专写起，在职学历在相应经历下注明',
  status: 'CONFIRMED(S)',
}

/** 0 below 中专, 1 中专 and 高中, 2 大专, 3 大学, 4 研究生; undefined when the words are not known. Source: ZB64 wording. */
export function educationLevelOf(text: string): number | undefined {
  if (/研究生|博士|硕士/.test(text)) return 4
  if (/大专|专科|大学普通班/.test(text)) return 2
  if (/大学|本科/.test(text)) return 3
  if (/中专|中技|技校|职高|高中|中师/.test(text)) return 1
  return /初中|小学/.test(text) ? 0 : undefined
}

/** 1 学士, 2 硕士, 3 博士; undefined when the words are not known. */
export const degreeLevelOf = (text: string): number | undefined =>
  /博士/.test(text) ? 3 : /硕士/.test(text) ? 2 : /学士/.test(text) ? 1 : undefined

/** The name of the school at the beginning of 毕业院校系及专业. */
export const schoolOf = (text: string): string | undefined =>
  /^[^，,；;\s]*?(大学|学院|学校|党校|研究院)/.exec(text.trim())?.[0]

const resumeText = ({ resume, form }: Cadre): string => `${resume.map(({ text }) => text).join('\n')}\n${form.resume}`

/** A school that the form names and the résumé does not; undefined while there is no résumé. */
function unmentioned(cadre: Cadre, cell: string): string | undefined {
  const school = schoolOf(cell)
  const text = resumeText(cadre)
  return school === undefined || text.trim() === '' || text.includes(school) ? undefined : school
}

const degreeAgainst = (kind: string, education: string, degree: string, lowest: readonly number[]): Remark[] => {
  const level = educationLevelOf(education)
  const rank = degreeLevelOf(degree)
  const needed = rank === undefined ? undefined : lowest[rank]
  if (level === undefined || needed === undefined || level >= needed) return []
  return [{ sureness: 'look', message: `${kind}学历是${education}，学位是${degree}，一般不相配` }]
}

export const educationChecks: readonly CadreCheck[] = [
  {
    id: 'education.degree',
    title: '学历与学位',
    fields: ['form.fullTimeEducation', 'form.fullTimeDegree', 'form.inServiceEducation', 'form.inServiceDegree'],
    basis: archiveAudit,
    run({ form }) {
      // In service, a master's degree is often taken without the education that goes with it.
      return [
        ...degreeAgainst('全日制', form.fullTimeEducation, form.fullTimeDegree, [0, 3, 4, 4]),
        ...degreeAgainst('在职', form.inServiceEducation, form.inServiceDegree, [0, 3, 2, 2]),
      ]
    },
  },
  {
    id: 'education.full-time',
    title: '全日制学历与履历',
    fields: ['form.fullTimeEducation', 'form.fullTimeSchool', 'resume.text'],
    basis: resumeRule,
    run(cadre) {
      const { fullTimeEducation, fullTimeSchool, inServiceEducation } = cadre.form
      const studies = chainOf(cadre).filter(({ entry }) => isStudy(entry))
      const [first] = studies
      if (fullTimeEducation === '' && inServiceEducation === '' && first)
        return [{ sureness: 'look', row: first.row, message: `履历${rowName(first.row)}是学习经历，而学历没有填` }]
      const school = unmentioned(cadre, fullTimeSchool)
      if (school !== undefined) return [{ sureness: 'look', message: `全日制教育的毕业院校${school}在履历中没有出现` }]
      return nothing
    },
  },
  {
    id: 'education.full-time-order',
    title: '全日制学习与参加工作的先后',
    fields: ['form.fullTimeEducation', 'workStart', 'resume.from'],
    basis: fullTimeRule,
    run(cadre) {
      const { workStart } = cadre
      const school = schoolOf(cadre.form.fullTimeSchool)
      if (!workStart || school === undefined) return nothing
      const study = chainOf(cadre).find(({ entry }) => isStudy(entry) && entry.text.includes(school))
      if (!study || compareMonths(study.from, workStart) !== 1) return nothing
      const message = `在${school}学习从 ${showDate(study.from)} 开始，晚于参加工作时间 ${showDate(workStart)}，是否属于全日制教育`
      return [{ sureness: 'look', row: study.row, message }]
    },
  },
  {
    id: 'education.in-service',
    title: '在职学历与履历',
    fields: ['form.inServiceEducation', 'form.inServiceSchool', 'resume.text'],
    basis: resumeRule,
    run(cadre) {
      const school = unmentioned(cadre, cadre.form.inServiceSchool)
      return school === undefined
        ? nothing
        : [{ sureness: 'look', message: `在职教育的毕业院校${school}在履历中没有出现` }]
    },
  },
]
