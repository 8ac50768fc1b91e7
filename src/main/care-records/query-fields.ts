import { type RawBuilder, sql } from 'kysely'
import { CareDimension } from '../../shared/care-measures/measures.data'
import { type RegisterKind, registerKinds } from '../../shared/care-register/care-register'
import type { Day } from '../../shared/dates/add-months'
import { quietBound } from '../../shared/dates/stamps'
import { countField, dateField, dayNumber } from '../queries/date-kinds'
import { among, compared, field, type RegisteredField, reaches, type Truth, type Value } from '../queries/field-kinds'

const named = (key: string, label: string, hint: string) => ({ key, label, group: '关爱', hint })

/** One figure over what was done for a person between two days, both in. What was withdrawn does not count. */
const ofRecords = (figure: RawBuilder<unknown>, from: number, to: number, only: Truth = sql`1`): Value =>
  sql`(SELECT ${figure} FROM care_records
    WHERE care_records.cadre_key = cadre_facts.key AND withdrawn_for IS NULL AND on_day BETWEEN ${from} AND ${to}
      AND ${only})`

const EVER = 99_999_999
const MOST_MONTHS = 1200
const last = (until: number): Value => ofRecords(sql`max(on_day)`, 0, until)
const many = (from: number, to: number, only?: Truth): Value => ofRecords(sql`count(*)`, from, to, only)

/** Whether nobody has cared for them for so many months by a day. Without any record it is longer than any number of months. */
const withoutFor = (months: number, on: Day): Truth =>
  sql`(coalesce(${last(dayNumber(on))}, 0) <= ${quietBound(on, months)})`

/** Lists that tell of illness, disability or need are looked at in the register itself and are found by no question. */
const askable: readonly RegisterKind[] = registerKinds.filter(
  kind => !(['因公伤残', '困难党员', '临终关怀'] as readonly RegisterKind[]).includes(kind),
)
const listed = (on: Day, only: Truth): Truth =>
  sql`EXISTS (SELECT 1 FROM care_entries
    WHERE care_entries.cadre_key = cadre_facts.key AND from_day <= ${dayNumber(on)}
      AND (until_day IS NULL OR until_day >= ${dayNumber(on)}) AND ${only})`

/**
 * What can be asked about care: that it was given, when and on which side. Of what happened in a life, and of why somebody
 * needs help, nothing can be asked.
 */
export const careQueryFields: readonly RegisteredField[] = [
  dateField(named('lastCareOn', '最近一次关爱日期', '没有关爱记录的列入无法判断；已撤回的不算'), {
    first: last(EVER),
    last: last(EVER),
  }),
  field(
    named('monthsWithoutCare', '多少个月没有受到关爱', '到计算日期满几个月；从来没有关爱记录的也算在内'),
    'number',
    (asking, { on }) => compared(asking, months => withoutFor(Math.min(Math.max(0, months), MOST_MONTHS), on)),
    { unit: '个月' },
  ),
  countField(named('cares', '关爱次数', '近几年内；填 0 年是有记录以来'), '次', (from, to) => {
    const count = many(from, to)
    return { least: count, most: count }
  }),
  ...CareDimension.options.map(dimension =>
    countField(
      named(`cares-${dimension}`, `${dimension}方面关爱次数`, '近几年内；填 0 年是有记录以来'),
      '次',
      (from, to) => {
        const count = many(from, to, sql`dimension = ${dimension}`)
        return { least: count, most: count }
      },
    ),
  ),
  field(
    named('careMoneyThisYear', '本年慰问金', '计算日期所在年份，到计算日期为止；不满一元的部分不计'),
    'number',
    (asking, { on }) => {
      const fen = ofRecords(sql`coalesce(sum(money_fen), 0)`, dayNumber(`${on.slice(0, 4)}-01-01`), dayNumber(on))
      const yuan: Value = sql`(${fen} / 100)`
      return compared(asking, bound => reaches({ first: yuan, last: yuan }, bound))
    },
    { unit: '元' },
  ),
  field(
    named('careList', '在哪个关爱名册', '到计算日期还在册的；涉及健康和困难的名册不供查询'),
    'choice',
    ({ operator, values }, { on }) => {
      // A list that is not offered finds nobody, whoever asks for it by name.
      const kinds = operator === 'in' ? askable.filter(kind => values.includes(kind)) : askable
      const found = listed(on, among(sql`care_entries.kind`, kinds))
      return operator === 'empty' ? sql`(NOT ${found})` : found
    },
    { choices: askable.map(kind => ({ value: kind, label: kind })) },
  ),
]
