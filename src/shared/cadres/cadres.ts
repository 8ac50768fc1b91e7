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

/** A post that is or was held. One of those in office is the 主职. Source: information set A02. */
export const PostRow = z.object({
  unitId: z.uuid().nullable(),
  /** As written on the appointment; it stays when the unit is renamed or leaves the tree. */
  unitName: text(200),
  title: text(120),
  level: text(40),
  role: z.enum(['主职', '兼职']),
  /** 成员类别 in the leading team; empty outside one. */
  memberKind: text(40),
  /** Place in the team, from 1; null outside one. */
  teamOrder: z.int().min(1).max(999).nullable(),
  appointedOn: date,
  appointedBy: text(60),
  appointMode: text(60),
  status: z.enum(['在任', '已免']),
  removedOn: date,
  removedBy: text(60),
})
export type PostRow = z.infer<typeof PostRow>

/** One course of study with what it ended in. Source: information set A08. */
export const EducationRow = z.object({
  kind: z.enum(['全日制', '在职']),
  education: text(54),
  degree: text(54),
  school: text(120),
  major: text(90),
  from: date,
  to: date,
  degreeOn: date,
})
export type EducationRow = z.infer<typeof EducationRow>

/** Source: information set A11. */
const TrainingRow = z.object({
  kind: text(40),
  name: text(160),
  organiser: text(120),
  institution: text(120),
  from: date,
  to: date,
  days: z.int().min(0).max(3660).nullable(),
  hours: z.int().min(0).max(20_000).nullable(),
})

/** A punishment, admonition or organisational measure, as it was decided. Source: information set A14, rule book §2. */
export const PunishmentRow = z.object({
  kind: z.enum(['党纪处分', '政务处分', '组织处理', '诫勉', '其他']),
  name: text(60),
  on: date,
  authority: text(120),
  documentNumber: text(60),
  reason: text(400),
  /** The last day of the influence period as the decision says it; null when it says none. */
  influenceUntil: date,
  revokedOn: date,
})
export type PunishmentRow = z.infer<typeof PunishmentRow>

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
  posts: z.array(PostRow).max(100),
  education: z.array(EducationRow).max(30),
  training: z.array(TrainingRow).max(300),
  punishments: z.array(PunishmentRow).max(60),
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

/** A file of which nothing is known but the name. */
export const emptyCadre = (id: CadreId, name: string): Cadre => ({
  id,
  name,
  sex: null,
  birth: null,
  nation: '',
  nativePlace: '',
  birthPlace: '',
  workStart: null,
  partyJoined: null,
  partyFull: null,
  idNumber: '',
  phone: '',
  unitId: null,
  unitOrder: 0,
  personCategory: '',
  managedBy: '',
  postLevel: '',
  postLevelSince: null,
  currentPostSince: null,
  rank: '',
  rankSince: null,
  wageGrade: '',
  staffing: '',
  ageLimit: '',
  status: '在职',
  secrecy: '',
  tags: [],
  ageOn: null,
  filledOn: null,
  form: emptyForm,
  resume: [],
  family: [],
  assessments: [],
  rewards: [],
  posts: [],
  education: [],
  training: [],
  punishments: [],
  unknown: [],
  formVersion: '',
})
