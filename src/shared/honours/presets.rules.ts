import type { AuthorityNature, HonourKind, HonourLevel } from './honours.data'

const kinds: readonly (readonly [RegExp, HonourKind])[] = [
  [/出彩型/, '出彩型'],
  [/一等功/, '一等功'],
  [/二等功/, '二等功'],
  [/三等功/, '三等功'],
  [/嘉奖/, '嘉奖'],
  [/纪念章|纪念奖章|纪念证书/, '纪念章'],
  [/共产党员|党务|党支部|党组织|党员/, '党内表彰'],
  [/人民满意的公务员|荣誉称号/, '称号'],
  [/劳动模范|劳模|先进|模范|标兵|榜样|能手|五一|三八|五四|十佳|优秀/, '先模'],
]

/** Which kind the words of an honour speak of. A preset that an officer sees and may change. */
export const kindFromName = (name: string): HonourKind =>
  kinds.find(([words]) => words.test(name))?.[1] ?? (/^授予.+称号$/.test(name) ? '称号' : '其他')

const levels: readonly (readonly [RegExp, HonourLevel])[] = [
  [/^全国|中央|国务院|国家|最高人民/, '国家'],
  [/省|自治区|中共[一-龥]{1,4}省委/, '省'],
  [/区|县|旗/, '区'],
  [/市/, '市'],
  [/党委|党组|党工委|镇|街道|局|委员会|学校|医院|公司/, '单位'],
]

/** How high the authority stands by its name, or the honour where the authority is not told. A preset. */
export const levelFrom = (authority: string, name: string): HonourLevel =>
  (authority !== '' ? levels.find(([words]) => words.test(authority)) : undefined)?.[1] ??
  levels.slice(0, 4).find(([words]) => words.test(name))?.[1] ??
  '区'

/** What the authority is by its name. A preset. */
export function natureFrom(authority: string): AuthorityNature {
  const isParty = /(?:中共.*委(?:员会)?|[省市区县]委)(?:$|[、和])/.test(authority)
  const isGovernment = /政府/.test(authority)
  if (isParty && isGovernment) return '党委政府'
  if (isParty) return '党委'
  if (isGovernment) return '政府'
  if (/组织部|宣传部|统战部|政法委|纪委|委办/.test(authority)) return '党委部门'
  if (/人大|政协/.test(authority)) return '人大政协'
  if (/总工会|工会|团委|妇联|科协|工商联/.test(authority)) return '群团'
  if (/军区|人武部|部队/.test(authority)) return '军队'
  if (/学校|医院|中心|学院/.test(authority)) return '事业单位'
  return /局|委员会|厅/.test(authority) ? '政府部门' : '其他'
}
