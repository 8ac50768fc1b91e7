import * as z from 'zod'
import { type PartialDate, showDate } from '../../dates/partial-date'
import { Photo } from '../../photos/photos'
import { ageOf, referenceDate, showYears } from '../ages'
import { printAssessments } from '../assessment-text'
import type { Cadre, FamilyMember } from '../cadres'
import { parsePartyText } from '../party-text'
import { printResume } from '../resume-text'
import { type RetirementOverride, retirementMonths, retirementOf } from '../retirement.rules'
import { printRewards } from '../reward-text'

/** The two editions of the form: 3.x, and 4.x with 到龄时间. */
export const FormEdition = z.enum(['3', '4'])
export type FormEdition = z.infer<typeof FormEdition>

/** The edition that a file was made with; undefined when it does not say. */
export const editionOf = (formVersion: string): FormEdition | undefined =>
  FormEdition.options.find(edition => formVersion.trim().startsWith(edition))

const text = z.string()
const Education = z.object({ education: text, degree: text, school: text, degreeSchool: text })
const Member = z.object({ title: text, name: text, age: text, politics: text, unitAndPost: text })

/** Everything that stands on one person's form, as it is printed. A line end inside a text is a line end on paper. */
export const FormSheet = z.object({
  edition: FormEdition,
  name: text,
  sex: text,
  birth: text,
  nation: text,
  nativePlace: text,
  birthPlace: text,
  party: text,
  workStart: text,
  /** 到龄时间, on the 4.x edition alone. */
  retirement: text,
  health: text,
  technicalTitle: text,
  speciality: text,
  fullTime: Education,
  inService: Education,
  currentPost: text,
  proposedPost: text,
  removedPost: text,
  resume: text,
  rewards: text,
  assessments: text,
  reason: text,
  family: z.array(Member),
  reportingUnit: text,
  filledOn: text,
  filledBy: text,
  photo: Photo.nullable(),
  /** What is still masked: its cells are drawn as covered. Such a sheet is looked at and never printed. */
  covered: z.array(z.enum(['health', 'family'])),
})
export type FormSheet = z.infer<typeof FormSheet>

export interface SheetOptions {
  readonly edition: FormEdition
  readonly today: PartialDate
  readonly photo: Photo | null
  readonly covered: FormSheet['covered']
  /** What the organisation has decided of 到龄年月; undefined where it has not. */
  readonly decided: RetirementOverride | undefined
}

const month = (date: PartialDate | null): string => (date ? showDate(date).slice(0, 7) : '')
/** The dead have no age on the form. Source: formats 3. */
const isDead = (words: string): boolean => /去世|已故|病故|牺牲/.test(words)

/** 2021年3月15日, as far as it is known. */
function dayWords(date: PartialDate | null): string {
  if (!date) return ''
  const [year = '', at, day] = date.split('-')
  return `${year}年${at === undefined ? '' : `${Number(at)}月`}${day === undefined ? '' : `${Number(day)}日`}`
}

/** 1972.04, 九三, or both one below the other. What is not understood stands as it was written. */
function partyWords({ form, partyJoined }: Cadre): string {
  if (form.partyText === '') return month(partyJoined)
  const meaning = parsePartyText(form.partyText)
  if (!meaning) return form.partyText
  return [month(meaning.partyJoined), meaning.otherParties.join('、')].filter(part => part !== '').join('\n')
}

function memberOf(member: FamilyMember, on: PartialDate) {
  const years = isDead(member.unitAndPost) ? undefined : ageOf(member, on)
  const age = years ? showYears(years, '岁').replace('岁', '') : isDead(member.unitAndPost) ? '' : member.birthText
  return { title: member.title, name: member.name, age, politics: member.politics, unitAndPost: member.unitAndPost }
}

/** 2037.03 and the age then below, or the month that was decided; empty where it is not known. Source: formats 3, edition 4.x. */
function retirementWords(cadre: Cadre, decided: RetirementOverride | undefined): string {
  const found = retirementOf(cadre, decided)
  const months = retirementMonths(found)
  if (months === undefined) return ''
  const words = [...new Set([months.first, months.last].map(month))].join('至')
  return found.kind === 'computed' ? `${words}\n（${found.age}）` : words
}

/** A person's form as it stands on paper. Texts as written go before what could be made from the rows. */
export function formSheet(cadre: Cadre, { edition, today, photo, covered, decided }: SheetOptions): FormSheet {
  const { form } = cadre
  const { on } = referenceDate(cadre, today)
  const age = ageOf(cadre, on)
  const born = month(cadre.birth)
  return {
    edition,
    name: cadre.name,
    sex: cadre.sex ?? '',
    birth: age ? `${born}\n（${showYears(age, '岁')}）` : born,
    nation: cadre.nation,
    nativePlace: cadre.nativePlace,
    birthPlace: cadre.birthPlace,
    party: partyWords(cadre),
    workStart: month(cadre.workStart),
    retirement: edition === '4' ? retirementWords(cadre, decided) : '',
    health: form.health,
    technicalTitle: form.technicalTitle,
    speciality: form.speciality,
    fullTime: {
      education: form.fullTimeEducation,
      degree: form.fullTimeDegree,
      school: form.fullTimeSchool,
      degreeSchool: form.fullTimeDegreeSchool,
    },
    inService: {
      education: form.inServiceEducation,
      degree: form.inServiceDegree,
      school: form.inServiceSchool,
      degreeSchool: form.inServiceDegreeSchool,
    },
    currentPost: form.currentPost,
    proposedPost: form.proposedPost,
    removedPost: form.removedPost,
    resume: form.resume || printResume(cadre.resume),
    rewards: form.rewardsAndPunishments || printRewards(cadre.rewards),
    assessments: form.assessments || printAssessments(cadre.assessments),
    reason: form.reason,
    family: cadre.family.map(member => memberOf(member, on)),
    reportingUnit: form.reportingUnit,
    filledOn: dayWords(cadre.filledOn),
    filledBy: form.filledBy,
    photo,
    covered: [...covered],
  }
}
