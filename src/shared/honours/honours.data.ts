import * as z from 'zod'

/** What kind of honour it is. Source: 公务员奖励规定 (嘉奖 to 称号); the others are named by the unit's own work. */
export const honourKinds = [
  '嘉奖',
  '三等功',
  '二等功',
  '一等功',
  '称号',
  '党内表彰',
  '先模',
  '出彩型',
  '纪念章',
  '其他',
] as const
export const HonourKind = z.enum(honourKinds)
export type HonourKind = z.infer<typeof HonourKind>

/** From the widest to the nearest. Source: inventory 37. */
export const honourLevels = ['国家', '省', '市', '区', '单位'] as const
export const HonourLevel = z.enum(honourLevels)
export type HonourLevel = z.infer<typeof HonourLevel>

/** What the approving authority is. Source: form for honours, 批准机关性质. */
export const authorityNatures = [
  '党委',
  '政府',
  '党委政府',
  '党委部门',
  '政府部门',
  '人大政协',
  '群团',
  '军队',
  '事业单位',
  '其他',
] as const
export const AuthorityNature = z.enum(authorityNatures)
export type AuthorityNature = z.infer<typeof AuthorityNature>

/** Who holds it: one person, a team with its members, or a whole unit. */
export const holders = ['person', 'team', 'unit'] as const
export const Holder = z.enum(holders)
export type Holder = z.infer<typeof Holder>
export const holderTitles: Record<Holder, string> = { person: '个人', team: '团队', unit: '单位' }

/** The ten grounds of 公务员法第五十二条, by their numbers. Status: CONFIRMED(P). */
export const honourGrounds = [
  { key: '1', title: '忠于职守、勇于担当、实绩显著' },
  { key: '2', title: '遵纪守法、廉洁奉公、模范作用突出' },
  { key: '3', title: '发明创造或者合理化建议取得显著效益' },
  { key: '4', title: '增进民族团结、维护社会稳定贡献突出' },
  { key: '5', title: '爱护公共财产、节约国家资财成绩突出' },
  { key: '6', title: '防止或者消除事故有功' },
  { key: '7', title: '抢险、救灾等特定环境中贡献突出' },
  { key: '8', title: '同违纪违法行为作斗争有功绩' },
  { key: '9', title: '对外交往中争得荣誉和利益' },
  { key: '10', title: '其他突出功绩' },
] as const
export const HonourGround = z.enum(honourGrounds.map(({ key }) => key) as [string, ...string[]])

/** Why an honour is revoked. Source: 公务员法第五十六条, CONFIRMED(P). */
export const revocationGrounds = [
  '弄虚作假，骗取奖励',
  '申报奖励时隐瞒严重错误或者严重违反规定程序',
  '有严重违纪违法等行为，影响称号声誉',
  '有法律、法规规定应当撤销奖励的其他情形',
] as const
export const RevocationGround = z.enum(revocationGrounds)
export type RevocationGround = z.infer<typeof RevocationGround>
