import { type RawBuilder, sql } from 'kysely'
import { honourKinds, honourLevels } from '../../shared/honours/honours.data'
import { countField } from '../queries/date-kinds'
import { among, field, numberField, type RegisteredField, type Truth } from '../queries/field-kinds'

const named = (key: string, label: string, hint: string) => ({ key, label, group: '荣誉', hint })

/** Honours in force of a person: own ones, and those of teams that the person belonged to. */
const own = (figure: RawBuilder<unknown>, which: RawBuilder<unknown>): RawBuilder<number | null> => sql`(
  SELECT ${figure} FROM honours WHERE removed_for IS NULL AND revoked_on IS NULL AND ${which}
    AND (cadre_key = cadre_facts.key
      OR id IN (SELECT honour_id FROM honour_members WHERE honour_members.cadre_key = cadre_facts.key)))`
const holds = (which: RawBuilder<unknown>): Truth => sql`(${own(sql`count(*)`, which)} > 0)`

const choice = (key: string, label: string, column: string, choices: readonly string[]): RegisteredField =>
  field(
    named(key, label, '荣誉册里有效的，含团队荣誉；有任一种即符合'),
    'choice',
    ({ operator, values }) =>
      operator === 'empty'
        ? sql`(NOT ${holds(sql`1`)})`
        : holds(operator === 'filled' ? sql`1` : among(sql.ref(column), values)),
    { choices: choices.map(value => ({ value, label: value })) },
  )
const between = (from: number, to: number) => own(sql`count(*)`, sql`on_first BETWEEN ${from} AND ${to}`)

/** What can be asked about honours. */
export const honourQueryFields: readonly RegisteredField[] = [
  choice('honourKind', '荣誉种类', 'honours.kind', honourKinds),
  choice('honourLevel', '荣誉层级', 'honours.level', honourLevels),
  numberField(
    named('honourYear', '最近一次荣誉的年份', '荣誉册里有效的，含团队荣誉；没有的列入无法判断'),
    '年',
    own(sql`max(year)`, sql`1`),
  ),
  countField(named('honours', '荣誉次数', '近几年内，含团队荣誉；填 0 年是有记录以来'), '次', (from, to) => ({
    least: between(from, to),
    most: between(from, to),
  })),
]
