/** What a unit is, as far as its posts and its people's careers depend on it. */
export type UnitKind =
  | 'committee'
  | 'congress'
  | 'government'
  | 'cppcc'
  | 'discipline'
  | 'court'
  | 'procuratorate'
  | 'party'
  | 'bureau'
  | 'police'
  | 'enforcement'
  | 'mass'
  | 'town'
  | 'street'
  | 'school'
  | 'hospital'
  | 'institution'
  | 'company'

/** Levels of leading posts from 0 (none) up to 厅局级正职, by ZB09's names. */
export const levelNames = [
  '',
  '乡科级副职',
  '乡科级正职',
  '县处级副职',
  '县处级正职',
  '厅局级副职',
  '厅局级正职',
] as const

/** A post of a leading team or of a section: its title, its level from 0 to 6, how many hold it. */
export interface PostSpec {
  readonly title: string
  readonly level: number
  readonly count: number
}

/** 局长2 副局长1*3: title, level, count. */
const posts = (text: string): PostSpec[] =>
  text
    .trim()
    .split(/\s+/)
    .map(entry => {
      const [, title = '', level, count] = /^(\D+)(\d)(?:\*(\d+))?$/.exec(entry) ?? []
      return { title, level: Number(level), count: Number(count ?? 1) }
    })

/** In titles 〇 stands for 市, 区 or 县. */
export const districtPosts: Readonly<Record<UnitKind, readonly PostSpec[]>> = {
  committee: posts(
    '书记4 副书记3 常委、组织部部长3 常委、宣传部部长3 常委、统战部部长3 常委、政法委书记3 常委、纪委书记3 常委、办公室主任3',
  ),
  congress: posts('主任4 副主任3*4 办公室主任2 工作委员会主任2*4 工作委员会副主任1*3'),
  government: posts('〇长4 副〇长3*5'),
  cppcc: posts('主席4 副主席3*4 办公室主任2 专门委员会主任2*3 专门委员会副主任1*3'),
  discipline: posts('副书记、监委副主任2*2 常委、监委委员1*4 纪检监察室主任1*4'),
  court: posts('党组书记、院长3 党组成员、副院长2*3 审判庭庭长1*5'),
  procuratorate: posts('党组书记、检察长3 党组成员、副检察长2*3 检察部主任1*4'),
  party: posts('主任2 副主任1*3'),
  bureau: posts('党组书记、局长2 党组成员、副局长1*3'),
  police: posts('党委书记、局长3 党委副书记、政治委员2 党委委员、副局长1*4'),
  enforcement: posts('党组书记、局长2 党组成员、副局长1*4'),
  mass: posts('主席2 副主席1*2'),
  town: posts(
    '党委书记2 党委副书记、镇长2 人大主席2 党委副书记1 党委委员、纪委书记1 党委委员、组织委员1 党委委员、宣传委员1 党委委员、武装部部长1 副镇长1*3',
  ),
  street: posts(
    '党工委书记2 党工委副书记、办事处主任2 人大工委主任2 党工委副书记1 党工委委员、纪工委书记1 党工委委员、组织委员1 党工委委员、武装部部长1 办事处副主任1*3',
  ),
  school: posts('党总支书记、校长2 副校长1*3'),
  hospital: posts('党委书记2 党委副书记、院长2 副院长1*3'),
  institution: posts('主任2 副主任1*2'),
  company: posts('党委书记、董事长2 党委副书记、总经理2 副总经理1*2'),
}

export const cityPosts: Readonly<Record<UnitKind, readonly PostSpec[]>> = {
  committee: posts(
    '书记6 副书记5 常委、组织部部长5 常委、宣传部部长5 常委、统战部部长5 常委、政法委书记5 常委、纪委书记5 常委、秘书长5 副秘书长4*3',
  ),
  congress: posts('主任6 副主任5*5 秘书长4 专门委员会主任委员4*6 专门委员会副主任委员3*4 办公室副主任3'),
  government: posts('〇长6 副〇长5*6 秘书长4 副秘书长4*3'),
  cppcc: posts('主席6 副主席5*6 秘书长4 专门委员会主任4*5 专门委员会副主任3*4'),
  discipline: posts('副书记、监委副主任4*3 常委、监委委员3*5 纪检监察室主任2*8 纪检监察室副主任1*8'),
  court: posts('党组书记、院长5 党组成员、副院长3*4 审判庭庭长2*8 审判庭副庭长1*8'),
  procuratorate: posts('党组书记、检察长5 党组成员、副检察长3*4 检察部主任2*6 检察部副主任1*6'),
  party: posts('主任4 副主任3*3 综合科科长2 一科科长2 二科科长2 三科科长2 综合科副科长1 一科副科长1 二科副科长1'),
  bureau: posts(
    '党组书记、局长4 党组成员、副局长3*4 办公室主任2 人事科科长2 法规科科长2 规划财务科科长2 业务科科长2*2 办公室副主任1 人事科副科长1 业务科副科长1*2',
  ),
  police: posts('党委副书记、政治委员4 党委委员、副局长3*5 支队支队长2*10 支队副支队长1*12'),
  enforcement: posts('党组书记、局长4 党组成员、副局长3*4 支队支队长2*5 支队副支队长1*6'),
  mass: posts('主席4 副主席3*3 办公室主任2 组织部部长2 宣传部部长2 办公室副主任1'),
  town: [],
  street: [],
  school: posts('党委书记3 党委副书记、校长3 副校长2*3'),
  hospital: posts('党委书记3 党委副书记、院长3 副院长2*4'),
  institution: posts('党组书记、主任4 副主任3*2 综合科科长2 业务科科长2*3 综合科副科长1*2'),
  company: posts('党委书记、董事长4 党委副书记、总经理4 副总经理3*3 党委委员、总会计师3'),
}

/** Titles of those without a leading post, by how far they have come; from June 2019 on civil servants bear their rank. */
export const staffTitles: Readonly<Record<UnitKind, readonly string[]>> = {
  committee: [],
  congress: ['科员', '干事'],
  government: [],
  cppcc: ['科员', '干事'],
  discipline: ['科员', '干事'],
  court: ['书记员', '助理审判员', '审判员'],
  procuratorate: ['书记员', '助理检察员', '检察员'],
  party: ['科员', '干事', '综合科科员'],
  bureau: ['科员', '办公室科员', '业务科室科员'],
  police: ['民警', '派出所民警', '派出所副所长', '中队指导员'],
  enforcement: ['执法队员', '科员', '中队副中队长'],
  mass: ['科员', '干事'],
  town: ['科员', '党政办公室科员', '经济发展办公室科员', '团委书记', '农业综合服务站站长'],
  street: ['科员', '党政办公室科员', '社区建设办公室科员', '团工委书记'],
  school: ['教师', '教师、班主任', '教研组组长', '年级主任', '教务处副主任', '教务处主任'],
  hospital: ['医师', '医师', '科室副主任', '科室主任', '医务科科长'],
  institution: ['职员', '业务科室职员', '综合科副科长', '综合科科长'],
  company: ['职员', '业务主管', '综合部副经理', '综合部经理'],
}
