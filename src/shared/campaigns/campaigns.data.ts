import * as z from 'zod'
import { Day } from '../dates/add-months'
import { line } from '../text'

/** The way of a campaign, from the call to the honouring. Source: inventory 35. */
export const stages = ['发动', '推荐', '核查', '评审', '公示', '决定', '表彰'] as const
export const Stage = z.enum(stages)
export type Stage = z.infer<typeof Stage>
export const stageNumber = (stage: Stage): number => stages.indexOf(stage)

/** What is looked for in a deed. Source: inventory 25. */
export const deedTags = ['敢担当', '有激情', '善攻坚', '能成事'] as const
export const DeedTag = z.enum(deedTags)
export type DeedTag = z.infer<typeof DeedTag>

/** The ten jobs of a campaign, word for word. Source: inventory 38. */
export const tenActions = [
  { key: 'naming', title: '召开一次命名大会' },
  { key: 'commendation', title: '印发一份表扬决定' },
  { key: 'film', title: '拍摄一部专题片' },
  { key: 'album', title: '出版一套风采录' },
  { key: 'tour', title: '组织一轮先进事迹巡回报告' },
  { key: 'reports', title: '开展一次系列报道' },
  { key: 'models', title: '推出一批先进典型' },
  { key: 'retreat', title: '安排一次疗养' },
  { key: 'promotion', title: '提拔一批好干部' },
  { key: 'clarification', title: '举行一次澄清正名大会' },
] as const
export const ActionKey = z.enum(tenActions.map(({ key }) => key))
export type ActionKey = z.infer<typeof ActionKey>

/** A brand with what it looks for. Source: inventory 35 and 40; what the others are called the unit says. */
export const Brand = z.object({
  key: z.string().regex(/^[a-z0-9-]{1,36}$/),
  title: line(40).min(1),
  /** What the honour is called that a person or a team gets; empty where the brand honours none of that kind. */
  personHonour: line(80),
  teamHonour: line(80),
  criteria: z.array(line(300).min(1)).max(30),
  on: z.boolean(),
})
export type Brand = z.infer<typeof Brand>

export const CampaignSettings = z.object({
  brands: z.array(Brand).min(1).max(30),
  /** Whose opinion is asked about nominees; the first has to have answered before the panel meets. */
  organs: z.array(line(30).min(1)).min(1).max(20),
  /** Since when the present team holds office: what was honoured since is asked for in one step. */
  termFrom: Day.nullable().default(null),
})
export type CampaignSettings = z.infer<typeof CampaignSettings>

/** As it ships. The criteria are the four traits and the three 实; a unit writes its own. Source: inventory 16, 25, 40. */
export const shippedSettings: CampaignSettings = {
  brands: [
    {
      key: 'chucai',
      title: '出彩型',
      personHonour: '“出彩型”好干部',
      teamHonour: '“出彩型”好团队',
      criteria: ['敢担当、有激情、善攻坚、能成事', '实在、实干、有实绩，群众公认'],
      on: true,
    },
    {
      key: 'family',
      title: '出彩人家',
      personHonour: '',
      teamHonour: '“出彩人家”',
      criteria: [],
      on: true,
    },
    {
      key: 'office',
      title: '出彩机关人',
      personHonour: '“出彩机关人”',
      teamHonour: '',
      criteria: [],
      on: true,
    },
  ],
  organs: ['纪检监察', '公安', '生态环境', '卫健', '税务'],
  termFrom: null,
}
