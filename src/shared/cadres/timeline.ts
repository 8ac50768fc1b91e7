import * as z from 'zod'
import { basisStatuses } from '../basis/basis'
import { PartialDate } from '../dates/partial-date'

/** 严管 and 厚爱: the two sides that a person's page keeps in view. */
export const Side = z.enum(['strict', 'care'])
export type Side = z.infer<typeof Side>
export const sideTitles: Record<Side, string> = { strict: '严管', care: '厚爱' }

/** One thing in a person's working life. Every module brings its own; the page draws them all alike. */
export const TimelineEntry = z.object({
  /** Its own within its kind. */
  id: z.string().min(1).max(80),
  /** 奖惩, 谈话: a lane of the drawing and a choice of the list. */
  kind: z.string().min(1).max(6),
  /** One character that stands for it: 奖, 谈. */
  stamp: z.string().length(1),
  title: z.string().min(1).max(200),
  detail: z.string().max(600),
  on: PartialDate.nullable(),
  /** The last day of what lasts; null for what happened on one day. */
  until: PartialDate.nullable(),
  /** The side that lists it; null when it belongs to neither. */
  side: Side.nullable(),
  state: z.enum(['late', 'today', 'soon', 'done']).nullable(),
  /** Said at the head of the file for as long as it holds: a restriction in force, never an opinion of the person. */
  notice: z.object({ title: z.string().min(1).max(40), words: z.string().max(200) }).nullable(),
  /** A small badge beside the name. */
  tag: z.string().max(16).nullable(),
  basis: z.object({ source: z.string(), status: z.enum(basisStatuses) }).nullable(),
  /** The tab of the file on which it is recorded. */
  tab: z.string().max(40).nullable(),
})
export type TimelineEntry = z.infer<typeof TimelineEntry>

type Told = Pick<TimelineEntry, 'id' | 'kind' | 'stamp' | 'title' | 'on'>
const untold = { detail: '', until: null, side: null, state: null, notice: null, tag: null, basis: null, tab: null }

/** An entry that says no more than it has to say. */
export const timelineEntry = (told: Told & Partial<TimelineEntry>): TimelineEntry => ({ ...untold, ...told })

/** The latest first; what has no date comes last. */
export function byTime(a: TimelineEntry, b: TimelineEntry): number {
  if (a.on === null || b.on === null) return Number(a.on === null) - Number(b.on === null)
  return a.on === b.on ? 0 : a.on < b.on ? 1 : -1
}
