import { leadershipLevelCodes } from '../codes/leadership-level'
import { rankEnforcementCodes } from '../codes/rank-enforcement'
import { rankGeneralCodes } from '../codes/rank-general'
import { rankJusticeCodes } from '../codes/rank-justice'
import { rankTechnicalCodes } from '../codes/rank-technical'
import { daysOf } from '../dates/add-months'
import type { PartialDate } from '../dates/partial-date'
import { influenceOf } from '../restrictions/restrictions.rules'
import { parseAssessments } from './assessment-text'
import type { Cadre } from './cadres'
import { degreeLevelOf, educationLevelOf } from './checks/education.rules'
import { completenessOf } from './completeness.rules'
import { grassrootsOf } from './grassroots.rules'
import { partyAgeStart } from './party-age'
import { type Retirement, type RetirementOverride, retirementMonths, retirementOf } from './retirement.rules'

/** The first and the last day that a date may mean, as the number YYYYMMDD; both null while it is not known. */
export interface Span {
  readonly first: number | null
  readonly last: number | null
}
const unknown: Span = { first: null, last: null }

/** 2030-01-02 as 20300102. */
const dayNumber = (day: string): number => Number(day.replaceAll('-', ''))

export function spanOf(date: PartialDate | null): Span {
  if (!date) return unknown
  const { earliest, latest } = daysOf(date)
  return { first: dayNumber(earliest), last: dayNumber(latest) }
}

/** What no code table knows comes after everything that it does. */
export const OTHER = 999

const levelNames: Readonly<Record<string, string>> = {
  国: '国家级',
  部: '省部级',
  厅: '厅局级',
  局: '厅局级',
  处: '县处级',
  科: '乡科级',
}
const shortLevel = /^(正|副)?(?:省|厅|县|乡)?(国|部|厅|局|处|科)级?(正|副)?职?$/

/** Place in 领导职务层次 from 0, the highest first; null when nothing is filled. 正科级 and 正科 are read as 乡科级正职. */
export function levelOrder(level: string): number | null {
  const written = level.replaceAll(/\s/g, '')
  if (written === '') return null
  const [, before, word = '', after] = shortLevel.exec(written) ?? []
  const meant = `${levelNames[word] ?? ''}${before ?? after ?? ''}职`
  return leadershipLevelCodes.orderOf(written) ?? leadershipLevelCodes.orderOf(meant) ?? OTHER
}

/** Every series of ranks after the general one stands by itself, a hundred apart. */
const rankSeries = [rankGeneralCodes, rankJusticeCodes, rankEnforcementCodes, rankTechnicalCodes]

/** Place in 职级 from 0, the highest of 综合管理类 first; the other series from 100, 200 and 300 on. */
export function rankOrder(rank: string): number | null {
  if (rank.trim() === '') return null
  const found = rankSeries.findIndex(table => table.orderOf(rank) !== undefined)
  return found < 0 ? OTHER : found * 100 + (rankSeries[found]?.orderOf(rank) ?? 0)
}

/** The year that stands first in `grades`. */
export const GRADES_FROM = 1990
const GRADES_TO = 2199
const letters: Readonly<Record<string, string>> = {
  优秀: 'A',
  称职: 'B',
  合格: 'B',
  良好: 'B',
  基本称职: 'C',
  基本合格: 'C',
  不称职: 'D',
  不合格: 'D',
}
/** 优秀, 称职, 基本称职, 不称职, or a year without a grade, as one letter; a dash is a year of which nothing is known. */
const gradeLetter = (grade: string): string => letters[grade.replaceAll(/\s/g, '')] ?? 'E'
const NO_GRADE = '-'

/** One letter a year from GRADES_FROM on, as far as the file goes. The rows go before the form's text. */
export function gradesOf({ assessments, form }: Pick<Cadre, 'assessments' | 'form'>): string {
  const rows = assessments.length > 0 ? assessments : parseAssessments(form.assessments).rows
  const known = rows.filter(({ year }) => year >= GRADES_FROM && year <= GRADES_TO)
  if (known.length === 0) return ''
  const line = Array<string>(Math.max(...known.map(({ year }) => year)) - GRADES_FROM + 1).fill(NO_GRADE)
  for (const { year, grade } of known) line[year - GRADES_FROM] = gradeLetter(grade)
  return line.join('')
}

/** The last day that any influence period reaches for certain, and at the latest; null without one. Absurd years have none. */
function restrictionOf({ punishments }: Cadre): Span {
  const plausible = punishments.filter(({ on, influenceUntil }) => (influenceUntil ?? on ?? '') < '2150')
  const days = plausible.flatMap(row => influenceOf(row)?.lastDay ?? [])
  if (days.length === 0) return unknown
  return {
    first: Math.max(...days.map(({ earliest }) => dayNumber(earliest))),
    last: Math.max(...days.map(({ latest }) => dayNumber(latest))),
  }
}

function retirementSpan(retirement: Retirement): Span {
  const months = retirementMonths(retirement)
  return months ? { first: spanOf(months.first).first, last: spanOf(months.last).last } : unknown
}

const highest = (levels: readonly (number | undefined)[]): number | null => {
  const known = levels.filter(level => level !== undefined)
  return known.length > 0 ? Math.max(...known) : null
}

const prefixed = <P extends string>(prefix: P, { first, last }: Span) =>
  ({ [`${prefix}First`]: first, [`${prefix}Last`]: last }) as Record<`${P}First` | `${P}Last`, number | null>

/**
 * What queries and orders need of a file, small enough that everyone can be gone through. Nothing here depends on the day.
 * @param override the month of retirement that the organisation has set
 */
export function factsOf(cadre: Cadre, override?: RetirementOverride) {
  const { form, education } = cadre
  const start = partyAgeStart(cadre)
  const retirement = retirementSpan(retirementOf(cadre, override))
  const roots = grassrootsOf(cadre)
  const inService = education.filter(({ kind }) => kind === '在职')
  const fullTime = education.filter(({ kind }) => kind === '全日制')
  const level = (rows: readonly { education: string }[], text: string) =>
    highest([...rows.map(row => educationLevelOf(row.education)), educationLevelOf(text)])
  const [full, later] = [level(fullTime, form.fullTimeEducation), level(inService, form.inServiceEducation)]
  const degrees = [form.fullTimeDegree, form.inServiceDegree, ...education.map(({ degree }) => degree)]
  return {
    unitId: cadre.unitId,
    unitOrder: cadre.unitOrder,
    status: cadre.status,
    sex: cadre.sex,
    level: levelOrder(cadre.postLevel),
    rank: rankOrder(cadre.rank),
    ...prefixed('birth', spanOf(cadre.birth)),
    ...prefixed('work', spanOf(cadre.workStart)),
    ...prefixed('party', spanOf(cadre.partyJoined)),
    ...prefixed('full', spanOf(cadre.partyFull)),
    ...prefixed('partyAge', spanOf(start.kind === 'known' ? start.start : null)),
    ...prefixed('levelSince', spanOf(cadre.postLevelSince)),
    ...prefixed('postSince', spanOf(cadre.currentPostSince)),
    ...prefixed('rankSince', spanOf(cadre.rankSince)),
    ...prefixed('retire', retirement),
    ...prefixed('restricted', restrictionOf(cadre)),
    fullTimeEducation: full,
    inServiceEducation: later,
    education: highest([full ?? undefined, later ?? undefined]),
    degree: highest(degrees.map(degreeLevelOf)),
    grassMonths: roots?.months ?? null,
    grassSince: roots?.since ?? null,
    completeness: completenessOf(cadre).percent,
    grades: gradesOf(cadre),
    personCategory: cadre.personCategory,
    managedBy: cadre.managedBy,
    staffing: cadre.staffing,
    /** JSON array. */
    tags: JSON.stringify(cadre.tags),
  }
}
export type CadreFacts = ReturnType<typeof factsOf>

/** What happened on a day and may be counted over years. `amount` is hours for training. */
export interface CadreEvent extends Span {
  readonly kind: 'reward' | 'punishment' | 'training'
  readonly amount: number
}

export const eventsOf = ({ rewards, punishments, training }: Cadre): CadreEvent[] => [
  ...rewards.map(({ on }) => ({ kind: 'reward' as const, ...spanOf(on), amount: 1 })),
  ...punishments
    .filter(({ revokedOn }) => revokedOn === null)
    .map(({ on }) => ({ kind: 'punishment' as const, ...spanOf(on), amount: 1 })),
  ...training.map(({ from, to, hours }) => ({ kind: 'training' as const, ...spanOf(to ?? from), amount: hours ?? 0 })),
]

/** The levels that educationLevelOf and degreeLevelOf tell apart, the highest first, for whoever chooses one. */
export const educationLevels = [
  { level: 4, title: '研究生' },
  { level: 3, title: '大学' },
  { level: 2, title: '大专' },
  { level: 1, title: '中专、高中' },
  { level: 0, title: '初中及以下' },
] as const
export const degreeLevels = [
  { level: 3, title: '博士' },
  { level: 2, title: '硕士' },
  { level: 1, title: '学士' },
] as const
