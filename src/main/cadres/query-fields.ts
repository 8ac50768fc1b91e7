import { sql } from 'kysely'
import { CadreStatus } from '../../shared/cadres/cadres'
import { degreeLevels, educationLevels } from '../../shared/cadres/facts.rules'
import { type CadreField, labelOf } from '../../shared/cadres/field-labels'
import { leadershipLevelCodes } from '../../shared/codes/leadership-level'
import { managedCategoryCodes } from '../../shared/codes/managed-category'
import { nationalityCodes } from '../../shared/codes/nationality'
import { personCategoryCodes } from '../../shared/codes/person-category'
import { rankGeneralCodes } from '../../shared/codes/rank-general'
import { staffingCodes } from '../../shared/codes/staffing'
import type { CodeTable } from '../../shared/codes/table'
import { monthsOf } from '../../shared/dates/partial-date'
import { ageField, dateField, yearsField } from '../queries/date-kinds'
import {
  among,
  choiceField,
  compared,
  field,
  flagField,
  orderField,
  type RegisteredField,
  reaches,
  type SpanOf,
  textField,
  type Value,
} from '../queries/field-kinds'
import type { Reads } from '../store/schema'

const fact = (column: string): Value => sql.ref(`cadre_facts.${column}`)
const span = (column: string): SpanOf => ({ first: fact(`${column}_first`), last: fact(`${column}_last`) })
/** What stands in the row of the list. */
const ofRow = (column: string): Value =>
  sql`(SELECT ${sql.ref(`cadres.${column}`)} FROM cadres WHERE cadres.key = cadre_facts.key)`
/** What stands in the file alone. It is read for those that nothing else has ruled out. */
export const ofFile = (path: string): Value =>
  sql`(SELECT json_extract(file, ${path}) FROM cadre_files WHERE cadre_files.key = cadre_facts.key)`

const codes = (table: CodeTable) => ({ choices: table.entries.map(({ name }) => ({ value: name, label: name })) })
const steps = (table: CodeTable) => table.entries.map(({ name }, place) => ({ title: name, place }))
const places = (levels: readonly { level: number; title: string }[]) =>
  levels.map(({ level, title }) => ({ title, place: level }))
const plain = (values: readonly string[]) => ({ choices: values.map(value => ({ value, label: value })) })

async function tagsIn(db: Reads) {
  const rows = await db
    .selectFrom(
      sql<{ tag: string }>`(SELECT DISTINCT value AS tag FROM cadre_facts, json_each(cadre_facts.tags))`.as('t'),
    )
    .select('t.tag')
    .orderBy('t.tag')
    .execute()
  return rows.map(({ tag }) => ({ value: tag, label: tag }))
}

const inGroup =
  (group: string) =>
  (key: CadreField, label = labelOf(key)) => ({ key, label, group })
const basics = inGroup('基本情况')
const party = inGroup('政治面貌')
const posts = inGroup('职务职级')
const studies = inGroup('学历学位')
const managed = inGroup('管理')
/** What no field of the file bears by itself. */
const reckoned = (key: string, label: string, group: string, hint = '') => ({ key, label, group, hint })

const byMonth = '按月计算的周岁；只写了年份的，可能无法判断'
const inOffice = '按起始时间到计算日期，满整年才算；只写了年份的，可能无法判断'

/** What can be asked about a file. What is masked in the file cannot be asked about: the answer would tell it. */
export const cadreQueryFields: readonly RegisteredField[] = [
  textField(basics('name'), ofRow('name')),
  choiceField(basics('sex'), fact('sex'), plain(['男', '女']), 'unknown'),
  ageField(reckoned('age', '年龄', '基本情况', byMonth), '岁', span('birth')),
  dateField(basics('birth'), span('birth')),
  choiceField(basics('nation'), ofRow('nation'), codes(nationalityCodes), 'unknown'),
  textField(basics('nativePlace'), ofRow('native_place')),
  textField(basics('birthPlace'), ofFile('$.birthPlace')),
  dateField(basics('workStart'), span('work')),
  yearsField(reckoned('workYears', '工作年限', '基本情况', inOffice), span('work')),

  dateField(party('partyJoined'), span('party')),
  dateField(party('partyFull'), span('full')),
  yearsField(
    reckoned(
      'partyYears',
      '党龄',
      '政治面貌',
      '从转正之日算起；没有预备期的年代从入党之日算起。没有填入党日期的按非党员',
    ),
    span('party_age'),
    sql`(cadre_facts.party_first IS NULL)`,
  ),
  textField(party('form.partyText'), ofFile('$.form.partyText')),

  field(posts('unitId'), 'unit', ({ operator, values }, { withSubUnits }) => {
    if (operator === 'empty') return sql`(cadre_facts.unit_id IS NULL)`
    const ids = values.map(String)
    return sql`coalesce(${among(fact('unit_id'), operator === 'within' ? withSubUnits(ids) : ids)}, 0)`
  }),
  textField(posts('form.currentPost'), ofRow('current_post')),
  orderField(posts('postLevel'), fact('level'), steps(leadershipLevelCodes)),
  dateField(posts('postLevelSince'), span('level_since')),
  yearsField(
    reckoned('levelYears', '任现职务层次年限', '职务职级', inOffice),
    span('level_since'),
    sql`(cadre_facts.level IS NULL)`,
  ),
  dateField(posts('currentPostSince'), span('post_since')),
  yearsField(reckoned('postYears', '任现职年限', '职务职级', inOffice), span('post_since')),
  orderField(posts('rank'), fact('rank'), steps(rankGeneralCodes)),
  dateField(posts('rankSince'), span('rank_since')),
  yearsField(
    reckoned('rankYears', '任现职级年限', '职务职级', inOffice),
    span('rank_since'),
    sql`(cadre_facts.rank IS NULL)`,
  ),
  field(
    reckoned('heldUnit', '任职单位（含兼职）', '职务职级', '在任职务的单位，主职和兼职都算'),
    'unit',
    ({ operator, values }, { withSubUnits }) => {
      const held = sql`SELECT 1 FROM cadre_posts WHERE cadre_posts.key = cadre_facts.key`
      if (operator === 'empty') return sql`(NOT EXISTS (${held}))`
      const ids = operator === 'within' ? withSubUnits(values.map(String)) : values.map(String)
      return sql`EXISTS (${held} AND ${among(sql.ref('cadre_posts.unit_id'), ids)})`
    },
  ),
  flagField(
    reckoned('inTeam', '领导班子成员', '职务职级', '在任职务中写有成员类别或班子排序'),
    () => sql`EXISTS (SELECT 1 FROM cadre_posts WHERE cadre_posts.key = cadre_facts.key
      AND (cadre_posts.member_kind <> '' OR cadre_posts.team_order IS NOT NULL))`,
  ),
  dateField(
    reckoned('retirement', '到龄年月', '职务职级', '按渐进式延迟退休的办法推算，以组织认定为准'),
    span('retire'),
  ),
  field(
    reckoned(
      'monthsToRetirement',
      '距到龄的月数',
      '职务职级',
      '从计算日期的月份算到推算的到龄年月；已到龄的是零或负数',
    ),
    'number',
    (asking, { on }) => {
      const now = monthsOf(on).earliest
      const months = (day: Value): Value => sql`(${day} / 10000 * 12 + ${day} / 100 % 100 - 1 - ${now})`
      const { first, last } = span('retire')
      return compared(asking, bound => reaches({ first: months(first), last: months(last) }, bound))
    },
    { unit: '个月' },
  ),

  orderField(reckoned('education', '最高学历', '学历学位'), fact('education'), places(educationLevels), {
    rising: true,
    blank: 'unknown',
  }),
  orderField(studies('form.fullTimeEducation'), fact('full_time_education'), places(educationLevels), { rising: true }),
  orderField(studies('form.inServiceEducation'), fact('in_service_education'), places(educationLevels), {
    rising: true,
  }),
  orderField(reckoned('degree', '最高学位', '学历学位'), fact('degree'), places(degreeLevels), { rising: true }),
  textField(studies('form.fullTimeSchool'), ofFile('$.form.fullTimeSchool')),
  textField(studies('form.inServiceSchool'), ofFile('$.form.inServiceSchool')),
  textField(studies('form.speciality'), ofFile('$.form.speciality')),
  textField(studies('form.technicalTitle'), ofFile('$.form.technicalTitle')),

  choiceField(managed('status'), fact('status'), plain(CadreStatus.options)),
  choiceField(managed('personCategory'), fact('person_category'), codes(personCategoryCodes)),
  choiceField(managed('managedBy'), fact('managed_by'), codes(managedCategoryCodes)),
  choiceField(managed('staffing'), fact('staffing'), codes(staffingCodes)),
  field(
    managed('tags'),
    'choice',
    ({ operator, values }) => {
      if (operator === 'empty') return sql`(cadre_facts.tags = '[]')`
      if (operator === 'filled') return sql`(cadre_facts.tags <> '[]')`
      return sql`EXISTS (SELECT 1 FROM json_each(cadre_facts.tags) AS tag WHERE ${among(sql.ref('tag.value'), values)})`
    },
    { choicesIn: tagsIn },
  ),
]
