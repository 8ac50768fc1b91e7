import * as z from 'zod'
import { CadreId } from '../cadres/cadres'
import { PartialDate } from '../dates/partial-date'
import { HonourId } from '../honours/honours'
import { Holder, HonourKind, HonourLevel } from '../honours/honours.data'
import { PhotoId } from '../photos/photos'
import { line, text } from '../text'

export const AlbumId = z.uuid().brand<'AlbumId'>()
export type AlbumId = z.infer<typeof AlbumId>

export const albumLayouts = { one: '每页一人', two: '每页两人', four: '每页四人' } as const
export const albumPapers = { A4: 'A4（210×297 毫米）', '16K': '16 开（185×260 毫米）' } as const
export const chapterings = { none: '不分章', kind: '按荣誉种类', unit: '按单位', year: '按年度' } as const

/** What an album is, but for who is in it. */
export const AlbumFacts = z.object({
  title: line(30).min(1),
  subtitle: line(60),
  unit: line(60),
  /** As it stands on the cover: 二〇二六年七月. */
  on: line(30),
  foreword: text(6000),
  /** On the back page. */
  back: text(600),
  layout: z.enum(['one', 'two', 'four']),
  paper: z.enum(['A4', '16K']),
  /** 3 mm more on each side with crop marks, for a printing house. */
  bleed: z.boolean(),
  chapters: z.enum(['none', 'kind', 'unit', 'year']),
})
export type AlbumFacts = z.infer<typeof AlbumFacts>

/** Who is in it, in this order. */
export const AlbumEntry = z.object({
  honourId: HonourId,
  /** The album's own words; null for the deeds as the register has them. */
  text: text(6000).nullable(),
})
export type AlbumEntry = z.infer<typeof AlbumEntry>
export const MOST_ENTRIES = 500

/** An honour as it is looked at: on the wall and in an album. */
export const Shown = z.object({
  id: HonourId,
  holder: Holder,
  name: z.string(),
  /** What a person is, or who belongs to a team. */
  post: z.string(),
  unitId: z.string().nullable(),
  unitName: z.string(),
  honour: z.string(),
  kind: HonourKind,
  level: HonourLevel,
  authority: z.string(),
  on: PartialDate,
  deeds: z.string(),
  posthumous: z.boolean(),
  /** Whether there is a portrait; what an id names never changes. */
  cadreId: CadreId.nullable(),
  photoId: PhotoId.nullable(),
})
export type Shown = z.infer<typeof Shown>

export const Album = AlbumFacts.extend({
  id: AlbumId,
  entries: z.array(AlbumEntry),
  revision: z.int().min(1),
  byName: z.string(),
  at: z.iso.datetime(),
})
export type Album = z.infer<typeof Album>

export const newAlbum = (unit: string, on: string): AlbumFacts => ({
  title: '风采录',
  subtitle: '',
  unit,
  on,
  foreword: '',
  back: '',
  layout: 'one',
  paper: 'A4',
  bleed: false,
  chapters: 'kind',
})
