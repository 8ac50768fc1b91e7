import * as z from 'zod'
import { PartialDate } from '../dates/partial-date'

export const CadreId = z.uuid().brand<'CadreId'>()
export type CadreId = z.infer<typeof CadreId>

/** A short text of the form, as written; empty when it is not filled. */
const text = (max: number) => z.string().max(max)
/** A date kept as precise as written; null when it is not known. */
const date = PartialDate.nullable()

export const Sex = z.enum(['男', '女'])

/**
 * The texts of the 干部任免审批表 exactly as written, by the form's own names. Lengths are the official editor's.
 * Rows can be made from texts and texts from rows, but neither replaces the other by itself.
 */
export const FormTexts = z.object({
  partyText: text(60),
  health: text(18),
  technicalTitle: text(90),
  speciality: text(110),
  fullTimeEducation: text(54),
  fullTimeDegree: text(54),
  fullTimeSchool: text(90),
  fullTimeDegreeSchool: text(90),
  inServiceEducation: text(54),
  inServiceDegree: text(54),
  inServiceSchool: text(90),
  inServiceDegreeSchool: text(90),
  currentPost: text(324),
  proposedPost: text(324),
  removedPost: text(324),
  resume: text(20_000),
  rewardsAndPunishments: text(4000),
  assessments: text(4000),
  reason: text(4000),
  reportingUnit: text(600),
  filledBy: text(60),
})
export type FormTexts = z.infer<typeof FormTexts>

export const FamilyMember = z.object({
  title: text(18),
  name: text(36),
  birth: date,
  /** As written when it is no date, such as 不详. */
  birthText: text(18),
  politics: text(18),
  unitAndPost: text(248),
})
export type FamilyMember = z.infer<typeof FamilyMember>

/** One line of the résumé. `to` is null while it lasts. */
export const ResumeEntry = z.object({ from: date, to: date, text: text(2000), level: text(40) })
export type ResumeEntry = z.infer<typeof ResumeEntry>

export const YearlyAssessment = z.object({ year: z.int().min(1949).max(2200), grade: text(20) })
export type YearlyAssessment = z.infer<typeof YearlyAssessment>

export const RewardRow = z.object({ on: date, authority: text(120), name: text(200) })
export type RewardRow = z.infer<typeof RewardRow>

export const CadreStatus = z.enum(['在职', '挂职', '退休', '调出', '辞职', '开除', '去世', '其他'])
export type CadreStatus = z.infer<typeof CadreStatus>

/** One person, one file. */
export const Cadre = z.object({
  id: CadreId,
  name: text(36).min(1),
  sex: Sex.nullable(),
  birth: date,
  nation: text(18),
  nativePlace: text(60),
  birthPlace: text(60),
  workStart: date,
  partyJoined: date,
  partyFull: date,
  idNumber: text(18),
  phone: text(40),
  unitId: z.uuid().nullable(),
  /** Place in the unit's order, from 0. */
  unitOrder: z.int().min(0),
  personCategory: text(40),
  managedBy: text(40),
  postLevel: text(40),
  postLevelSince: date,
  currentPostSince: date,
  rank: text(40),
  rankSince: date,
  wageGrade: text(40),
  staffing: text(40),
  /** 改革前任职年龄界限: an organisation decision, never computed. */
  ageLimit: text(60),
  status: CadreStatus,
  secrecy: text(20),
  tags: z.array(text(20)).max(30),
  /** 计算年龄时间 and 填表时间 of the form that the file came from. */
  ageOn: date,
  filledOn: date,
  form: FormTexts,
  resume: z.array(ResumeEntry).max(200),
  family: z.array(FamilyMember).max(60),
  assessments: z.array(YearlyAssessment).max(80),
  rewards: z.array(RewardRow).max(200),
  /** Elements of the imported file that this version does not know, written back on export. */
  unknown: z.array(z.object({ tag: z.string().max(80), text: z.string().max(100_000) })).max(60),
  /** The editor's version that the file bore. */
  formVersion: text(40),
})
export type Cadre = z.infer<typeof Cadre>

export const emptyForm: FormTexts = {
  partyText: '',
  health: '',
  technicalTitle: '',
  speciality: '',
  fullTimeEducation: '',
  fullTimeDegree: '',
  fullTimeSchool: '',
  fullTimeDegreeSchool: '',
  inServiceEducation: '',
  inServiceDegree: '',
  inServiceSchool: '',
  inServiceDegreeSchool: '',
  currentPost: '',
  proposedPost: '',
  removedPost: '',
  resume: '',
  rewardsAndPunishments: '',
  assessments: '',
  reason: '',
  reportingUnit: '',
  filledBy: '',
}
