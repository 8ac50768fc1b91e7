import type { ActionFacts } from '../../shared/campaigns/boards'
import type { ActionKey, DeedTag } from '../../shared/campaigns/campaigns.data'

/** Everything here is invented: places of learning, media, deeds. */
export const tourTitle = '出彩干部高校行'
export const universities = [
  '云泽大学',
  '澄州师范大学',
  '澄州理工学院',
  '云泽农业大学',
  '石桥财经学院',
  '柳湾艺术学院',
  '青石医科大学',
  '云溪职业技术学院',
  '澄江交通学院',
  '望湖体育学院',
  '澄州中医学院',
  '北泽政法学院',
  '松岭建筑大学',
] as const
export const topics = ['把论文写在田埂上', '一线最长本事', '从选调生到街道书记', '河清了，群众笑了'] as const
export const feedbacks = [
  '提问环节延长了半小时，四十多名学生留下联系方式咨询选调。',
  '学院把报告列入新生第一课。',
  '学生处建议每学期来一次。',
  '',
] as const
export const reports = [
  ['《云泽日报》', '河长的一百个清晨'],
  ['云泽广播电视台', '石桥镇的一窗通办'],
  ['《澄州党建》', '谁出彩就褒奖谁'],
  ['云泽融媒', '专班十二人'],
  ['《云泽日报》', '他把会场搬到工地'],
  ['澄州新闻网', '从高校行看干部'],
] as const
export const nominations: readonly { readonly deeds: string; readonly tags: DeedTag[]; readonly task: string }[] = [
  { deeds: '牵头云溪河整治，三个月清淤四公里，水质由五类升到三类。', tags: ['善攻坚', '能成事'], task: '三大攻坚战' },
  { deeds: '两年化解信访积案二十七件，其中十年以上的六件。', tags: ['敢担当', '善攻坚'], task: '' },
  { deeds: '引进装备制造项目三个，从签约到开工平均七十天。', tags: ['有激情', '能成事'], task: '新旧动能转换' },
  { deeds: '驻村三年，村集体收入由四万元增到三十一万元。', tags: ['有激情'], task: '乡村振兴' },
  { deeds: '老旧小区改造中入户六百余家，加装电梯十八部。', tags: ['敢担当'], task: '' },
  { deeds: '汛期连续值守二十三天，转移群众一千余人，无一伤亡。', tags: ['敢担当'], task: '' },
  { deeds: '推行“一窗通办”，企业开办时间压到半天。', tags: ['能成事'], task: '高质量发展' },
  { deeds: '牵头解决历史遗留产权问题，三百余户拿到证书。', tags: ['善攻坚'], task: '' },
]
const job = (
  state: ActionFacts['state'],
  owner: string,
  evidence: string,
  progress: string,
): Pick<ActionFacts, 'state' | 'owner' | 'evidence' | 'progress'> => ({ state, owner, evidence, progress })
/** How the ten jobs of the campaign that was decided last stand. */
export const jobs: Readonly<Record<ActionKey, ReturnType<typeof job>>> = {
  naming: job('已完成', '干部科', '“七一”命名大会', ''),
  commendation: job('已完成', '办公室', '表扬决定', ''),
  film: job('已完成', '宣传部', '专题片《出彩》', '在全区干部大会播放'),
  album: job('进行中', '研究室', '', '风采录已排版，正在校对'),
  tour: job('已完成', '干部科', '十三所高校', ''),
  reports: job('进行中', '宣传部', '', '每两周一篇'),
  models: job('已完成', '宣传部', '先进典型名单', ''),
  retreat: job('进行中', '老干部局', '', '分两批安排'),
  promotion: job('进行中', '干部科', '', '结合班子调整研究'),
  clarification: job('未开始', '干部监督科', '', ''),
}
