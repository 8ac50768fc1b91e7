import * as z from 'zod'
import { Day } from '../dates/add-months'
import { HonourId } from '../honours/honours'
import { line, text } from '../text'

export const CommendationId = z.uuid().brand<'CommendationId'>()
export type CommendationId = z.infer<typeof CommendationId>

/** A 表扬决定: its words, and the honours that it lists. */
export const CommendationFacts = z.object({
  title: line(60).min(1),
  documentNo: line(80),
  /** 主送 */
  addressee: line(200),
  opening: text(6000).min(1),
  closing: text(3000),
  sender: line(80).min(1),
  on: Day,
  copiedTo: line(200),
  honourIds: z.array(HonourId).max(500),
})
export type CommendationFacts = z.infer<typeof CommendationFacts>

export const Commendation = CommendationFacts.extend({
  id: CommendationId,
  byName: z.string(),
  at: z.iso.datetime(),
  revision: z.int().min(1),
})
export type Commendation = z.infer<typeof Commendation>
