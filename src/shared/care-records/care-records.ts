import * as z from 'zod'
import { CadreId } from '../cadres/cadres'
import { CareDimension, CareMeasureKey } from '../care-measures/measures.data'
import { Day } from '../dates/add-months'
import { PartialDate } from '../dates/partial-date'
import { line, text } from '../text'
import { Occasion } from './occasions'

export const LifeEventId = z.uuid().brand<'LifeEventId'>()
export type LifeEventId = z.infer<typeof LifeEventId>
export const CareRecordId = z.uuid().brand<'CareRecordId'>()
export type CareRecordId = z.infer<typeof CareRecordId>

/** What happens in a life and calls for care. Source: rule book 8B. */
export const lifeEventKinds = [
  '住院',
  '重大疾病',
  '去世',
  '受灾',
  '生育',
  '结婚',
  '家庭矛盾',
  '澄清正名',
  '其他',
] as const
export const LifeEventKind = z.enum(lifeEventKinds)
export type LifeEventKind = z.infer<typeof LifeEventKind>

/** To whom it happened, as seen from the person. */
export const Whom = z.enum(['本人', '配偶', '子女', '父母', '配偶父母', '其他亲属', '家庭'])
export type Whom = z.infer<typeof Whom>

/** What happened, as far as it is known. It never says who told of it. */
export const LifeEventFacts = z.object({
  cadreId: CadreId,
  kind: LifeEventKind,
  whom: Whom,
  on: PartialDate,
  /** The day it was over, such as that of the discharge; null while it lasts or where it has no end. */
  until: Day.nullable(),
  /** What is needed. */
  need: text(400),
})
export type LifeEventFacts = z.infer<typeof LifeEventFacts>
export const LifeEvent = LifeEventFacts.extend({ id: LifeEventId, revision: z.int().min(1) })
export type LifeEvent = z.infer<typeof LifeEvent>

/** In which way it was done. */
export const CareForm = z.enum(['走访', '电话', '慰问', '谈话', '座谈', '祝贺', '帮办', '组织活动', '其他'])
export type CareForm = z.infer<typeof CareForm>

/** Where money comes from. Source: rule book 8C. */
export const MoneySource = z.enum(['行政经费', '党费', '工会', '民政', '捐赠', '其他'])
export type MoneySource = z.infer<typeof MoneySource>

/** What was done for somebody. */
export const CareRecordFacts = z.object({
  cadreId: CadreId,
  on: Day,
  occasion: Occasion,
  form: CareForm,
  dimension: CareDimension,
  /** The key of one of the 29 measures; null where it belongs to none. */
  measure: CareMeasureKey.nullable(),
  /** The matter of the due list that it settles; null when it was done without one. */
  dueKey: z.string().max(160).nullable(),
  eventId: LifeEventId.nullable(),
  /** Who went, in words. */
  visitors: line(120),
  /** What was found and done. */
  what: text(1000),
  /** In fen. */
  moneyFen: z.int().min(0).max(1_000_000_000),
  goods: line(120),
  /** The standard that the money or the goods follow, as the document names it. */
  standard: line(120),
  source: MoneySource.nullable(),
  voucher: line(60),
  approvedBy: line(60),
  /** What was promised. */
  promise: text(400),
  nextStep: text(200),
  nextOn: Day.nullable(),
  /** Photographs and receipts among the attachments of the file. */
  attachments: z.array(z.uuid()).max(12),
})
export type CareRecordFacts = z.infer<typeof CareRecordFacts>
export const CareRecord = CareRecordFacts.extend({
  id: CareRecordId,
  /** Of the batch that it was entered with. */
  batchId: z.uuid().nullable(),
  /** Of the case of need whose aid it is: it is kept and withdrawn there. */
  hardshipId: z.uuid().nullable(),
  /** Why it does not count any more; null for one that does. */
  withdrawnFor: z.string().nullable(),
  revision: z.int().min(1),
})
export type CareRecord = z.infer<typeof CareRecord>
