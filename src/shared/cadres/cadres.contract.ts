import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { PartialDate } from '../dates/partial-date'
import { command, query } from '../ipc/define'
import { PhotoId } from '../photos/photos'
import { text } from '../text'
import { BatchChange } from './batch.rules'
import { Cadre, CadreId, CadreStatus } from './cadres'
import { CadreChange } from './diff.rules'
import { cadreFields } from './field-labels'
import { StepChange } from './step'
import { TimelineEntry } from './timeline'

const Field = z.enum(cadreFields as [string, ...string[]])

/** Fields that are masked until they are shown with a reason. Source: rule book 10C. */
export const SensitiveField = z.enum(['idNumber', 'phone', 'family', 'form.health'])
export type SensitiveField = z.infer<typeof SensitiveField>

/** A line of the list. */
export const CadreRow = Cadre.pick({
  id: true,
  name: true,
  sex: true,
  birth: true,
  nation: true,
  nativePlace: true,
  workStart: true,
  partyJoined: true,
  unitId: true,
  postLevel: true,
  postLevelSince: true,
  currentPostSince: true,
  rank: true,
  rankSince: true,
  status: true,
}).extend({ currentPost: z.string(), unitName: z.string() })
export type CadreRow = z.infer<typeof CadreRow>

/** Keys of roster columns that are asked for beside the line itself. */
export const ListColumns = z.array(z.string().max(60)).max(40)
/** A line with what the columns asked for say, in their order. */
export const ListRow = CadreRow.extend({ cells: z.array(z.string()) })
export type ListRow = z.infer<typeof ListRow>

/** As many as are handed on one by one, to an export, a batch or a comparison. */
export const MOST_IDS = 20_000
/** As many as one act changes. */
export const MOST_AT_ONCE = 500
/** As many lines as are copied as a table at once. */
const MOST_COPIED = 2000

export const CadreFilter = z.object({
  unitId: z.uuid().nullable(),
  status: z.array(CadreStatus).max(8),
  trashed: z.boolean(),
})
export type CadreFilter = z.infer<typeof CadreFilter>

/** name is by pinyin, strokes by 姓氏笔画; what has no value stands last either way. */
export const CadreSort = z.object({
  by: z.enum([
    'unit',
    'name',
    'strokes',
    'birth',
    'level',
    'levelSince',
    'rank',
    'postSince',
    'workStart',
    'partyJoined',
    'retire',
  ]),
  descending: z.boolean(),
})
export type CadreSort = z.infer<typeof CadreSort>

/** A file as it is shown: what is sensitive is left out and named. */
export const CadreFile = z.object({
  cadre: Cadre,
  masked: z.array(SensitiveField),
  /** The portrait that is shown. */
  photo: PhotoId.nullable(),
  /** Goes up with each change; a change against an older one is refused. */
  revision: z.int(),
  trashedAt: z.iso.datetime().nullable(),
  /** The file that it was merged into; it lies in the trash since. */
  mergedInto: CadreId.nullable(),
  /** 到龄年月 as the organisation has decided it, and why; null where it is reckoned. */
  decided: z.object({ month: PartialDate, reason: z.string() }).nullable(),
})
export type CadreFile = z.infer<typeof CadreFile>

/** One field's new value. The value is checked against the model's own field. */
const FieldChange = z.object({ field: Field, value: z.unknown() })

/** A change of what is sensitive: that and where something changed, not what. */
const HiddenChange = z.object({
  kind: z.literal('hidden'),
  of: z.enum(CadreChange.options.map(option => option.shape.kind.value)),
  field: SensitiveField,
})
export type HiddenChange = z.infer<typeof HiddenChange>

export const ShownChange = z.discriminatedUnion('kind', [...StepChange.options, HiddenChange])
/** The same of what two files differ in. */
export const ShownDifference = z.discriminatedUnion('kind', [...CadreChange.options, HiddenChange])
export type ShownDifference = z.infer<typeof ShownDifference>
export type ShownChange = z.infer<typeof ShownChange>

export const ChangeSet = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  byName: z.string(),
  kind: z.enum(['add', 'change', 'photo', 'merge', 'import', 'undo', 'trash', 'restore']),
  reason: z.string(),
  changes: z.array(ShownChange),
  /** The step that this one has undone. */
  undoes: z.uuid().nullable(),
  undone: z.boolean(),
  /** Why it cannot be undone now; null when it can. */
  undoRefusal: z.string().nullable(),
})
export type ChangeSet = z.infer<typeof ChangeSet>

/** A file in the trash, with what put it there. */
export const TrashedRow = Cadre.pick({ id: true, name: true, sex: true, birth: true }).extend({
  unitName: z.string(),
  currentPost: z.string(),
  trashedAt: z.iso.datetime(),
  byName: z.string(),
  how: ChangeSet.shape.kind,
  reason: z.string(),
  /** The file that it was merged into, where the account sees that one. */
  mergedInto: z.object({ id: CadreId, name: z.string() }).nullable(),
})
export type TrashedRow = z.infer<typeof TrashedRow>

export const cadresContract = {
  list: query(
    z.object({
      filter: CadreFilter,
      sort: CadreSort,
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
      columns: ListColumns.optional(),
    }),
    z.object({ rows: z.array(ListRow), total: z.int() }),
    { title: '查看干部名单', needs: 'cadres.read' },
  ),
  /** Everybody of a list, in order, for what is done with all of them. */
  ids: query(
    z.object({ filter: CadreFilter, sort: CadreSort }),
    z.object({ ids: z.array(CadreId).max(MOST_IDS), total: z.int() }),
    { title: '取用干部名单', needs: 'cadres.read' },
  ),
  /** Some people as a table for the clipboard. It leaves the application, so it leaves a line in the audit log. */
  table: query(
    z.object({ ids: z.array(CadreId).min(1).max(MOST_COPIED), sort: CadreSort, columns: ListColumns }),
    z.object({ text: z.string(), people: z.int() }),
    { title: '复制干部名单', needs: 'cadres.export', reveals: true },
  ),
  /** Name, pinyin, initials, post, unit or ID number; the best first. */
  search: query(
    z.object({ text: z.string().max(60), limit: z.int().min(1).max(100), columns: ListColumns.optional() }),
    z.array(ListRow),
    { title: '查找干部', needs: 'cadres.read' },
  ),
  get: query(z.object({ id: CadreId }), CadreFile, { title: '查看干部档案', needs: 'cadres.read' }),
  reveal: query(z.object({ id: CadreId, field: SensitiveField, reason: Reason }), z.object({ value: z.string() }), {
    title: '查看敏感信息',
    needs: 'cadres.read',
    reveals: true,
  }),
  history: query(z.object({ id: CadreId }), z.array(ChangeSet), { title: '查看变更记录', needs: 'cadres.read' }),
  /** What every module knows about the person, the latest first. */
  timeline: query(z.object({ id: CadreId }), z.array(TimelineEntry), { title: '查看干部时间线', needs: 'cadres.read' }),
  /** The file as it stood at the end of a day. */
  asOf: query(z.object({ id: CadreId, on: z.iso.date() }), CadreFile, { title: '查看历史档案', needs: 'cadres.read' }),
  add: command(
    z.object({ name: Cadre.shape.name, birth: PartialDate.nullable(), unitId: z.uuid().nullable() }),
    CadreFile,
    {
      title: '新增干部',
      needs: 'cadres.edit',
    },
  ),
  change: command(
    z.object({
      id: CadreId,
      revision: z.int(),
      changes: z.array(FieldChange).min(1).max(80),
      reason: text(200),
    }),
    CadreFile,
    { title: '修改干部档案', needs: 'cadres.edit' },
  ),
  undo: command(z.object({ id: CadreId, changeSetId: z.uuid() }), CadreFile, {
    title: '撤销修改',
    needs: 'cadres.edit',
  }),
  /** One change of many files, whole or not at all; it can be taken back together. */
  changeMany: command(
    z.object({ ids: z.array(CadreId).min(1).max(MOST_AT_ONCE), change: BatchChange, reason: Reason }),
    z.object({ batchId: z.uuid(), changed: z.int(), unchanged: z.int() }),
    { title: '批量修改干部档案', needs: 'cadres.edit' },
  ),
  /** Whoever was changed since keeps that change, and is counted in `kept`. */
  undoMany: command(z.object({ batchId: z.uuid() }), z.object({ undone: z.int(), kept: z.int() }), {
    title: '撤销批量修改',
    needs: 'cadres.edit',
  }),
  /** What lies in the trash, the latest first. */
  trashed: query(
    z.object({ text: z.string().max(60), offset: z.int().min(0), limit: z.int().min(1).max(200) }),
    z.object({ rows: z.array(TrashedRow), total: z.int() }),
    { title: '查看回收站', needs: 'cadres.read' },
  ),
  trash: command(z.object({ ids: z.array(CadreId).min(1).max(MOST_AT_ONCE), reason: Reason }), z.object({}), {
    title: '移入回收站',
    needs: 'cadres.edit',
  }),
  restore: command(z.object({ ids: z.array(CadreId).min(1).max(MOST_AT_ONCE) }), z.object({}), {
    title: '从回收站恢复',
    needs: 'cadres.edit',
  }),
}
