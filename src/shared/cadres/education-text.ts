import type { EducationRow, FormTexts } from './cadres'
import { degreeLevelOf, educationLevelOf } from './checks/education.rules'

type Kind = EducationRow['kind']
/** What the form says of one kind of education: 学历 above, 学位 below, and the schools of each. */
export interface EducationCell {
  readonly education: string
  readonly degree: string
  readonly school: string
  /** Blank where the degree is of the same school. */
  readonly degreeSchool: string
}

/** The form's own fields of each kind. */
export const educationTexts = {
  全日制: {
    education: 'fullTimeEducation',
    degree: 'fullTimeDegree',
    school: 'fullTimeSchool',
    degreeSchool: 'fullTimeDegreeSchool',
  },
  在职: {
    education: 'inServiceEducation',
    degree: 'inServiceDegree',
    school: 'inServiceSchool',
    degreeSchool: 'inServiceDegreeSchool',
  },
} as const satisfies Record<Kind, Record<keyof EducationCell, keyof FormTexts>>

export function educationCellOf(form: FormTexts, kind: Kind): EducationCell {
  const names = educationTexts[kind]
  return {
    education: form[names.education].trim(),
    degree: form[names.degree].trim(),
    school: form[names.school].trim(),
    degreeSchool: form[names.degreeSchool].trim(),
  }
}

/** The school with its faculty up to the last of its words, then the subject. 系统 and 系列 are subjects, no faculty. */
const schoolThenMajor =
  /^(.*(?:大学|学校|党校|职校|技校|中专|学部|分校|函授部|研究生部|研究所|(?:学|研究|研究生|科学|社科)院|系(?!统|列)))(.*)$/s

/** 云州大学法学院法学专业 in its two parts; what cannot be told apart is the school. */
export function readSchool(text: string): Pick<EducationRow, 'school' | 'major'> {
  const [, school, rest] = schoolThenMajor.exec(text.trim()) ?? []
  if (school === undefined || rest === undefined) return { school: text.trim(), major: '' }
  return { school: school.trim(), major: rest.trim().replace(/专业$/, '') }
}

/** As the form writes it. */
export const printSchool = ({ school, major }: Pick<EducationRow, 'school' | 'major'>): string =>
  major === '' || major.includes('专业') ? school + major : `${school}${major}专业`

/**
 * Reads one kind of education: a row, or two where the degree is of another school. The form tells no dates.
 * Source: formats 1.2 and 3, 填表规范.
 */
export function readEducation(kind: Kind, { education, degree, school, degreeSchool }: EducationCell): EducationRow[] {
  const row = (level: string, title: string, place: string): EducationRow => ({
    kind,
    education: level,
    degree: title,
    ...readSchool(place),
    from: null,
    to: null,
    degreeOn: null,
  })
  if ([education, degree, school, degreeSchool].every(text => text === '')) return []
  if (degreeSchool === '' || degreeSchool === school) return [row(education, degree, school)]
  return [row(education, '', school), row('', degree, degreeSchool)]
}

/** The highest; of equals the later one, and the last where nothing tells. */
function highest(rows: readonly EducationRow[], levelOf: (row: EducationRow) => number): EducationRow | undefined {
  const endOf = ({ to, degreeOn, from }: EducationRow): string => to ?? degreeOn ?? from ?? ''
  return rows.reduce<EducationRow | undefined>((best, row) => {
    if (!best) return row
    const order = levelOf(row) - levelOf(best) || endOf(row).localeCompare(endOf(best))
    return order >= 0 ? row : best
  }, undefined)
}

/**
 * What the form says of one kind: the highest education and the highest degree, each with its school; one school when both
 * are of the same. Source: formats 3: 学位 blank merges the rows, 下栏 stays blank when it is the same.
 */
export function writeEducation(kind: Kind, rows: readonly EducationRow[]): EducationCell | undefined {
  const own = rows.filter(row => row.kind === kind)
  const study = highest(
    own.filter(({ education }) => education !== ''),
    ({ education }) => educationLevelOf(education) ?? -1,
  )
  const graduate = highest(
    own.filter(({ degree }) => degree !== ''),
    ({ degree }) => degreeLevelOf(degree) ?? 0,
  )
  const first = study ?? graduate
  if (!first) return undefined
  const school = printSchool(first)
  const other = graduate && graduate !== first ? printSchool(graduate) : ''
  return {
    education: study?.education ?? '',
    degree: graduate?.degree ?? '',
    school,
    degreeSchool: other === school ? '' : other,
  }
}
