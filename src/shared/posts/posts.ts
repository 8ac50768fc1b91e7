import * as z from 'zod'
import { CadreId, PostRow, Sex } from '../cadres/cadres'
import { PartialDate } from '../dates/partial-date'
import { line } from '../text'
import { UnitId } from '../units/units'

/** 机构类型. Source: B0194. */
const UnitKind = z.enum(['', '法人单位', '内设机构', '机构分组'])

/** Usual natures of a unit, broad ones first. Source: ZB04. */
export const unitNatures = [
  '党委工作部门',
  '纪委监委机关',
  '人大机关',
  '政府工作部门',
  '政协机关',
  '法院',
  '检察院',
  '人民团体',
  '民主党派和工商联',
  '镇街',
  '政府派出机关',
  '参照公务员管理的事业单位',
  '事业单位',
  '企业',
] as const
/** Levels of a unit that a city meets. Source: ZB03. */
export const unitLevels = [
  '地、厅、司、局级',
  '副地、副厅、副司、副局级',
  '县、处级',
  '副县、副处级',
  '乡、科级',
  '副乡、副科级',
  '股级',
  '其他',
] as const

/** What is known of a unit beside its name and place. Empty texts are not known yet. */
export const UnitFacts = z.object({
  unitId: UnitId,
  kind: UnitKind,
  /** 单位性质, such as 事业单位. Source: ZB04. */
  nature: z.string().max(40),
  /** 机构级别. Source: ZB03. */
  level: z.string().max(40),
  /** 机构编码. */
  code: z.string().max(40),
  /** 核定编制数; null while it is not known. */
  approvedStaff: z.int().min(0).max(99_999).nullable(),
})
export type UnitFacts = z.infer<typeof UnitFacts>

export const UnitPostId = z.uuid().brand<'UnitPostId'>()
export type UnitPostId = z.infer<typeof UnitPostId>

/** A post that a unit was approved to have, with its number. Several people may hold one. */
export const UnitPost = z.object({
  id: UnitPostId,
  unitId: UnitId,
  title: line(60).min(1),
  level: z.string().max(40),
  /** Whether those who hold it are members of the leading team. */
  inTeam: z.boolean(),
  /** 核定职数. */
  approved: z.int().min(0).max(99),
  /** Place among the posts of the unit, from 0. */
  position: z.int().min(0),
})
export type UnitPost = z.infer<typeof UnitPost>

/** One person in a post at a unit, as the person's file has it. */
export const Holder = z.object({
  cadreId: CadreId,
  name: z.string(),
  sex: Sex.nullable(),
  birth: PartialDate.nullable(),
  nation: z.string(),
  partyJoined: PartialDate.nullable(),
  postLevel: z.string(),
  title: z.string(),
  role: PostRow.shape.role,
  memberKind: z.string(),
  teamOrder: z.int().nullable(),
  appointedOn: PartialDate.nullable(),
})
export type Holder = z.infer<typeof Holder>

export const HeldPost = UnitPost.extend({ holders: z.array(Holder) })
export type HeldPost = z.infer<typeof HeldPost>

/** Approved and actual numbers; `vacant` and `over` are sums over the posts, so both may stand side by side. */
export const PostNumbers = z.object({ approved: z.int(), actual: z.int(), vacant: z.int(), over: z.int() })
export type PostNumbers = z.infer<typeof PostNumbers>
