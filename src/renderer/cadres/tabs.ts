import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { Cadre } from '../../shared/cadres/cadres'
import type { CadreFile } from '../../shared/cadres/cadres.contract'
import type { CadreField } from '../../shared/cadres/field-labels'
import { TalkCount } from '../interviews/person/TalkCount'
import { AttachmentCount } from './attachments/AttachmentCount'

export interface CadreTabProps {
  readonly file: CadreFile
}

export interface CadreTab {
  /** Its part of the address. */
  readonly key: string
  readonly title: string
  /** A small number beside the title; none where it is unknown or nothing. */
  readonly count?: (cadre: Cadre) => number
  /** The same of what does not lie in the file itself: a component that asks for it. */
  readonly Count?: ComponentType<CadreTabProps>
  /** Where editing begins that is begun here; after saving it ends here again. */
  readonly edits?: readonly CadreField[]
  readonly page: LazyExoticComponent<ComponentType<CadreTabProps>>
}

const page = <Name extends string>(load: () => Promise<Record<Name, ComponentType<CadreTabProps>>>, name: Name) =>
  lazy(() => load().then(module => ({ default: module[name] })))

/** Every tab of a person's file, in order; the first is where a file opens. A module adds its own in one line. */
export const cadreTabs: readonly CadreTab[] = [
  {
    key: 'resume',
    title: '履历',
    count: cadre => cadre.resume.length,
    page: page(() => import('./resume/ResumeTab'), 'ResumeTab'),
  },
  {
    key: 'posts',
    edits: ['posts', 'personCategory'],
    title: '职务',
    count: cadre => cadre.posts.length,
    page: page(() => import('./rows/PostsTab'), 'PostsTab'),
  },
  { key: 'form', title: '任免表', page: page(() => import('./form/FormTab'), 'FormTab') },
  {
    key: 'education',
    edits: ['education'],
    title: '学历',
    count: cadre => cadre.education.length,
    page: page(() => import('./rows/EducationTab'), 'EducationTab'),
  },
  {
    key: 'family',
    edits: ['family'],
    title: '家庭',
    count: cadre => cadre.family.length,
    page: page(() => import('./rows/FamilyTab'), 'FamilyTab'),
  },
  {
    key: 'assessments',
    edits: ['assessments'],
    title: '考核',
    count: cadre => cadre.assessments.length,
    page: page(() => import('./rows/AssessmentsTab'), 'AssessmentsTab'),
  },
  {
    key: 'rewards',
    edits: ['rewards', 'punishments'],
    title: '奖惩',
    count: cadre => cadre.rewards.length + cadre.punishments.length,
    page: page(() => import('./rows/RewardsTab'), 'RewardsTab'),
  },
  { key: 'honours', title: '荣誉', page: page(() => import('../honours/HonoursOfPerson'), 'HonoursOfPerson') },
  {
    key: 'training',
    edits: ['training'],
    title: '培训',
    count: cadre => cadre.training.length,
    page: page(() => import('./rows/TrainingTab'), 'TrainingTab'),
  },
  {
    key: 'attachments',
    title: '附件',
    Count: AttachmentCount,
    page: page(() => import('./attachments/AttachmentsTab'), 'AttachmentsTab'),
  },
  {
    key: 'talks',
    title: '谈话',
    Count: TalkCount,
    page: page(() => import('../interviews/person/TalksOfPerson'), 'TalksOfPerson'),
  },
  { key: 'care', title: '关爱', page: page(() => import('../care-records/CareOfPerson'), 'CareOfPerson') },
  { key: 'checks', title: '核对', page: page(() => import('./checks/ChecksTab'), 'ChecksTab') },
  { key: 'history', title: '变更', page: page(() => import('./history/HistoryTab'), 'HistoryTab') },
]

/** The tab where a field is read; the first for those that stand on several or on none. */
export const tabOf = (field: string): CadreTab | undefined =>
  cadreTabs.find(({ edits }) => edits?.includes(field as CadreField)) ?? cadreTabs[0]
