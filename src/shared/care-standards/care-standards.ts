import * as z from 'zod'
import { basisStatuses } from '../basis/basis'
import { Day } from '../dates/add-months'
import { text } from '../text'

/** For what money or goods are given, or days granted. A unit names no others: what fits nothing is 其他. */
export const occasions = [
  '住院',
  '生育',
  '结婚',
  '去世',
  '困难',
  '元旦春节',
  '七一',
  '八一',
  '重阳',
  '夏送清凉',
  '冬送温暖',
  '退休',
  '疗休养',
  '体检',
  '其他',
] as const
export const Occasion = z.enum(occasions)
export type Occasion = z.infer<typeof Occasion>

/** 100,000,000 yuan: what is more is a slip of the pen. */
const Fen = z.int().min(0).max(10_000_000_000)

/** One standard as a document of the unit sets it. Nothing ships with an amount. */
export const CareStandard = z.object({
  occasion: Occasion,
  /** Ceiling for one person and one time, in fen; null where no figure is set. */
  ceilingFen: Fen.nullable(),
  /** 疗休养: ceiling for one day, in fen. */
  dailyFen: Fen.nullable(),
  /** 疗休养: days in a year. */
  days: z.int().min(0).max(60).nullable(),
  /** 疗休养: whole years of service before the first time. */
  afterYears: z.int().min(0).max(40).nullable(),
  /** 疗休养: once in so many years. */
  everyYears: z.int().min(1).max(10).nullable().default(null),
  /** 疗休养: people in a year. */
  places: z.int().min(0).max(100_000).nullable().default(null),
  /** What the document says beside figures, such as 按规定 or 慰问品为主. */
  words: text(200),
  validFrom: Day,
  /** The last day; null while it lasts. */
  validTo: Day.nullable(),
  source: text(120).min(1),
  status: z.enum(basisStatuses),
})
export type CareStandard = z.infer<typeof CareStandard>

/** Version 0 came with the application. */
export const VersionedStandard = CareStandard.extend({ version: z.int().min(0) })
export type VersionedStandard = z.infer<typeof VersionedStandard>
