import * as z from 'zod'
import { CadreId } from '../cadres/cadres'
import { MoneySource } from '../care-records/care-records'
import { Day } from '../dates/add-months'
import { line } from '../text'

export const BatchId = z.uuid().brand<'BatchId'>()
export type BatchId = z.infer<typeof BatchId>

/** For which festival people are visited; each is an occasion of the standards and of the records too. */
export const batchOccasions = ['元旦春节', '七一', '八一', '重阳', '夏送清凉', '冬送温暖', '其他'] as const
export const BatchOccasion = z.enum(batchOccasions)
export type BatchOccasion = z.infer<typeof BatchOccasion>

/** In fen. */
const Money = z.int().min(0).max(1_000_000_000)
export const MOST_VISITS = 500

export const BatchFacts = z.object({
  title: line(60).min(1),
  occasion: BatchOccasion,
  /** In fen; null where no budget was set. */
  budgetFen: Money.nullable(),
  /** Where the money comes from; null while it is not settled, or where none is given. */
  source: MoneySource.nullable(),
  /** Who approved it, in words. */
  approvedBy: line(60),
  from: Day,
  to: Day,
})
export type BatchFacts = z.infer<typeof BatchFacts>

/** What is planned for one person. Its place in the list is the order of the visits. */
export const PlannedVisit = z.object({ cadreId: CadreId, visitor: line(60), plannedFen: Money, goods: line(120) })
export type PlannedVisit = z.infer<typeof PlannedVisit>

export const VisitResult = z.enum(['待走访', '已走访', '未走访'])
/** What came of one visit. */
export const VisitOutcome = z.object({
  result: VisitResult,
  visitedOn: Day.nullable(),
  visitedBy: line(60),
  givenFen: Money,
  givenGoods: line(120),
  voucher: line(60),
  /** For 未走访 the reason. */
  remark: line(200),
})
export type VisitOutcome = z.infer<typeof VisitOutcome>

export const Visit = PlannedVisit.extend({
  ...VisitOutcome.shape,
  name: z.string(),
  post: z.string(),
  unitName: z.string(),
  revision: z.int().min(1),
})
export type Visit = z.infer<typeof Visit>

export const Batch = BatchFacts.extend({
  id: BatchId,
  state: z.enum(['进行中', '已办结']),
  people: z.int(),
  visited: z.int(),
  plannedFen: z.int(),
  givenFen: z.int(),
  byName: z.string(),
  revision: z.int().min(1),
})
export type Batch = z.infer<typeof Batch>

/** 走访名单, 慰问金发放签领表, 信封标签. */
export const batchSheets = ['走访名单', '慰问金发放签领表', '信封标签'] as const
export const BatchSheet = z.enum(batchSheets)
export type BatchSheet = z.infer<typeof BatchSheet>
