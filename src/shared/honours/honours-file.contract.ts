import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { basisStatuses } from '../basis/basis'
import { CadreId, RewardRow } from '../cadres/cadres'
import { PartialDate } from '../dates/partial-date'
import { command, job, query } from '../ipc/define'
import { line } from '../text'
import { HonourFacts, HonourId } from './honours'
import { HonourKind, HonourLevel } from './honours.data'

const read = { needs: 'honours.read' } as const
const edit = { needs: 'honours.edit' } as const
const page = { offset: z.int().min(0), limit: z.int().min(1).max(500) }
const person = { cadreId: CadreId, cadreName: z.string(), cadrePost: z.string(), unitName: z.string() }
const year = z.int().min(1900).max(2200)

/** A row of a file that the register lacks, with what its words speak of: presets that an officer sees and may change. */
const FiledReward = z.object({ ...person, row: RewardRow, kind: HonourKind, level: HonourLevel })
export type FiledReward = z.infer<typeof FiledReward>

/** An honour that the file does not tell, or one that was revoked and still stands there. */
const Unfiled = z.object({
  ...person,
  honourId: HonourId,
  on: PartialDate,
  name: z.string(),
  authority: z.string(),
  revoked: z.boolean(),
})
export type Unfiled = z.infer<typeof Unfiled>

const Adopted = z.object({
  cadreId: CadreId,
  row: RewardRow.extend({ on: PartialDate }),
  kind: HonourKind,
  level: HonourLevel,
})
export type Adopted = z.infer<typeof Adopted>

const SuggestionKind = z.enum(['嘉奖', '三等功'])
const Suggestion = z.object({
  ...person,
  year,
  kind: SuggestionKind,
  why: z.string(),
  basis: z.object({ source: z.string(), status: z.enum(basisStatuses) }),
  /** What runs on this day and bears on 评优, in words. */
  restrictions: z.array(z.string()),
  /** Why nothing is done, where somebody has decided so. */
  declined: z.string().nullable(),
})
export type Suggestion = z.infer<typeof Suggestion>

/** A line of a sheet as texts, as the sheet counts it. */
const SheetLine = z.object({ line: z.int(), cells: z.array(z.string().max(4000)).max(30) })
export type SheetLine = z.infer<typeof SheetLine>

/** One line of a sheet as it would enter the register. */
const StagedLine = z.object({
  /** As the sheet counts it, from 1. */
  line: z.int(),
  what: z.enum(['new', 'duplicate', 'unreadable']),
  /** Why it is a duplicate or cannot be read; of a new one what should be looked at. */
  words: z.string(),
  shown: z.string(),
  facts: HonourFacts.nullable(),
})
export type StagedLine = z.infer<typeof StagedLine>

const Batch = z.object({
  id: z.string(),
  what: z.enum(['import', 'adopt']),
  words: z.string(),
  count: z.int(),
  at: z.string(),
  byName: z.string(),
  undone: z.boolean(),
})
export type HonourBatch = z.infer<typeof Batch>
const taken = z.object({ batchId: z.uuid(), count: z.int() })
const MOST_LINES = 2000

export const honoursFileContract = {
  /** Rows of files that the register lacks. */
  inFile: query(
    z.object({ unitId: z.uuid().nullable(), cadreId: CadreId.nullable(), ...page }),
    z.object({ rows: z.array(FiledReward), total: z.int() }),
    { title: '查看档案里有、荣誉册里没有的', needs: 'cadres.read' },
  ),
  /** Honours of persons that their files lack, and revoked ones that still stand there. */
  inRegister: query(
    z.object({ unitId: z.uuid().nullable(), cadreId: CadreId.nullable(), ...page }),
    z.object({ rows: z.array(Unfiled), total: z.int() }),
    { title: '查看荣誉册里有、档案里没有的', needs: 'cadres.read' },
  ),
  /** Rows of files enter the register together. */
  adopt: command(z.object({ items: z.array(Adopted).min(1).max(500) }), taken, {
    title: '把档案里的奖励登记进荣誉册',
    ...edit,
  }),
  /** Honours become reward rows of their persons' files, one step a file; `cadres.undoMany` takes all back. */
  toFile: command(z.object({ ids: z.array(HonourId).min(1).max(500), reason: Reason }), taken, {
    title: '把荣誉写进干部档案',
    needs: 'cadres.edit',
  }),
  /** Takes the rows of revoked honours out of the files. */
  fromFile: command(z.object({ ids: z.array(HonourId).min(1).max(500), reason: Reason }), taken, {
    title: '把已撤销的荣誉移出干部档案',
    needs: 'cadres.edit',
  }),
  /** What came in together, the latest first. */
  batches: query(z.object({}), z.array(Batch), { title: '查看荣誉批次', ...read }),
  /** Takes out of the register what came in together; what somebody has changed since stays. */
  undoBatch: command(z.object({ id: z.uuid(), reason: Reason }), z.object({ undone: z.int(), kept: z.int() }), {
    title: '撤回一批荣誉',
    ...edit,
  }),
  /** The first sheet of a workbook as texts, read apart from everything else. */
  readSheet: job(z.object({ token: z.string().max(64) }), z.object({ sheet: z.string(), rows: z.array(SheetLine) }), {
    title: '读取荣誉表格',
    ...edit,
  }),
  /** What the lines of a sheet would become. Nothing is written. */
  stage: query(
    z.object({
      /** For each column what it holds; empty for what is left out. */
      columns: z.array(z.string().max(20)).max(30),
      rows: z.array(SheetLine).max(MOST_LINES),
    }),
    z.array(StagedLine),
    { title: '核对荣誉表格', ...edit },
  ),
  /** The new lines enter the register together. */
  take: command(z.object({ words: line(120), items: z.array(HonourFacts).min(1).max(MOST_LINES) }), taken, {
    title: '导入荣誉表格',
    ...edit,
  }),
  /** Whom a year's grade suggests an honour for. A prompt with its basis, never a decision. */
  suggestions: query(
    z.object({
      year,
      unitId: z.uuid().nullable(),
      cadreId: CadreId.nullable(),
      kinds: z.array(SuggestionKind).max(2),
      declined: z.boolean(),
      ...page,
    }),
    z.object({ rows: z.array(Suggestion), total: z.int() }),
    { title: '查看奖励提示', needs: 'cadres.read' },
  ),
  /** Somebody has decided that nothing is done, and why. */
  decline: command(z.object({ cadreId: CadreId, year, kind: SuggestionKind, reason: Reason }), z.object({}), {
    title: '奖励提示不办',
    ...edit,
  }),
  reconsider: command(z.object({ cadreId: CadreId, year, kind: SuggestionKind }), z.object({}), {
    title: '恢复奖励提示',
    ...edit,
  }),
}
