import * as z from 'zod'
import type { Basis } from '../basis/basis'

/** The four groups of the 29 measures, with what each promises. Source: rule book §11, 27–30. */
export const careGroupTitles = {
  政治上: '真情关怀',
  事业上: '关心激励',
  工作上: '宽容包容',
  生活上: '真情帮扶',
} as const
export const CareGroup = z.enum(['政治上', '事业上', '工作上', '生活上'])
export type CareGroup = z.infer<typeof CareGroup>

/** 从政治上、生活上、精神上、经济上. Source: rule book §11, 2. */
export const CareDimension = z.enum(['政治', '生活', '精神', '经济'])
export type CareDimension = z.infer<typeof CareDimension>

/** How often a measure is taken stock of. */
export const CarePeriod = z.enum(['年度', '半年', '季度', '月度', '随时'])
export type CarePeriod = z.infer<typeof CarePeriod>

/** The same for ever: records refer to a measure by its key. The last three are places that a unit names. */
export const CareMeasureKey = z.enum([
  'political-1',
  'political-2',
  'political-3',
  'political-4',
  'political-5',
  'political-6',
  'political-7',
  'political-8',
  'career-1',
  'career-2',
  'career-3',
  'career-4',
  'career-5',
  'work-1',
  'work-2',
  'work-3',
  'work-4',
  'life-1',
  'life-2',
  'life-3',
  'life-4',
  'life-5',
  'life-6',
  'life-7',
  'life-8',
  'life-9',
  'own-1',
  'own-2',
  'own-3',
])
export type CareMeasureKey = z.infer<typeof CareMeasureKey>

export interface ShippedCareMeasure {
  readonly key: CareMeasureKey
  /** null for the places that a unit names: which group they belong to is not known either. */
  readonly group: CareGroup | null
  /** Empty for a place that a unit names. */
  readonly title: string
  /** A default that nothing prescribes; a unit sets its own. */
  readonly dimension: CareDimension
  readonly period: CarePeriod
  readonly basis: Basis
  /** Where in the application it is carried out; null where it is kept on paper alone. */
  readonly page: string | null
}

const open: Basis = { source: '依据和文号由本单位填写', status: 'UNKNOWN' }
const partyAid: Basis = { source: '党内关怀帮扶办法（2019年）', status: 'MEMORY' }

const named = (
  key: CareMeasureKey,
  group: CareGroup,
  title: string,
  dimension: CareDimension,
  { period = '年度', basis = open, page = null }: Partial<Pick<ShippedCareMeasure, 'period' | 'basis' | 'page'>> = {},
): ShippedCareMeasure => ({ key, group, title, dimension, period, basis, page })

const unnamed = (key: CareMeasureKey): ShippedCareMeasure => ({
  key,
  group: null,
  title: '',
  dimension: '生活',
  period: '年度',
  basis: open,
  page: null,
})

/**
 * The 29 measures as they ship: 26 that are named in the source, and three places for what it does not name. Dimension and
 * period are defaults of this application. Source: rule book §11, 26–30; bases §2C, §5A, §6, §7, §8.
 */
export const shippedCareMeasures: readonly ShippedCareMeasure[] = [
  named('political-1', '政治上', '提供学习机会', '政治'),
  named('political-2', '政治上', '搭建党性教育平台', '政治'),
  named('political-3', '政治上', '保持健康同志关系', '精神', { period: '随时' }),
  named('political-4', '政治上', '拓宽表达意见渠道', '政治', { period: '随时' }),
  named('political-5', '政治上', '保障党代表权利', '政治'),
  named('political-6', '政治上', '落实谈心谈话制度', '精神', {
    basis: { source: '谈心谈话制度', status: 'CONFIRMED(S)' },
    page: '/interviews',
  }),
  named('political-7', '政治上', '授予光荣在党政治荣誉', '政治', {
    basis: { source: '“光荣在党50年”纪念章颁发办法（2021年）', status: 'CONFIRMED(S)' },
  }),
  named('political-8', '政治上', '大力褒奖表彰先模榜样', '精神'),

  named('career-1', '事业上', '树立正确用人导向', '政治'),
  named('career-2', '事业上', '强化实践锻炼', '政治'),
  named('career-3', '事业上', '抓好教育培训', '政治'),
  named('career-4', '事业上', '加强基层力量', '政治', { page: '/care/grassroots' }),
  named('career-5', '事业上', '提高基层待遇', '经济', { page: '/care/grassroots' }),

  named('work-1', '工作上', '完善容错纠错机制', '政治', { period: '随时' }),
  named('work-2', '工作上', '精准规范问责', '政治', { period: '随时' }),
  named('work-3', '工作上', '大力澄清保护', '精神', {
    period: '随时',
    basis: { source: '纪检监察机关处理检举控告工作规则（2020年）', status: 'CONFIRMED(S)' },
  }),
  named('work-4', '工作上', '减轻基层负担', '精神', { period: '月度', page: '/care/grassroots' }),

  named('life-1', '生活上', '安排疗休养', '生活', {
    basis: { source: '各地疗休养规定，没有全国标准', status: 'LOCAL' },
  }),
  named('life-2', '生活上', '健康查体', '生活', {
    basis: { source: '每年一次健康查体的通行做法', status: 'CONFIRMED(S)' },
  }),
  named('life-3', '生活上', '文体活动', '生活'),
  named('life-4', '生活上', '心理疏导', '精神', { period: '随时' }),
  named('life-5', '生活上', '基层单位生活设施保障', '生活', { page: '/care/grassroots' }),
  named('life-6', '生活上', '敬重关爱老党员老干部', '生活', { period: '季度', basis: partyAid }),
  named('life-7', '生活上', '帮扶困难党员', '经济', { period: '半年', basis: partyAid }),
  named('life-8', '生活上', '关爱因公殉职和牺牲党员家庭及因公伤残党员', '经济', { period: '半年', basis: partyAid }),
  named('life-9', '生活上', '党员临终关怀', '精神', { period: '随时' }),

  unnamed('own-1'),
  unnamed('own-2'),
  unnamed('own-3'),
]
