import { ageOf, elapsedYears, partyYearsOf, workYearsOf } from '../../../src/shared/cadres/ages'
import type { Cadre } from '../../../src/shared/cadres/cadres'
import { checkCadre } from '../../../src/shared/cadres/cadres.rules'
import { degreeLevelOf, educationLevelOf } from '../../../src/shared/cadres/checks/education.rules'
import { completenessOf } from '../../../src/shared/cadres/completeness.rules'
import { grassrootsMonths, grassrootsOf } from '../../../src/shared/cadres/grassroots.rules'
import { retirementOf } from '../../../src/shared/cadres/retirement.rules'
import { leadershipLevelCodes } from '../../../src/shared/codes/leadership-level'
import { rankGeneralCodes } from '../../../src/shared/codes/rank-general'
import { addMonths, type Day, daysOf } from '../../../src/shared/dates/add-months'
import { monthsOf, PartialDate, type Years } from '../../../src/shared/dates/partial-date'
import type { Condition, QueryNode } from '../../../src/shared/queries/queries'
import { influenceStateOn } from '../../../src/shared/restrictions/restrictions.rules'
import { askCareCard, type CareCard, lastCare } from './naive-care'
import { askHonourCard, type HonourCard, lastHonourYear } from './naive-honours'
import { askCard, lastTalk, type TalkCard } from './naive-talks'

/** True, false, or undefined where the file does not tell. */
export type Answer = boolean | undefined

const not = (found: Answer): Answer => (found === undefined ? undefined : !found)
const all = (answers: readonly Answer[]): Answer =>
  answers.includes(false) ? false : answers.includes(undefined) ? undefined : true
const any = (answers: readonly Answer[]): Answer => not(all(answers.map(not)))

export interface Told extends TalkCard, CareCard, HonourCard {
  readonly cadre: Cadre
  readonly hasPhoto: boolean
  readonly changedOn: PartialDate
  readonly checkedOn: PartialDate
}
interface World {
  readonly on: Day
  readonly below: (ids: readonly string[]) => readonly string[]
}

/** A number that lies somewhere between two. */
const atLeast = (years: Years | undefined, bound: number): Answer =>
  years === undefined ? undefined : years.least >= bound ? true : years.most < bound ? false : undefined

const monthsGone = (from: PartialDate | null, on: PartialDate, months: number): Answer => {
  if (from === null || elapsedYears(from, on) === undefined) return undefined
  const gone = monthsOf(on).earliest
  const { earliest, latest } = monthsOf(from)
  return Math.max(0, gone - latest) >= months ? true : gone - earliest < months ? false : undefined
}

const number = ({ operator, values }: Condition, reach: (bound: number) => Answer): Answer => {
  const [from = 0, to = 0] = values.map(Number)
  if (operator === 'atLeast') return reach(from)
  return operator === 'atMost' ? not(reach(from + 1)) : all([reach(from), not(reach(to + 1))])
}
const years = ({ operator, values }: Condition, full: (years: number) => Answer): Answer => {
  const [from = 0, to = 0] = values.map(Number)
  if (operator === 'atLeast') return full(from)
  return operator === 'lessThan' ? not(full(from)) : all([full(from), not(full(to))])
}

const date = ({ operator, values }: Condition, span: { earliest: string; latest: string } | undefined): Answer => {
  if (operator === 'empty') return span === undefined
  if (operator === 'filled') return span !== undefined
  if (!span) return undefined
  const [from, to] = values.map(value => daysOf(PartialDate.parse(value)))
  const since = (bound = '') => (span.earliest >= bound ? true : span.latest < bound ? false : undefined)
  const until = (bound = '') => (span.latest <= bound ? true : span.earliest > bound ? false : undefined)
  if (operator === 'since') return since(from?.earliest)
  return operator === 'until' ? until(from?.latest) : all([since(from?.earliest), until(to?.latest)])
}

const text = ({ operator, values }: Condition, value: string): Answer => {
  if (operator === 'empty') return value.trim() === ''
  if (operator === 'filled') return value.trim() !== ''
  if (operator === 'equals') return value === values[0]
  if (operator === 'starts') return value.startsWith(String(values[0]))
  return values.some(word => value.includes(String(word)))
}

const choice = ({ operator, values }: Condition, value: string | null, blank: 'none' | 'unknown' = 'none'): Answer => {
  const isBlank = value === null || value === ''
  if (operator === 'empty') return isBlank
  if (operator === 'filled') return !isBlank
  if (isBlank) return blank === 'none' ? false : undefined
  return values.includes(value)
}

/** `names` from the highest down; `place` counts from it, undefined for what is in no order, null for nothing. */
const order = (
  { operator, values }: Condition,
  names: readonly string[],
  place: number | undefined | null,
  blank: 'none' | 'unknown' = 'none',
): Answer => {
  if (operator === 'empty') return place === null
  if (operator === 'filled') return place !== null
  if (place === null) return blank === 'none' ? false : undefined
  if (place === undefined) return false
  const places = values.map(value => names.indexOf(String(value)))
  if (operator === 'in') return places.includes(place)
  return operator === 'atLeast' ? place <= (places[0] ?? -1) : place >= (places[0] ?? -1)
}
const placed = (written: string, at: number | undefined): number | undefined | null => (written === '' ? null : at)

const educationNames = ['研究生', '大学', '大专', '中专、高中', '初中及以下']
const educationPlace = (texts: readonly string[]): number | null => {
  const levels = texts.map(educationLevelOf).filter(level => level !== undefined)
  return levels.length > 0 ? 4 - Math.max(...levels) : null
}
const degreePlace = (texts: readonly string[]): number | null => {
  const levels = texts.map(degreeLevelOf).filter(level => level !== undefined)
  return levels.length > 0 ? 3 - Math.max(...levels) : null
}

function count(
  { operator, values }: Condition,
  dates: readonly (readonly [PartialDate | null, number])[],
  on: Day,
): Answer {
  const [back = 0, bound = 0] = values.map(Number)
  const from = back === 0 ? '0000' : addMonths(on, -12 * back)
  let [least, most] = [0, 0]
  for (const [day, amount] of dates) {
    const span = day ? daysOf(day) : undefined
    if (span ? span.earliest >= from && span.latest <= on : back === 0) least += amount
    if (!span || (span.latest >= from && span.earliest <= on)) most += amount
  }
  const reach = (times: number) => atLeast({ least, most }, times)
  return operator === 'atLeast' ? reach(bound) : not(reach(bound + 1))
}

function grades({ operator, values }: Condition, { assessments }: Cadre, on: Day): Answer {
  const [back = 0, ...wanted] = values
  const kinds: Record<string, string> = { 合格: '称职', 良好: '称职', 基本合格: '基本称职', 不合格: '不称职' }
  const own = ['优秀', '称职', '基本称职', '不称职']
  const holds = Array.from({ length: Number(back) }, (_, index): Answer => {
    const row = assessments.findLast(({ year }) => year === Number(on.slice(0, 4)) - 1 - index)
    if (!row) return undefined
    const kind = kinds[row.grade] ?? (own.includes(row.grade) ? row.grade : '其他')
    return wanted.includes(kind)
  })
  if (operator === 'all') return all(holds)
  return operator === 'any' ? any(holds) : not(any(holds))
}

/** Of rows: one that holds is enough, and there is none where no row says anything. */
const anyText = (condition: Condition, said: readonly string[]): Answer =>
  condition.operator === 'empty'
    ? said.every(words => words.trim() === '')
    : said.some(words => text(condition, words) === true)
const anyChoice = (condition: Condition, said: readonly string[]): Answer =>
  condition.operator === 'empty' ? said.every(word => word === '') : said.some(word => choice(condition, word) === true)
const inOffice = ({ posts }: Cadre) => posts.filter(({ status }) => status === '在任')
const standing = ({ punishments }: Cadre) => punishments.filter(({ revokedOn }) => revokedOn === null)

function asked(condition: Condition, told: Told, { on, below }: World): Answer {
  const { cadre, hasPhoto, changedOn, checkedOn } = told
  const { operator, values } = condition
  const { form, education } = cadre
  const gone = (from: PartialDate | null) => years(condition, full => monthsGone(from, on, full * 12))
  const span = (day: PartialDate | null) => date(condition, day ? daysOf(day) : undefined)
  const kind = (name: string, field: 'education' | 'degree') =>
    education.filter(row => name === '' || row.kind === name).map(row => row[field])
  switch (condition.field) {
    case 'name':
    case 'nativePlace':
    case 'birthPlace':
    case 'secrecy':
      return text(condition, cadre[condition.field])
    case 'form.partyText':
    case 'form.currentPost':
    case 'form.fullTimeSchool':
    case 'form.inServiceSchool':
    case 'form.speciality':
    case 'form.technicalTitle':
    case 'form.rewardsAndPunishments':
    case 'form.fullTimeDegree':
    case 'form.fullTimeDegreeSchool':
    case 'form.inServiceDegree':
    case 'form.inServiceDegreeSchool':
    case 'form.assessments':
    case 'form.proposedPost':
    case 'form.removedPost':
    case 'form.reason':
    case 'form.reportingUnit':
    case 'form.filledBy':
      return text(condition, form[condition.field.slice(5) as 'speciality'])
    case 'form.resume':
      return text(condition, form.resume !== '' ? form.resume : cadre.resume.map(entry => entry.text).join('\n'))
    case 'sex':
    case 'nation':
      return choice(condition, cadre[condition.field], 'unknown')
    case 'status':
    case 'personCategory':
    case 'managedBy':
    case 'staffing':
    case 'wageGrade':
    case 'ageLimit':
      return choice(condition, cadre[condition.field])
    case 'tags':
      if (operator !== 'in') return (cadre.tags.length === 0) === (operator === 'empty')
      return cadre.tags.some(tag => values.includes(tag))
    case 'birth':
    case 'workStart':
    case 'partyJoined':
    case 'partyFull':
    case 'postLevelSince':
    case 'currentPostSince':
    case 'rankSince':
    case 'ageOn':
    case 'filledOn':
      return span(cadre[condition.field])
    case 'changedOn':
      return span(changedOn)
    case 'retirement': {
      const found = retirementOf(cadre)
      const ends =
        found.kind === 'computed' ? [daysOf(found.earliest).earliest, daysOf(found.latest).latest] : undefined
      return date(condition, ends && { earliest: ends[0] ?? '', latest: ends[1] ?? '' })
    }
    case 'monthsToRetirement': {
      const found = retirementOf(cadre)
      const now = monthsOf(on).earliest
      const left =
        found.kind === 'computed'
          ? { least: monthsOf(found.earliest).earliest - now, most: monthsOf(found.latest).latest - now }
          : undefined
      return number(condition, bound => atLeast(left, bound))
    }
    case 'age':
      return number(condition, bound => atLeast(ageOf(cadre, on), bound))
    case 'workYears':
      return workYearsOf(cadre, on) === undefined ? undefined : gone(cadre.workStart)
    case 'partyYears':
      if (cadre.partyJoined === null) return false
      // The half years are reckoned by month; the start is what the party's history makes of the two dates.
      return partyYearsOf(cadre, on) === undefined ? undefined : gone(cadre.partyFull ?? cadre.partyJoined)
    case 'levelYears':
      return cadre.postLevel === '' ? false : gone(cadre.postLevelSince)
    case 'rankYears':
      return cadre.rank === '' ? false : gone(cadre.rankSince)
    case 'postYears':
      return gone(cadre.currentPostSince)
    case 'postLevel': {
      const names = leadershipLevelCodes.entries.map(({ name }) => name)
      return order(condition, names, placed(cadre.postLevel, leadershipLevelCodes.orderOf(cadre.postLevel)))
    }
    case 'rank': {
      const names = rankGeneralCodes.entries.map(({ name }) => name)
      return order(condition, names, placed(cadre.rank, rankGeneralCodes.orderOf(cadre.rank)))
    }
    case 'education': {
      const texts = [form.fullTimeEducation, form.inServiceEducation, ...kind('', 'education')]
      return order(condition, educationNames, educationPlace(texts), 'unknown')
    }
    case 'form.fullTimeEducation':
      return order(condition, educationNames, educationPlace([form.fullTimeEducation, ...kind('全日制', 'education')]))
    case 'form.inServiceEducation':
      return order(condition, educationNames, educationPlace([form.inServiceEducation, ...kind('在职', 'education')]))
    case 'degree': {
      const texts = [form.fullTimeDegree, form.inServiceDegree, ...kind('', 'degree')]
      return order(condition, ['博士', '硕士', '学士'], degreePlace(texts))
    }
    case 'unitId': {
      if (operator === 'empty') return cadre.unitId === null
      const ids = operator === 'within' ? below(values.map(String)) : values
      return cadre.unitId !== null && ids.includes(cadre.unitId)
    }
    case 'heldUnit': {
      const held = cadre.posts.filter(({ status, unitId }) => status === '在任' && unitId !== null)
      if (operator === 'empty') return held.length === 0
      const ids = operator === 'within' ? below(values.map(String)) : values
      return held.some(({ unitId }) => ids.includes(unitId ?? ''))
    }
    case 'inTeam':
      return cadre.posts.some(
        ({ status, unitId, memberKind, teamOrder }) =>
          status === '在任' && unitId !== null && (memberKind !== '' || teamOrder !== null),
      )
    case 'grassrootsYears': {
      const roots = grassrootsOf(cadre)
      const months = roots && grassrootsMonths(roots, monthsOf(on).earliest)
      return years(condition, full => (months === undefined ? undefined : months >= full * 12))
    }
    case 'assessments':
      return grades(condition, cadre, on)
    case 'rewards':
      return count(
        condition,
        cadre.rewards.map(row => [row.on, 1] as const),
        on,
      )
    case 'punishments':
      return count(
        condition,
        standing(cadre).map(row => [row.on, 1] as const),
        on,
      )
    case 'trainings':
      return count(
        condition,
        cadre.training.map(row => [row.to ?? row.from, 1] as const),
        on,
      )
    case 'trainingHours':
      return count(
        condition,
        cadre.training.map(row => [row.to ?? row.from, row.hours ?? 0] as const),
        on,
      )
    case 'restricted': {
      const state = influenceStateOn(cadre.punishments, on)
      return state === 'unclear' ? undefined : state === 'open'
    }
    case 'completeness': {
      const { percent } = completenessOf(cadre)
      return number(condition, bound => percent >= bound)
    }
    case 'findings':
    case 'certainFindings': {
      const found = checkCadre(cadre, checkedOn)
      const certain = found.filter(({ sureness }) => sureness === 'certain')
      return number(condition, bound => (condition.field === 'findings' ? found : certain).length >= bound)
    }
    case 'photo':
      return hasPhoto
    case 'attachments':
      // Nobody here has any; what is found among them stands with their own tests.
      return operator === 'empty'
    case 'heldPosts':
      return anyText(
        condition,
        inOffice(cadre).map(row => row.unitName + row.title),
      )
    case 'formerPosts':
      return anyText(
        condition,
        cadre.posts.filter(({ status }) => status === '已免').map(row => row.unitName + row.title),
      )
    case 'heldCount':
      return number(condition, bound => inOffice(cadre).length >= bound)
    case 'memberKind':
    case 'appointMode': {
      const column = condition.field
      return anyChoice(
        condition,
        inOffice(cadre).map(row => row[column]),
      )
    }
    case 'heldLevels':
      return anyChoice(
        condition,
        cadre.resume.map(({ level }) => level),
      )
    case 'schools':
      return anyText(
        condition,
        education.map(({ school }) => school),
      )
    case 'majors':
      return anyText(
        condition,
        education.map(({ major }) => major),
      )
    case 'rewardNames':
      return anyText(
        condition,
        cadre.rewards.map(({ name }) => name),
      )
    case 'rewardAuthorities':
      return anyText(
        condition,
        cadre.rewards.map(({ authority }) => authority),
      )
    case 'punishmentKinds':
      return anyChoice(
        condition,
        standing(cadre).map(row => row.kind),
      )
    case 'punishmentNames':
      return anyText(
        condition,
        standing(cadre).map(({ name }) => name),
      )
    case 'trainingKinds':
      return anyChoice(
        condition,
        cadre.training.map(row => row.kind),
      )
    case 'trainingNames':
      return anyText(
        condition,
        cadre.training.map(({ name }) => name),
      )
    case 'trainingHosts':
      return anyText(
        condition,
        cadre.training.map(({ organiser, institution }) => organiser + institution),
      )
    case 'lastTalkOn': {
      const day = lastTalk(told)
      return date(condition, day === undefined ? undefined : { earliest: day, latest: day })
    }
    case 'honourYear': {
      const year = lastHonourYear(told)
      return number(condition, bound => (year === undefined ? undefined : year >= bound))
    }
    case 'lastCareOn': {
      const day = lastCare(told)
      return date(condition, day === undefined ? undefined : { earliest: day, latest: day })
    }
    default: {
      const found =
        askCard(condition, told, on) ?? askCareCard(condition, told, on) ?? askHonourCard(condition, told, on)
      if (found === undefined) throw new Error(`nobody reckons ${condition.field}`)
      return found
    }
  }
}

/** A question about one person, gone through as a person would: no SQL, no facts made beforehand. */
export function answer(node: QueryNode, told: Told, world: World): Answer {
  if (node.kind === 'is') {
    const found = asked(node, told, world)
    return node.not ? not(found) : found
  }
  const answers = node.of.map(each => answer(each, told, world))
  const joined = node.kind === 'all' ? all(answers) : any(answers)
  return node.not ? not(joined) : joined
}
