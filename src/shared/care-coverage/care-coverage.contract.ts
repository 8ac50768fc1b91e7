import * as z from 'zod'
import { CadreId } from '../cadres/cadres'
import { CareDimension } from '../care-measures/measures.data'
import { Day } from '../dates/add-months'
import { query } from '../ipc/define'
import { listJobs } from '../papers/papers.contract'

/** Who is counted: those in service or on secondment, or the retired. */
export const CareWhom = z.enum(['在职', '退休'])
export type CareWhom = z.infer<typeof CareWhom>

export const CareCoverageBy = z.enum(['unit', 'level', 'measure', 'dimension'])
export type CareCoverageBy = z.infer<typeof CareCoverageBy>

const Band = z.object({
  /** The unit, level, measure or dimension that the row is about; empty for what has none. */
  key: z.string(),
  title: z.string(),
  /** Of so many people. */
  people: z.int(),
  /** Cared for in the whole period. */
  reached: z.int(),
  /** People cared for, month by month of the period. */
  months: z.array(z.int()),
})

/** Somebody behind a figure, with the last day on which something was done for them. */
const CaredPerson = z.object({
  cadreId: CadreId,
  name: z.string(),
  post: z.string(),
  unitName: z.string(),
  lastOn: Day.nullable(),
  /** What duty at the front line they carry, in words; empty in the other lists. */
  duty: z.string(),
})
export type CaredPerson = z.infer<typeof CaredPerson>

const months = z.int().min(1).max(120)
const unitId = z.uuid().nullable()
const Period = z.object({ by: CareCoverageBy, whom: CareWhom, until: Day, months: z.int().min(1).max(24), unitId })

/**
 * Those for whom nothing was done for so many months: all of them, or those with a duty at the front line who have taken no
 * leave this year either.
 */
export const CareMissed = z.discriminatedUnion('list', [
  z.object({
    list: z.literal('quiet'),
    whom: CareWhom,
    months,
    unitId,
    level: z.string().max(40).nullable(),
    /** Nothing on this side; null for nothing at all. */
    dimension: CareDimension.nullable(),
  }),
  z.object({ list: z.literal('frontline'), months, unitId }),
])
export type CareMissed = z.infer<typeof CareMissed>

const page = { offset: z.int().min(0), limit: z.int().min(1).max(500) }
const people = z.object({ rows: z.array(CaredPerson), total: z.int() })
const oversee = { needs: 'care.oversee' } as const
const read = { needs: 'care.read' } as const

const missedJobs = listJobs(CareMissed, '久未关爱名单')

/** Figures are for those who oversee; the people behind them for those who see people's care. */
export const careCoverageContract = {
  /** Who was cared for in the last months, by unit, level, measure or dimension. */
  board: query(
    Period,
    z.object({ months: z.array(z.string()), bands: z.array(Band), people: z.int(), reached: z.int() }),
    {
      title: '查看关爱覆盖',
      ...oversee,
    },
  ),
  /** How many were missed for so many months, and how many of those at the front line. */
  figures: query(
    z.object({ whom: CareWhom, months, unitId }),
    z.object({
      people: z.int(),
      quiet: z.int(),
      never: z.int(),
      frontline: z.int(),
      frontlineMissed: z.int(),
    }),
    { title: '查看关爱覆盖数字', ...oversee },
  ),
  /** The people behind one number of the board: those reached, or those not, of a band in a month or in all of it. */
  covered: query(
    Period.extend({
      key: z.string().max(60),
      /** YYYYMM; null for the whole period. */
      month: z
        .string()
        .regex(/^\d{6}$/)
        .nullable(),
      reached: z.boolean(),
      ...page,
    }),
    people,
    { title: '查看关爱覆盖名单', ...read },
  ),
  /** The longest first; never at all before them. */
  missed: query(z.object({ of: CareMissed, ...page }), people, { title: '查看久未关爱的干部', ...read }),
  saveMissed: missedJobs.save,
  printMissed: missedJobs.print,
}
