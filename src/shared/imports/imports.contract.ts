import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { CadreId } from '../cadres/cadres'
import { SensitiveField } from '../cadres/cadres.contract'
import { command, job, query, scratch } from '../ipc/define'
import { Photo } from '../photos/photos'
import { UnitId } from '../units/units'
import {
  BatchId,
  FoundUnit,
  ImportChange,
  ImportDetail,
  ImportItem,
  ImportSummary,
  ItemState,
  PastImport,
  ReadFile,
  Taking,
  UndoCheck,
  UnitChoice,
  UnitSuggestion,
} from './imports'
import { HeaderChoice, Matching, RosterColumns, SheetView, WaitingSheet } from './sheets'

const needs = 'cadres.edit' as const
const nothing = z.object({})
const batch = z.object({ batchId: BatchId })
const place = z.int().min(0)
const item = batch.extend({ place })
const page = { offset: z.int().min(0), limit: z.int().min(1).max(500) }

/** Some items by their places, all of one state, or everyone. */
const Which = z.union([
  z.object({ places: z.array(place).min(1).max(500) }),
  z.object({ state: ItemState }),
  z.object({ everyone: z.literal(true) }),
])
export type Which = z.infer<typeof Which>

const FilesOf = z.enum(['all', 'failed', 'noted'])
export type FilesOf = z.infer<typeof FilesOf>

const FateChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add') }),
  /** Into the file named, or into the one that fits best. */
  z.object({ kind: z.literal('merge'), cadreId: CadreId.nullable() }),
  z.object({ kind: z.literal('skip') }),
])
export type FateChoice = z.infer<typeof FateChoice>

/** Reading lays everything aside in the store; nothing is written into a cadre's file before `confirm`. */
export const importsContract = {
  /** The token comes from shell.chooseImport, from files dropped on the page, or from shell.openedFiles. */
  stage: job(z.object({ token: z.string().max(64) }), ImportSummary, { title: '读入待导入文件', needs }),
  batch: query(batch, ImportSummary, { title: '查看待导入批次', needs }),
  items: query(
    batch.extend({
      filter: z.object({ state: ItemState.nullable(), warned: z.boolean(), text: z.string().max(60) }),
      ...page,
    }),
    z.object({ rows: z.array(ImportItem), total: z.int() }),
    { title: '查看待导入人员', needs },
  ),
  item: query(item, ImportDetail, { title: '核对待导入人员', needs }),
  /** The portrait of the file; the store's own is shown by photos.show. */
  photo: query(item, Photo.nullable(), {
    title: '核对待导入照片',
    needs,
  }),
  reveal: query(item.extend({ field: SensitiveField, reason: Reason }), z.array(ImportChange), {
    title: '查看待导入人员的敏感信息',
    needs,
    reveals: true,
  }),
  /** Files as they were read: all, those that could not be, or those with something to look at. */
  files: query(batch.extend({ which: FilesOf, ...page }), z.object({ rows: z.array(ReadFile), total: z.int() }), {
    title: '查看已读入文件',
    needs,
  }),
  /** Sheets of rosters that nobody has matched before; until they are matched or left out the batch cannot be confirmed. */
  sheets: query(batch, z.array(WaitingSheet), { title: '查看待对应的名册', needs }),
  /** As it is read with this header and these columns; null for what is likely. */
  sheet: query(item.extend({ header: HeaderChoice.nullable(), columns: RosterColumns.nullable() }), SheetView, {
    title: '核对名册的列',
    needs,
  }),
  /** Makes people of a sheet and remembers its columns for the next one of the same header. Null leaves it out. */
  match: job(
    item.extend({ matching: z.object({ header: HeaderChoice, columns: RosterColumns }).nullable() }),
    ImportSummary,
    {
      title: '对应名册的列',
      needs,
    },
  ),
  /** Headers that are remembered; they hold for every account. */
  matchings: query(nothing, z.array(Matching), { title: '查看记住的名册表头', needs }),
  forget: command(Matching.pick({ signature: true }), nothing, { title: '忘记名册表头', needs }),
  choose: scratch(batch.extend({ which: Which, fate: FateChoice }), ImportSummary, {
    title: '选定待导入人员的去向',
    needs,
  }),
  /**
   * Takes or leaves the differences named, with the photo or without. Those that are not named stay as they were chosen, so
   * quick ticks do not undo one another.
   */
  take: scratch(
    item.extend({ keys: z.array(z.int().min(0)).max(2000), photo: z.boolean(), take: z.boolean() }),
    ImportDetail,
    { title: '选定采用的内容', needs },
  ),
  takeAll: scratch(batch.extend({ which: Which, taking: Taking }), ImportSummary, {
    title: '成批选定采用的内容',
    needs,
  }),
  /** One field of everybody who is merged, whatever was chosen for it before. */
  takeField: scratch(batch.extend({ field: ImportChange.shape.field, take: z.boolean() }), ImportSummary, {
    title: '按栏目选定采用的内容',
    needs,
  }),
  units: query(batch, z.array(FoundUnit), { title: '查看待导入的单位', needs }),
  assignUnits: scratch(
    batch.extend({
      assignments: z
        .array(z.object({ name: z.string().max(200), to: UnitChoice }))
        .min(1)
        .max(500),
    }),
    z.array(FoundUnit),
    { title: '选定待导入的单位', needs },
  ),
  /** Where people without a unit seem to belong, by the beginning of their posts. */
  suggestUnits: query(batch, z.array(UnitSuggestion), { title: '查看单位建议', needs }),
  /** Puts those who are suggested for these units into them. */
  takeSuggested: scratch(batch.extend({ unitIds: z.array(UnitId).min(1).max(500) }), ImportSummary, {
    title: '采用单位建议',
    needs,
  }),
  /** Puts some people into a unit, whatever their files say. */
  place: scratch(batch.extend({ which: Which, unitId: UnitId }), ImportSummary, { title: '放到一个单位', needs }),
  /** One transaction, one undoable step. Refused when a file was changed after it was compared: it is then compared anew. */
  confirm: job(batch, z.object({ added: z.int(), changed: z.int(), units: z.int() }), { title: '确认导入', needs }),
  discard: scratch(batch, nothing, { title: '放弃待导入批次', needs }),
  history: query(z.object(page), z.object({ rows: z.array(PastImport), total: z.int() }), {
    title: '查看导入记录',
    needs,
  }),
  undoCheck: query(batch, UndoCheck, { title: '查看能否撤销导入', needs }),
  undo: job(batch.extend({ reason: Reason }), z.object({ people: z.int() }), { title: '撤销导入', needs }),
}
