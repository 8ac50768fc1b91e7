import type { EducationRow } from '../../shared/cadres/cadres'
import { common, medical, partySubjects, police, type Subject, shortSubjects, teaching } from './education.data'
import { monthAt, monthOfYear, monthText, yearOf } from './months'
import * as places from './places'
import { type Random, Weighted } from './random'
import type { Track } from './tracks'

/** What somebody learned in one place, and how the form writes it. */
export interface Study {
  readonly kind: '全日制' | '在职'
  readonly education: string
  readonly degree: string
  /** 毕业院校系及专业. */
  readonly text: string
  readonly school: string
  readonly major: string
  readonly from: number
  readonly to: number
}

type First = '高中' | '中专' | '大专' | '大学' | '研究生'
const firsts: readonly (readonly [until: number, Weighted<First>])[] = [
  [
    1961,
    new Weighted<First>([
      ['高中', 20],
      ['中专', 35],
      ['大专', 27],
      ['大学', 18],
    ]),
  ],
  [
    1974,
    new Weighted<First>([
      ['高中', 4],
      ['中专', 34],
      ['大专', 30],
      ['大学', 30],
      ['研究生', 2],
    ]),
  ],
  [
    1984,
    new Weighted<First>([
      ['中专', 12],
      ['大专', 23],
      ['大学', 55],
      ['研究生', 10],
    ]),
  ],
  [
    9999,
    new Weighted<First>([
      ['大专', 5],
      ['大学', 70],
      ['研究生', 25],
    ]),
  ],
]

const subjectsOf = (track: Track): readonly Subject[] =>
  track === 'school' ? teaching : track === 'hospital' ? medical : track === 'police' ? police : common
function universityOf(random: Random, track: Track): string {
  if (track === 'school') return places.teachersUniversity
  if (track === 'hospital') return places.medicalUniversity
  return track === 'police' ? places.policeSchool : random.pick(places.universities)
}
const schoolOf = (random: Random, track: Track): string =>
  track === 'school' ? places.teachersSchool : track === 'hospital' ? places.medicalSchool : random.pick(places.schools)

/** The year in which somebody is old enough to begin, in September. */
const yearAt = (birth: number, age: number): number => yearOf(birth) + age + (monthOfYear(birth) > 8 ? 1 : 0)
const study = (
  from: number,
  to: number,
  education: string,
  degree: string,
  school: string,
  subject: Subject,
): Study => ({
  kind: '全日制',
  education,
  degree,
  school: `${school}${subject.faculty}`,
  major: subject.major,
  text: `${school}${subject.faculty}${subject.major}专业`,
  from,
  to,
})

export interface Schooling {
  readonly studies: readonly Study[]
  /** 全日制教育学历 of the form. */
  readonly highest: First
  /** Month in which work may begin. */
  readonly end: number
}

/** Full-time schooling up to the beginning of work. */
export function schoolingOf(random: Random, birth: number, track: Track): Schooling {
  const table = firsts.find(([until]) => yearOf(birth) <= until)?.[1] ?? firsts[0]?.[1]
  let highest = table?.draw(random) ?? '大学'
  if (highest === '高中' && track !== 'civil' && track !== 'company') highest = '中专'
  const month = random.int(6, 8)
  if (highest === '高中') return { studies: [], highest, end: monthAt(yearAt(birth, 18), random.pick([7, 8, 12])) }
  if (highest === '中专') {
    const year = yearAt(birth, 15)
    const subject = { faculty: '', major: random.pick(shortSubjects), field: '' }
    const end = monthAt(year + 3, month)
    return { studies: [study(monthAt(year, 9), end, '中专', '', schoolOf(random, track), subject)], highest, end }
  }
  const year = yearAt(birth, 18)
  const subject = random.pick(subjectsOf(track))
  if (highest === '大专') {
    const end = monthAt(year + 3, month)
    const school = track === 'civil' || track === 'company' ? random.pick(places.colleges) : universityOf(random, track)
    return { studies: [study(monthAt(year, 9), end, '大专', '', school, { ...subject, faculty: '' })], highest, end }
  }
  const school = universityOf(random, track)
  const degree = `${subject.field}学士`
  const graduation = monthAt(year + 4, month)
  const first = study(monthAt(year, 9), graduation, '大学', degree, school, subject)
  if (highest === '大学') return { studies: [first], highest, end: graduation }
  // Between the two the summer is no gap: the next school year begins in the month in which the last one ended.
  const end = monthAt(year + 7, month)
  const second = study(graduation, end, '研究生', `${subject.field}硕士`, school, subject)
  return { studies: [first, second], highest, end }
}

/** What is learned beside the work, later and higher than the schooling. Nothing ends after `now`. */
export function inServiceOf(random: Random, highest: First, workStart: number, now: number): Study[] {
  const studies: Study[] = []
  const add = (education: string, degree: string, school: string, major: string): void => {
    const last = studies.at(-1)?.to ?? workStart
    const year = yearOf(last) + random.int(2, 7)
    const [from, to] = [monthAt(year, 9), monthAt(year + 3, 7)]
    if (to >= now) return
    studies.push({ kind: '在职', education, degree, school, major, text: `${school}${major}专业`, from, to })
  }
  if (highest !== '大学' && highest !== '研究生' && random.chance(0.8)) {
    const which = random.next()
    if (which < 0.4) add('中央党校大学', '', places.centralPartySchool, random.pick(partySubjects))
    else if (which < 0.75) add('岚江省委党校大学', '', places.partySchool, random.pick(partySubjects))
    else {
      const { major, field } = random.pick(common)
      add('大学', random.chance(0.5) ? `${field}学士` : '', random.pick(places.universities), major)
    }
  }
  if (highest !== '研究生' && random.chance(highest === '大学' ? 0.34 : 0.2)) {
    if (random.chance(0.6)) add('岚江省委党校研究生', '', places.partySchool, random.pick(partySubjects))
    else add('研究生', '公共管理硕士', random.pick(places.universities), '公共管理')
  }
  return studies
}

/** 岚江省委党校在职研究生 has no degree, so its day of one is not known either. */
export const toEducationRow = ({ kind, education, degree, school, major, from, to }: Study): EducationRow => ({
  kind,
  education,
  degree,
  school,
  major,
  from: monthText(from),
  to: monthText(to),
  degreeOn: degree === '' ? null : monthText(to),
})
