import * as z from 'zod'
import type { CareDimension, CareMeasureKey } from '../care-measures/measures.data'

/** What somebody was cared for on the occasion of. A rule asks for one or more of them; a record says one. */
export const occasions = [
  '生日',
  '政治生日',
  '住院',
  '重大疾病',
  '丧事',
  '受灾',
  '生育',
  '结婚',
  '家庭矛盾',
  '元旦春节',
  '清明',
  '牺牲周年',
  '七一',
  '八一',
  '烈士纪念日',
  '重阳',
  '夏送清凉',
  '冬送温暖',
  '老干部走访',
  '困难走访',
  '困难救助',
  '派驻看望',
  '急难任务',
  '新任职',
  '退休',
  '处分后回访',
  '澄清后回访',
  '休假',
  '体检',
  '疗休养',
  '临终关怀',
  '其他',
] as const
export const Occasion = z.enum(occasions)
export type Occasion = z.infer<typeof Occasion>

/** What is offered for an occasion: its side, the measure that it fulfils, and one character that stands for it. */
interface Offered {
  readonly dimension: CareDimension
  readonly measure: CareMeasureKey | null
  readonly stamp: string
}
const offered = (stamp: string, dimension: CareDimension, measure: CareMeasureKey | null = null): Offered => ({
  stamp,
  dimension,
  measure,
})
/** Measures by rule book 11, 27–30; only those that name what the occasion is about. */
export const offeredFor: Record<Occasion, Offered> = {
  生日: offered('生', '精神'),
  政治生日: offered('党', '政治'),
  住院: offered('医', '生活'),
  重大疾病: offered('医', '经济'),
  丧事: offered('丧', '精神'),
  受灾: offered('灾', '经济'),
  生育: offered('育', '生活'),
  结婚: offered('婚', '生活'),
  家庭矛盾: offered('家', '精神', 'life-4'),
  元旦春节: offered('节', '经济', 'life-7'),
  牺牲周年: offered('烈', '政治', 'life-8'),
  清明: offered('烈', '政治', 'life-8'),
  七一: offered('党', '政治', 'life-7'),
  八一: offered('军', '政治'),
  烈士纪念日: offered('烈', '政治', 'life-8'),
  重阳: offered('老', '精神', 'life-6'),
  夏送清凉: offered('凉', '生活'),
  冬送温暖: offered('暖', '生活'),
  老干部走访: offered('老', '生活', 'life-6'),
  困难走访: offered('困', '经济', 'life-7'),
  困难救助: offered('助', '经济', 'life-7'),
  派驻看望: offered('驻', '生活'),
  急难任务: offered('急', '生活'),
  新任职: offered('任', '精神'),
  退休: offered('退', '精神', 'life-6'),
  处分后回访: offered('访', '精神'),
  澄清后回访: offered('访', '政治', 'work-3'),
  休假: offered('休', '生活'),
  体检: offered('检', '生活', 'life-2'),
  疗休养: offered('养', '生活', 'life-1'),
  临终关怀: offered('终', '精神', 'life-9'),
  其他: offered('访', '生活'),
}
