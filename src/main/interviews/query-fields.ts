import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../shared/dates/add-months'
import { quietBound } from '../../shared/dates/stamps'
import { countField, dateField, dayNumber } from '../queries/date-kinds'
import { compared, field, type RegisteredField, reaches, type Truth, type Value } from '../queries/field-kinds'

const named = (key: string, label: string, hint: string) => ({ key, label, group: '谈话', hint })

/** One figure over the talks that were held with a person between two days, both in. */
const ofTalks = (figure: RawBuilder<unknown>, from: number, to: number): Value =>
  sql`(SELECT ${figure} FROM interview_people
    WHERE cadre_key = cadre_facts.key AND held_on BETWEEN ${from} AND ${to})`

const EVER = 99_999_999
const last = (until: number): Value => ofTalks(sql`max(held_on)`, 0, until)
const many = (from: number, to: number): Value => ofTalks(sql`count(*)`, from, to)

/** Whether nobody has talked to them for so many months by a day. Without any talk it is longer than any number of months. */
const quietFor = (months: number, on: Day): Truth =>
  sql`(coalesce(${last(dayNumber(on))}, 0) <= ${quietBound(on, months)})`

const MOST_MONTHS = 1200

/** What can be asked about talks: that they were held and when, nothing of what was said. */
export const talkQueryFields: readonly RegisteredField[] = [
  dateField(named('lastTalkOn', '最近一次谈话日期', '结束了记录的谈话才算；没有谈话记录的列入无法判断'), {
    first: last(EVER),
    last: last(EVER),
  }),
  field(
    named('monthsQuiet', '多少个月没有谈过', '到计算日期满几个月；从来没有谈话记录的也算在内'),
    'number',
    (asking, { on }) => compared(asking, months => quietFor(Math.min(Math.max(0, months), MOST_MONTHS), on)),
    { unit: '个月' },
  ),
  field(
    named('talksThisYear', '本年谈话次数', '计算日期所在年份，到计算日期为止'),
    'number',
    (asking, { on }) => {
      const value = many(dayNumber(`${on.slice(0, 4)}-01-01`), dayNumber(on))
      return compared(asking, bound => reaches({ first: value, last: value }, bound))
    },
    { unit: '次' },
  ),
  countField(named('talks', '谈话次数', '近几年内；填 0 年是有记录以来'), '次', (from, to) => ({
    least: many(from, to),
    most: many(from, to),
  })),
]
