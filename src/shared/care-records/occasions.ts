import * as z from 'zod'

/** What somebody was cared for on the occasion of. A rule asks for one or more of them; a record says one. */
const occasions = [
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
  '七一',
  '八一',
  '烈士纪念日',
  '重阳',
  '夏送清凉',
  '冬送温暖',
  '老干部走访',
  '困难走访',
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

/** The four sides of the whole. Source: rule book 11, item 2. */
const dimensions = ['政治', '生活', '精神', '经济'] as const
export const Dimension = z.enum(dimensions)
export type Dimension = z.infer<typeof Dimension>
