import type { UnitKind } from './units.data'

/** How units of the tree are grouped, and what they are. */
export interface UnitGroup {
  readonly title: string
  readonly units: readonly (readonly [kind: UnitKind, name: string])[]
}

/** In names ◇ stands for the place's name. */
const of = (kind: UnitKind, text: string): (readonly [UnitKind, string])[] =>
  text
    .trim()
    .split(/\s+/)
    .map(name => [kind, name] as const)

const teams = [
  ...of('committee', '中共◇委员会'),
  ...of('congress', '◇人大常委会'),
  ...of('government', '◇人民政府'),
  ...of('cppcc', '◇政协'),
]
const law = [...of('discipline', '◇纪委监委'), ...of('court', '◇人民法院'), ...of('procuratorate', '◇人民检察院')]
const offices = `◇委组织部 ◇委办公室 ◇委宣传部 ◇委统战部 ◇委政法委员会 ◇委社会工作部 ◇委机构编制委员会办公室 ◇直属机关工作委员会
  ◇委党校 ◇委巡察工作领导小组办公室 ◇档案馆`
const bureaus = `◇民政局 ◇发展和改革局 ◇水利局 ◇信访局 ◇教育和体育局 ◇行政审批服务局 ◇财政局 ◇人力资源和社会保障局 ◇工业和信息化局
  ◇司法局 ◇自然资源局 ◇住房和城乡建设局 ◇交通运输局 ◇农业农村局 ◇商务局 ◇文化和旅游局 ◇卫生健康局 ◇退役军人事务局
  ◇应急管理局 ◇审计局 ◇统计局 ◇医疗保障局 ◇林业和草原局 ◇生态环境局 ◇园林绿化局`
const masses = '◇总工会 共青团◇委员会 ◇妇女联合会 ◇科学技术协会 ◇工商业联合会 ◇残疾人联合会 ◇红十字会'

export const districtGroups: readonly UnitGroup[] = [
  { title: '领导班子', units: teams },
  { title: '党委部门', units: of('party', offices) },
  {
    title: '政府部门',
    units: [
      ...of('bureau', bureaus),
      ...of('enforcement', '◇市场监督管理局 ◇综合行政执法局'),
      ...of('police', '◇公安分局'),
    ],
  },
  { title: '纪检政法机关', units: law },
  { title: '群团组织', units: of('mass', masses) },
  { title: '镇街', units: [] },
  {
    title: '事业单位',
    units: [
      ...of('school', '◇第一中学'),
      ...of('hospital', '◇人民医院'),
      ...of('institution', '◇公共资源交易中心 ◇大数据中心 ◇融媒体中心 ◇农业技术推广中心'),
      ...of('school', '◇第二中学 ◇实验小学'),
      ...of('hospital', '◇中医院 ◇妇幼保健院'),
      ...of('institution', '◇投资促进中心 ◇数字化城市运行中心 ◇水利工程服务中心'),
    ],
  },
  { title: '国有企业', units: of('company', '◇城市建设投资有限公司 ◇水务有限公司 ◇文化旅游发展有限公司') },
]

const cityBureaus = `${bureaus} ◇科学技术局 ◇国有资产监督管理委员会 ◇体育局 ◇机关事务服务局 ◇地方金融管理局 ◇城乡水务局`
export const cityGroups: readonly UnitGroup[] = [
  { title: '领导班子', units: teams },
  { title: '党委部门', units: of('party', `${offices} ◇委老干部局 ◇委党史研究院`) },
  {
    title: '政府部门',
    units: [
      ...of('bureau', cityBureaus),
      ...of('enforcement', '◇市场监督管理局 ◇城市管理局'),
      ...of('police', '◇公安局'),
    ],
  },
  { title: '纪检政法机关', units: law },
  { title: '群团组织', units: of('mass', `${masses} ◇文学艺术界联合会 ◇归国华侨联合会`) },
  {
    title: '事业单位',
    units: [
      ...of('school', '◇第一高级中学 ◇实验学校 ◇职业中等专业学校'),
      ...of('hospital', '◇人民医院 ◇中心医院 ◇中医医院'),
      ...of('institution', '◇广播电视台 ◇住房公积金管理中心 ◇公共资源交易中心 ◇农业科学院 ◇勘察设计院'),
    ],
  },
  { title: '国有企业', units: of('company', '◇城市投资集团 ◇水务集团 ◇公交集团 ◇产业发展集团 ◇文旅集团') },
]

/** Unlike its sisters: head and deputies of a unit by its name, in place of 主任 and 副主任 or 主席 and 副主席. */
export const headsOf: readonly (readonly [name: RegExp, head: string, deputy: string])[] = [
  [/(组织|宣传|统战|社会工作)部$/, '常务副部长', '副部长'],
  [/政法委员会$/, '常务副书记', '副书记'],
  [/工作委员会$/, '书记', '副书记'],
  [/党校$/, '常务副校长', '副校长'],
  [/档案馆$/, '馆长', '副馆长'],
  [/老干部局$/, '局长', '副局长'],
  [/研究院$|农业科学院$|勘察设计院$/, '院长', '副院长'],
  [/^共青团/, '书记', '副书记'],
  [/总工会$|联合会$|协会$/, '主席', '副主席'],
  [/红十字会$/, '常务副会长', '副会长'],
  [/广播电视台$/, '台长', '副台长'],
  [/监督管理委员会$/, '主任', '副主任'],
]

/** People without a leading post that a unit of this kind has, against each other. */
export const staffWeights: Readonly<Record<UnitKind, number>> = {
  committee: 0,
  congress: 4,
  government: 0,
  cppcc: 3,
  discipline: 14,
  court: 18,
  procuratorate: 14,
  party: 7,
  bureau: 9,
  police: 42,
  enforcement: 30,
  mass: 3,
  town: 20,
  street: 18,
  school: 26,
  hospital: 26,
  institution: 12,
  company: 12,
}
