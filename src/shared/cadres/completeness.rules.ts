import type { Basis } from '../basis/basis'
import type { Cadre } from './cadres'
import { rowName } from './checks/check'
import { educationLevelOf } from './checks/education.rules'
import { type CadreField, fieldLabels } from './field-labels'

/** A cell of the form that its 填表说明 wants filled. */
export interface Requirement {
  readonly field: CadreField
  /** What to write where there is nothing, as the form's own explanations say. */
  readonly hint?: string
  /** When the form wants it; always where this is missing. */
  readonly when?: (cadre: Cadre) => boolean
  /** Where a cell is not filled by the field alone. */
  readonly isFilled?: (cadre: Cadre) => boolean
}

export interface MissingField {
  readonly field: CadreField
  readonly label: string
  readonly hint: string
}
export interface Completeness {
  readonly required: number
  readonly filled: number
  /** 0 to 100; 100 only when nothing is missing. */
  readonly percent: number
  readonly missing: readonly MissingField[]
  /** 还缺 2 项：民族、简历；or 齐全. */
  readonly words: string
  readonly basis: Basis
}

/** The explanations are those of the official editor and of formats 3; their full text was not read. */
const completenessBasis: Basis = { source: '干部任免审批表填表说明', status: 'CONFIRMED(S)' }

const filled = (text: string): boolean => text.trim() !== ''
const isMoved = ({ form }: Cadre): boolean => filled(form.proposedPost) || filled(form.removedPost)
/** A school is left blank up to 高中. Source: formats 3. */
const needsSchool = (education: string): boolean => filled(education) && (educationLevelOf(education) ?? 4) >= 2
const hasEducation = ({ form }: Cadre): boolean => filled(form.fullTimeEducation) || filled(form.inServiceEducation)

/** The one list of what the form wants, in the form's order. A new requirement is one entry. */
export const formRequirements: readonly Requirement[] = [
  { field: 'name' },
  { field: 'sex' },
  { field: 'birth' },
  { field: 'nation', hint: '写全称，如汉族' },
  { field: 'nativePlace' },
  { field: 'birthPlace' },
  {
    field: 'form.partyText',
    hint: '没有入党的写党派、无党派或群众',
    isFilled: ({ form, partyJoined }) => filled(form.partyText) || partyJoined !== null,
  },
  { field: 'workStart' },
  { field: 'form.health', hint: '健康、一般、较差或如实简述' },
  { field: 'form.speciality' },
  { field: 'form.fullTimeEducation', hint: '全日制教育、在职教育至少填一项', isFilled: hasEducation },
  { field: 'form.fullTimeSchool', when: ({ form }) => needsSchool(form.fullTimeEducation) },
  { field: 'form.inServiceSchool', when: ({ form }) => needsSchool(form.inServiceEducation) },
  { field: 'form.currentPost' },
  { field: 'form.resume', isFilled: ({ form, resume }) => filled(form.resume) || resume.length > 0 },
  {
    field: 'form.rewardsAndPunishments',
    hint: '没有的写“无”',
    isFilled: ({ form, rewards }) => filled(form.rewardsAndPunishments) || rewards.length > 0,
  },
  {
    field: 'form.assessments',
    hint: '至少最近两年，各地多为三年',
    isFilled: ({ form, assessments }) => filled(form.assessments) || assessments.length > 0,
  },
  { field: 'form.reason', hint: '有拟任、拟免职务的要写', when: isMoved },
  { field: 'family', hint: '配偶、子女、父母等', isFilled: ({ family }) => family.length > 0 },
  { field: 'idNumber' },
]
/** What belongs to handing the form in, not to the person's file. */
export const submissionRequirements: readonly Requirement[] = [
  { field: 'form.reportingUnit' },
  { field: 'ageOn', hint: '计算年龄用的时间' },
  { field: 'filledOn' },
  { field: 'form.filledBy' },
]

function isFilled(cadre: Cadre, { field, isFilled: own }: Requirement): boolean {
  if (own) return own(cadre)
  const value = field.startsWith('form.')
    ? cadre.form[field.slice(5) as keyof Cadre['form']]
    : cadre[field as Exclude<CadreField, `form.${string}`>]
  return typeof value === 'string' ? filled(value) : value !== null
}

/** The dead have no age on the form, and their row stays otherwise whole. Source: formats 3, 年龄 column. */
const isDead = (unitAndPost: string): boolean => /已?去世|已故|病故|牺牲/.test(unitAndPost)

/** Cells that a family member's row lacks, in words. */
function missingOfFamily({ family }: Cadre): MissingField[] {
  return family.flatMap(({ title, name, birth, birthText, politics, unitAndPost }, row) => {
    const cells: [boolean, string][] = [
      [filled(title), '称谓'],
      [filled(name), '姓名'],
      [birth !== null || filled(birthText) || isDead(unitAndPost), '出生年月'],
      [filled(politics), '政治面貌'],
      [filled(unitAndPost), '工作单位及职务'],
    ]
    const missing = cells.filter(([there]) => !there).map(([, cell]) => cell)
    if (missing.length === 0) return []
    return [
      {
        field: 'family' as const,
        label: `${fieldLabels.family}${rowName(row)}${title}`,
        hint: `缺${missing.join('、')}`,
      },
    ]
  })
}

/**
 * What the form still lacks, for the person's file or, with `toSubmit`, for handing it in. A family row that lacks a cell
 * counts as one item. Source: formats 3, 填表规范.
 */
export function completenessOf(cadre: Cadre, { toSubmit = false }: { readonly toSubmit?: boolean } = {}): Completeness {
  const wanted = [...formRequirements, ...(toSubmit ? submissionRequirements : [])].filter(
    ({ when }) => when?.(cadre) ?? true,
  )
  const missing: MissingField[] = [
    ...wanted
      .filter(each => !isFilled(cadre, each))
      .map(({ field, hint = '' }) => ({ field, label: fieldLabels[field], hint })),
    ...missingOfFamily(cadre),
  ]
  const required = wanted.length + cadre.family.length
  const done = required - missing.length
  return {
    required,
    filled: done,
    percent: Math.floor((done / required) * 100),
    missing,
    basis: completenessBasis,
    words: missing.length === 0 ? '齐全' : `还缺 ${missing.length} 项：${missing.map(({ label }) => label).join('、')}`,
  }
}
