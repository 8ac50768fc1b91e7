import { CadreStatus, Sex } from '../../../shared/cadres/cadres'
import type { CadreField } from '../../../shared/cadres/field-labels'
import type { PairKey } from '../../../shared/cadres/pairs/pair'
import { secrecyLevels } from '../../../shared/secrecy/secrecy.rules'
import { namesOf, type RowsFieldName } from './edit.rows'

export interface EditField {
  readonly field: CadreField
  readonly kind: 'text' | 'long' | 'date' | 'choice' | 'unit' | 'tags'
  readonly max?: number
  readonly rows?: number
  /** Columns of the grid that it takes; 1 where it is missing. */
  readonly span?: 2 | 4
  /** The only values of a choice. */
  readonly options?: readonly string[]
  /** Usual wordings of a text. */
  readonly suggestions?: readonly string[]
  readonly hint?: string
}

const text = (field: CadreField, max: number, more: Partial<EditField> = {}): EditField => ({
  field,
  kind: 'text',
  max,
  ...more,
})
const long = (field: CadreField, max: number, rows: number, more: Partial<EditField> = {}): EditField => ({
  field,
  kind: 'long',
  max,
  rows,
  span: 4,
  ...more,
})
const date = (field: CadreField, hint?: string): EditField => ({ field, kind: 'date', ...(hint && { hint }) })

export interface EditGroup {
  readonly title: string
  readonly fields: readonly EditField[]
  /** The text among these fields that rows or other fields say too. */
  readonly pair?: PairKey
  /** The tables that are edited under these fields. */
  readonly tables?: readonly RowsFieldName[]
}

/** What can be edited, grouped as it stands on the form. Lengths are the model's own. */
export const editGroups: readonly EditGroup[] = [
  {
    title: '基本情况',
    fields: [
      text('name', 36),
      { field: 'sex', kind: 'choice', options: Sex.options },
      date('birth'),
      text('nation', 18, { suggestions: namesOf('nationality') }),
      text('nativePlace', 60),
      text('birthPlace', 60),
      text('form.partyText', 60, { hint: '照任免表写；没有入党的写党派或群众' }),
      date('partyJoined'),
      date('partyFull'),
      date('workStart'),
      text('form.health', 18, { suggestions: namesOf('health') }),
      text('idNumber', 18),
      text('form.technicalTitle', 90, { span: 2 }),
      text('form.speciality', 110, { span: 2 }),
      text('phone', 40),
    ],
    pair: 'party',
  },
  {
    title: '学历学位',
    fields: [
      text('form.fullTimeEducation', 54, { suggestions: namesOf('education') }),
      text('form.fullTimeDegree', 54, { suggestions: namesOf('degree') }),
      text('form.fullTimeSchool', 90),
      text('form.fullTimeDegreeSchool', 90),
      text('form.inServiceEducation', 54, { suggestions: namesOf('education') }),
      text('form.inServiceDegree', 54, { suggestions: namesOf('degree') }),
      text('form.inServiceSchool', 90),
      text('form.inServiceDegreeSchool', 90),
    ],
    pair: 'education',
    tables: ['education'],
  },
  {
    title: '职务职级',
    fields: [
      { field: 'unitId', kind: 'unit', span: 2 },
      { field: 'status', kind: 'choice', options: CadreStatus.options },
      date('currentPostSince'),
      long('form.currentPost', 324, 2),
      text('postLevel', 40, { suggestions: namesOf('leadershipLevel') }),
      date('postLevelSince'),
      text('rank', 40, { suggestions: namesOf('rankGeneral', 'rankTechnical', 'rankEnforcement') }),
      date('rankSince'),
      text('wageGrade', 40, { suggestions: namesOf('grade') }),
      text('personCategory', 40, { suggestions: namesOf('personCategory') }),
      text('managedBy', 40, { suggestions: namesOf('managedCategory') }),
      text('staffing', 40, { suggestions: namesOf('staffing') }),
      text('ageLimit', 60, { suggestions: namesOf('ageLimit'), span: 2 }),
      { field: 'tags', kind: 'tags', span: 2, hint: '用顿号隔开' },
      text('secrecy', 20, { suggestions: secrecyLevels, hint: '如“内部”“秘密★10年”；空着按内部' }),
    ],
    pair: 'posts',
    tables: ['posts'],
  },
  { title: '简历', fields: [long('form.resume', 20_000, 8)], pair: 'resume', tables: ['resume'] },
  {
    title: '奖惩',
    fields: [long('form.rewardsAndPunishments', 4000, 2)],
    pair: 'rewards',
    tables: ['rewards', 'punishments'],
  },
  { title: '年度考核', fields: [long('form.assessments', 4000, 2)], pair: 'assessments', tables: ['assessments'] },
  { title: '教育培训', fields: [], tables: ['training'] },
  { title: '家庭主要成员及重要社会关系', fields: [], tables: ['family'] },
  {
    title: '任免呈报',
    fields: [
      long('form.proposedPost', 324, 2, { span: 2 }),
      long('form.removedPost', 324, 2, { span: 2 }),
      long('form.reason', 4000, 2),
      text('form.reportingUnit', 600),
      text('form.filledBy', 60),
      date('ageOn', '任免表上的年龄算到这一天'),
      date('filledOn'),
    ],
  },
]
