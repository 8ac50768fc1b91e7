import * as z from 'zod'
import { basisStatuses } from '../basis/basis'
import { CareDimension } from '../care-measures/measures.data'
import { LifeEventKind, Whom } from '../care-records/care-records'
import { Occasion } from '../care-records/occasions'
import { RegisterKind } from '../care-register/care-register'
import { Day } from '../dates/add-months'
import { text } from '../text'

/** Whom a rule is about: by status, or those in one of these lists of the register. */
const Whose = z.object({
  statuses: z.array(z.enum(['在职', '退休'])).max(2),
  /** Where lists are named, only who stands in one of them on the day is meant. */
  lists: z.array(RegisterKind).max(9),
})

const days = z.int().min(-800).max(800)

/** Festivals by their names; their days come from the table of the lunar calendar. */
export const Festival = z.enum(['春节', '清明', '端午', '中秋', '重阳'])
export type Festival = z.infer<typeof Festival>

/** When something is due. Every form is told from the files, the events and the register alone. */
export const When = z.discriminatedUnion('by', [
  /** A day of every year: of birth, of joining the party, or the day that stands in the register. */
  z.object({ by: z.literal('anniversary'), of: z.enum(['birth', 'party', 'list']), every: z.enum(['1', '5', '10']) }),
  /** The same day of the calendar for everyone. */
  z.object({ by: z.literal('calendar'), month: z.int().min(1).max(12), date: z.int().min(1).max(31) }),
  /** A festival, so many days before or after it. */
  z.object({ by: z.literal('festival'), festival: Festival, days }),
  /** After something has happened: so many days after it began, one after the other. */
  z.object({
    by: z.literal('event'),
    kinds: z.array(LifeEventKind).min(1).max(9),
    whoms: z.array(Whom).max(7),
    steps: z.array(days).min(1).max(12),
    /** While it lasts, again each so many days after the last step. */
    again: z.int().min(7).max(400).nullable(),
    /** So many days after it is over. */
    after: z.int().min(0).max(400).nullable(),
  }),
  /** From what the file tells. */
  z.object({
    by: z.literal('file'),
    fact: z.enum(['任现职', '受处分处理', '影响期满']),
    steps: z.array(days).min(1).max(12),
  }),
  /** Months before the month of retirement. */
  z.object({ by: z.literal('retirement'), months: z.array(z.int().min(0).max(36)).min(1).max(12) }),
  /** Again and again for who stands in the register: so many months after the last time, or after the entry. */
  z.object({ by: z.literal('interval'), months: z.int().min(1).max(24), first: z.int().min(0).max(24) }),
  /** Once, so many days after the entry in the register. */
  z.object({ by: z.literal('entry'), days }),
  /** Less of the year's leave taken by a day than so many of a hundred; 100 lists whoever has any left. */
  z.object({
    by: z.literal('leave'),
    checks: z
      .array(
        z.object({ month: z.int().min(1).max(12), date: z.int().min(1).max(31), percent: z.int().min(1).max(100) }),
      )
      .min(1)
      .max(4),
  }),
  /** The year's health check is not done by a day. */
  z.object({ by: z.literal('check'), month: z.int().min(1).max(12), date: z.int().min(1).max(31) }),
  /** No 疗休养 within the interval of the unit's own standard by a day. */
  z.object({ by: z.literal('retreat'), month: z.int().min(1).max(12), date: z.int().min(1).max(31) }),
  /** On the day that a case of need is to be looked at anew; the review itself settles it. */
  z.object({ by: z.literal('hardship') }),
  /** What a record says is to be done next. */
  z.object({ by: z.literal('next') }),
])
export type When = z.infer<typeof When>

/**
 * What care is due when, for whom: effective-dated data with its source. Only what falls due while it is in force and switched
 * on is asked for. Source: rule book 8B, 5.29.
 */
export const CareRule = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  title: text(40).min(1),
  whose: Whose,
  when: When,
  /** Records on one of these occasions settle it; the first is the one that is offered. */
  occasions: z.array(Occasion).min(1).max(6),
  dimension: CareDimension,
  /** Who should do it, in words. */
  owner: z.string().max(60),
  /** So many days before it is due it is announced. */
  leadDays: z.int().min(0).max(400),
  /** What falls on a day off is done on the working day before it, after it, or on the day itself. */
  roll: z.enum(['earlier', 'later', 'none']),
  /** So many days after it was due it is told as urgent. */
  escalateDays: z.int().min(0).max(400),
  /** So many days after it was due it leaves the list, done or not; what was missed is told by the coverage. */
  keepDays: z.int().min(30).max(400),
  on: z.boolean(),
  validFrom: Day,
  validTo: Day.nullable(),
  basis: z.object({ source: z.string().max(120), status: z.enum(basisStatuses) }),
})
export type CareRule = z.infer<typeof CareRule>

/** The rule that ships for what comes before a retirement; a person's page shows its matters in a card of their own. */
export const RETIREMENT_RULE = 'retirement'

export const CareState = z.enum(['soon', 'due', 'late', 'done', 'waived'])
export type CareState = z.infer<typeof CareState>
/** The words by which lists and papers call it. */
export const careTitles: Record<CareState, string> = {
  late: '逾期',
  due: '今天办',
  soon: '将到期',
  waived: '免办',
  done: '已办',
}
