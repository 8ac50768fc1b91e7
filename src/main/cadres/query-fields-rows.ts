import { sql } from 'kysely'
import { PunishmentRow } from '../../shared/cadres/cadres'
import { type CadreField, labelOf } from '../../shared/cadres/field-labels'
import { ageLimitCodes } from '../../shared/codes/age-limit'
import { appointModeCodes } from '../../shared/codes/appoint-mode'
import { gradeCodes } from '../../shared/codes/grade'
import { leadershipLevelCodes } from '../../shared/codes/leadership-level'
import { memberKindCodes } from '../../shared/codes/member-kind'
import type { CodeTable } from '../../shared/codes/table'
import { trainingKindCodes } from '../../shared/codes/training-kind'
import { dateField } from '../queries/date-kinds'
import {
  among,
  choiceField,
  either,
  field,
  numberField,
  type RegisteredField,
  type Truth,
  textField,
  type Value,
} from '../queries/field-kinds'
import { ofFile } from './query-fields'

const names = (table: CodeTable) => table.entries.map(({ name }) => ({ value: name, label: name }))
const called = (key: string, label: string, group: string, hint = '') => ({ key, label, group, hint })
const own = (key: CadreField, group: string, hint = '') => called(key, labelOf(key), group, hint)

/** A table of the file, and which of its rows count. */
interface Rows {
  readonly table: 'posts' | 'resume' | 'education' | 'training' | 'rewards' | 'punishments'
  readonly only?: Truth
}
const column = (name: string): Value => sql`json_extract(entry.value, ${`$.${name}`})`
const inOffice: Rows = { table: 'posts', only: sql`(${column('status')} = '在任')` }

/** Something of the rows that count: of the whole file, which is read for those that nothing else has ruled out. */
const ofRows = ({ table, only = sql`1` }: Rows, what: (from: Value) => Value): Value =>
  sql`(SELECT ${what(sql`FROM json_each(file, ${`$.${table}`}) AS entry WHERE ${only}`)} FROM cadre_files
    WHERE cadre_files.key = cadre_facts.key)`
const some = (rows: Rows, holds: Truth): Truth =>
  sql`${ofRows(rows, from => sql`EXISTS (SELECT 1 ${from} AND ${holds})`)}`

/** What one of the rows says; a question holds when it holds of one of them. */
const rowTextField = (
  named: Parameters<typeof field>[0],
  rows: Rows,
  ...columns: readonly string[]
): RegisteredField => {
  const said = sql`(${sql.join(columns.map(column), sql` || `)})`
  return field(named, 'text', ({ operator, values }) => {
    if (operator === 'empty') return sql`(NOT ${some(rows, sql`(trim(${said}) <> '')`)})`
    if (operator === 'filled') return some(rows, sql`(trim(${said}) <> '')`)
    if (operator === 'equals') return some(rows, sql`(${said} = ${values[0]})`)
    if (operator === 'starts') return some(rows, sql`(instr(${said}, ${values[0]}) = 1)`)
    return some(rows, either(values.map(word => sql<number>`(instr(${said}, ${word}) > 0)`)))
  })
}

const rowChoiceField = (
  named: Parameters<typeof field>[0],
  rows: Rows,
  name: string,
  choices: RegisteredField['choices'],
): RegisteredField =>
  field(
    named,
    'choice',
    ({ operator, values }) => {
      if (operator === 'empty') return sql`(NOT ${some(rows, sql`(${column(name)} <> '')`)})`
      if (operator === 'filled') return some(rows, sql`(${column(name)} <> '')`)
      return some(rows, among(column(name), values))
    },
    { choices },
  )

/** A date of the file alone, as the days that it may mean. */
const ofFileDate = (path: string) => {
  const text = ofFile(path)
  const day = (value: Value): Value => sql`CAST(replace(${value}, '-', '') AS INTEGER)`
  return {
    first: day(sql`substr(${text} || '-01-01', 1, 10)`),
    last: day(sql`(CASE length(${text}) WHEN 4 THEN ${text} || '-12-31' WHEN 7
      THEN date(${text} || '-01', '+1 month', '-1 day') ELSE ${text} END)`),
  }
}

const standing: Rows = { table: 'punishments', only: sql`(${column('revokedOn')} IS NULL)` }
const kinds = PunishmentRow.shape.kind.options.map(value => ({ value, label: value }))
const anyRow = '有一行符合就算'

/** What stands in the file's tables and in the rest of the form: one row that holds is enough. */
export const rowQueryFields: readonly RegisteredField[] = [
  rowTextField(called('heldPosts', '在任职务（含兼职）', '职务职级', anyRow), inOffice, 'unitName', 'title'),
  rowTextField(
    called('formerPosts', '曾任职务', '职务职级', '职务记录中已免的'),
    { table: 'posts', only: sql`(${column('status')} = '已免')` },
    'unitName',
    'title',
  ),
  numberField(
    called('heldCount', '在任职务数', '职务职级', '主职和兼职都算'),
    '个',
    ofRows(inOffice, from => sql`(SELECT count(*) ${from})`),
  ),
  rowChoiceField(called('memberKind', '班子成员类别', '职务职级'), inOffice, 'memberKind', names(memberKindCodes)),
  rowChoiceField(
    called('appointMode', '选拔任用方式', '职务职级', '在任职务的'),
    inOffice,
    'appointMode',
    names(appointModeCodes),
  ),
  choiceField(own('wageGrade', '职务职级'), ofFile('$.wageGrade'), { choices: names(gradeCodes) }),
  choiceField(own('ageLimit', '职务职级'), ofFile('$.ageLimit'), { choices: names(ageLimitCodes) }),
  rowChoiceField(
    called('heldLevels', '任过的职务层次', '履历', '履历各段中填写的'),
    { table: 'resume' },
    'level',
    names(leadershipLevelCodes),
  ),

  textField(own('form.fullTimeDegree', '学历学位'), ofFile('$.form.fullTimeDegree')),
  textField(own('form.fullTimeDegreeSchool', '学历学位'), ofFile('$.form.fullTimeDegreeSchool')),
  textField(own('form.inServiceDegree', '学历学位'), ofFile('$.form.inServiceDegree')),
  textField(own('form.inServiceDegreeSchool', '学历学位'), ofFile('$.form.inServiceDegreeSchool')),
  rowTextField(called('schools', '就读院校', '学历学位', anyRow), { table: 'education' }, 'school'),
  rowTextField(called('majors', '所学专业', '学历学位', anyRow), { table: 'education' }, 'major'),

  textField(own('form.assessments', '考核奖惩'), ofFile('$.form.assessments')),
  rowTextField(called('rewardNames', '奖励名称', '考核奖惩', anyRow), { table: 'rewards' }, 'name'),
  rowTextField(called('rewardAuthorities', '奖励批准机关', '考核奖惩', anyRow), { table: 'rewards' }, 'authority'),
  rowChoiceField(called('punishmentKinds', '处分、处理类别', '考核奖惩', '撤销的不算'), standing, 'kind', kinds),
  rowTextField(called('punishmentNames', '处分、处理名称', '考核奖惩', '撤销的不算'), standing, 'name'),

  rowChoiceField(
    called('trainingKinds', '培训类别', '培训', anyRow),
    { table: 'training' },
    'kind',
    names(trainingKindCodes),
  ),
  rowTextField(called('trainingNames', '培训班名称', '培训', anyRow), { table: 'training' }, 'name'),
  rowTextField(
    called('trainingHosts', '培训主办单位或机构', '培训', anyRow),
    { table: 'training' },
    'organiser',
    'institution',
  ),

  textField(own('form.proposedPost', '任免表'), ofFile('$.form.proposedPost')),
  textField(own('form.removedPost', '任免表'), ofFile('$.form.removedPost')),
  textField(own('form.reason', '任免表'), ofFile('$.form.reason')),
  textField(own('form.reportingUnit', '任免表'), ofFile('$.form.reportingUnit')),
  textField(own('form.filledBy', '任免表'), ofFile('$.form.filledBy')),
  dateField(own('ageOn', '任免表'), ofFileDate('$.ageOn')),
  dateField(own('filledOn', '任免表'), ofFileDate('$.filledOn')),
  textField(own('secrecy', '管理'), ofFile('$.secrecy')),
]
