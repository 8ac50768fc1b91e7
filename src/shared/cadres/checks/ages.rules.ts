import { basisOf, type Parameter, parameterOn } from '../../basis/basis'
import { daysOf } from '../../dates/add-months'
import { compareMonths, type PartialDate, showDate, yearsBetween } from '../../dates/partial-date'
import { showYears } from '../ages'
import type { Cadre } from '../cadres'
import { type FieldPath, labelOf } from '../field-labels'
import { archiveAudit, type CadreCheck, nothing, type Remark, rowName } from './check'

/** Years of age for joining the Party. */
const partyAges: readonly Parameter<number>[] = [
  {
    value: 18,
    validFrom: '1945-06-11',
    validTo: null,
    source: '中国共产党章程第一条“年满十八岁”',
    status: 'CONFIRMED(S)',
  },
]
/** Years of age for starting work, with how sure a breach of it is a mistake. */
const workAges: readonly (Parameter<number> & { readonly sureness: 'likely' | 'look' })[] = [
  {
    value: 16,
    validFrom: '1949-10-01',
    validTo: '1991-04-14',
    source: '当时没有统一规定，顶替、下乡、文体招工的可能更早',
    status: 'MEMORY',
    sureness: 'look',
  },
  {
    value: 16,
    validFrom: '1991-04-15',
    validTo: null,
    source: '禁止使用童工规定；劳动法第十五条',
    status: 'MEMORY',
    sureness: 'likely',
  },
]

/** Whether somebody had certainly not reached an age on a date: by days where both are known to the day. */
function isYoungerThan(years: number, birth: PartialDate, on: PartialDate): boolean {
  const born = daysOf(birth).earliest
  return daysOf(on).latest < `${Number(born.slice(0, 4)) + years}${born.slice(4)}`
}

const dates = [
  'birth',
  'workStart',
  'partyJoined',
  'partyFull',
  'currentPostSince',
  'postLevelSince',
  'rankSince',
] as const

function datesOf(cadre: Cadre): { field: FieldPath; date: PartialDate; row?: number }[] {
  const rows = cadre.resume.map(({ from }, row) => ({ field: 'resume.from' as const, date: from, row }))
  return [...dates.map(field => ({ field, date: cadre[field] })), ...rows].flatMap(({ date, ...rest }) =>
    date ? [{ ...rest, date }] : [],
  )
}

const nameOf = (field: FieldPath, row?: number): string =>
  row === undefined ? labelOf(field) : `履历${rowName(row)}的开始时间`

const tooYoung = (what: string, birth: PartialDate, on: PartialDate): string =>
  `${what} ${showDate(on)} 时 ${showYears(yearsBetween(birth, on), '岁')}（出生年月 ${showDate(birth)}）`

export const ageChecks: readonly CadreCheck[] = [
  {
    id: 'dates.order',
    title: '各项时间不早于出生',
    fields: ['birth'],
    basis: archiveAudit,
    run(cadre) {
      const { birth } = cadre
      if (!birth) return nothing
      return datesOf(cadre)
        .filter(({ field, date }) => field !== 'birth' && compareMonths(date, birth) === -1)
        .map(
          ({ field, date, row }): Remark => ({
            sureness: 'certain',
            fields: ['birth', field],
            message: `${nameOf(field, row)} ${showDate(date)} 早于出生年月 ${showDate(birth)}`,
            ...(row === undefined ? {} : { row }),
          }),
        )
    },
  },
  {
    id: 'dates.future',
    title: '各项时间不晚于核对时间',
    fields: [...dates, 'resume.from'],
    basis: archiveAudit,
    run(cadre, on) {
      return datesOf(cadre)
        .filter(({ date }) => compareMonths(date, on) === 1)
        .map(
          ({ field, date, row }): Remark => ({
            sureness: 'likely',
            fields: [field],
            message: `${nameOf(field, row)} ${showDate(date)} 晚于 ${showDate(on)}`,
            ...(row === undefined ? {} : { row }),
          }),
        )
    },
  },
  {
    id: 'age.party',
    title: '入党时的年龄',
    fields: ['birth', 'partyJoined'],
    basis: archiveAudit,
    run({ birth, partyJoined }) {
      if (!birth || !partyJoined) return nothing
      const rule = parameterOn(partyAges, partyJoined)
      if (!rule || !isYoungerThan(rule.value, birth, partyJoined)) return nothing
      return [
        {
          sureness: 'likely',
          message: `${tooYoung('入党', birth, partyJoined)}，不满 ${rule.value} 周岁`,
          basis: basisOf(rule),
        },
      ]
    },
  },
  {
    id: 'age.work',
    title: '参加工作时的年龄',
    fields: ['birth', 'workStart'],
    basis: archiveAudit,
    run({ birth, workStart }) {
      if (!birth || !workStart) return nothing
      const rule = parameterOn(workAges, workStart)
      if (!rule || !isYoungerThan(rule.value, birth, workStart)) return nothing
      const message = `${tooYoung('参加工作', birth, workStart)}，不满 ${rule.value} 周岁`
      return [{ sureness: rule.sureness, message, basis: basisOf(rule) }]
    },
  },
]
