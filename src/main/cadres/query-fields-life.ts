import { sql } from 'kysely'
import { type CadreEvent, GRADES_FROM } from '../../shared/cadres/facts.rules'
import { labelOf } from '../../shared/cadres/field-labels'
import { monthsOf } from '../../shared/dates/partial-date'
import { countField, dateField, dayNumber, gradesField, reckonedYearsField } from '../queries/date-kinds'
import { flagField, numberField, type RegisteredField, textField, type Value } from '../queries/field-kinds'
import { ofFile } from './query-fields'

/** How many events of a kind, or how much they amount to, lie between two days: for certain, and at the most. */
function events(kind: CadreEvent['kind'], what: Value) {
  const total = (condition: Value): Value =>
    sql`(SELECT coalesce(${what}, 0) FROM cadre_events WHERE cadre_events.key = cadre_facts.key
      AND cadre_events.kind = ${kind} AND (${condition}))`
  return (from: number, to: number) => ({
    // Over all time what bears no date counts for certain; over some years it may lie within them.
    least: total(from === 0 ? sql`last IS NULL OR last <= ${to}` : sql`first >= ${from} AND last <= ${to}`),
    most: total(sql`first IS NULL OR (last >= ${from} AND first <= ${to})`),
  })
}

/** The résumé as it is printed, or its rows where there is no text. */
const resume: Value = sql`(SELECT CASE WHEN json_extract(file, '$.form.resume') <> '' THEN json_extract(file, '$.form.resume')
  ELSE coalesce((SELECT group_concat(json_extract(entry.value, '$.text'), char(10)) FROM json_each(file, '$.resume') AS entry), '')
  END FROM cadre_files WHERE cadre_files.key = cadre_facts.key)`

const lastChange: Value = sql`(SELECT CAST(replace(substr(max(cadre_changes.at), 1, 10), '-', '') AS INTEGER)
  FROM cadre_changes JOIN cadres ON cadres.id = cadre_changes.cadre_id WHERE cadres.key = cadre_facts.key)`

const life = (key: string, label: string, group: string, hint = '') => ({ key, label, group, hint })

/** What a file tells of a career, and of the file itself. */
export const careerQueryFields: readonly RegisteredField[] = [
  textField(life('form.resume', labelOf('form.resume'), '履历', '在简历全文里找，人多时要一两秒'), resume),
  reckonedYearsField(
    life(
      'grassrootsYears',
      '乡镇街道和村（社区）工作年限',
      '履历',
      '按履历中写有乡、镇、街道、村、社区的经历估算，不含学习；以档案为准',
    ),
    ({ on }) => {
      const month = monthsOf(on).earliest
      return sql`(cadre_facts.grass_months + max(0, ${month} - coalesce(cadre_facts.grass_since, ${month})))`
    },
  ),
  gradesField(
    life('assessments', labelOf('assessments'), '考核奖惩', '计算日期之前的若干个年度；缺年度而定不了的算无法判断'),
    sql`cadre_facts.grades`,
    GRADES_FROM,
  ),
  countField(life('rewards', '受奖励次数', '考核奖惩', '奖惩记录中的奖励'), '次', events('reward', sql`count(*)`)),
  countField(
    life('punishments', '受处分、处理次数', '考核奖惩', '撤销的不算'),
    '次',
    events('punishment', sql`count(*)`),
  ),
  flagField(
    life('restricted', '在处分、处理影响期内', '考核奖惩', '按决定或规定的月数推算，能否任用由组织决定'),
    ({ on }) => sql`(CASE WHEN cadre_facts.restricted_first >= ${dayNumber(on)} THEN 1
      WHEN cadre_facts.restricted_last >= ${dayNumber(on)} THEN NULL ELSE 0 END)`,
  ),
  textField(
    life('form.rewardsAndPunishments', labelOf('form.rewardsAndPunishments'), '考核奖惩'),
    ofFile('$.form.rewardsAndPunishments'),
  ),
  countField(life('trainings', '参加培训次数', '培训'), '次', events('training', sql`count(*)`)),
  countField(life('trainingHours', '培训学时', '培训'), '学时', events('training', sql`sum(amount)`)),

  numberField(
    life('completeness', '档案完整度', '管理', '任免审批表要填的项目填了多少'),
    '%',
    sql`cadre_facts.completeness`,
  ),
  dateField(life('changedOn', '最近改动日期', '管理'), { first: lastChange, last: lastChange }),
  flagField(
    life('photo', '有照片', '管理'),
    () => sql`EXISTS (SELECT 1 FROM photos JOIN cadres ON cadres.id = photos.cadre_id
      WHERE cadres.key = cadre_facts.key AND photos.shown = 1)`,
  ),
]
