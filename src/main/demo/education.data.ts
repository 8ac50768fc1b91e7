/** A course of study: the faculty, the subject, and the field that its degree is named after. */
export interface Subject {
  readonly faculty: string
  readonly major: string
  readonly field: string
}
const subjects = (text: string): readonly Subject[] =>
  text
    .trim()
    .split(/\s+/)
    .map(entry => {
      const [faculty = '', major = '', field = ''] = entry.split('/')
      return { faculty, major, field }
    })

export const common = subjects(`
  法学院/法学/法学 文学院/汉语言文学/文学 经济学院/经济学/经济学 管理学院/行政管理/管理学 管理学院/会计学/管理学
  管理学院/公共事业管理/管理学 信息学院/计算机科学与技术/工学 土木学院/土木工程/工学 农学院/农学/农学
  水利学院/水利水电工程/工学 环境学院/环境工程/工学 数学学院/数学与应用数学/理学 历史学院/历史学/历史学
  政治学院/政治学与行政学/法学 社会学院/社会学/法学 新闻学院/新闻学/文学 经济学院/财政学/经济学 机电学院/机械工程/工学`)
export const medical = subjects('临床学院/临床医学/医学 护理学院/护理学/理学 药学院/药学/理学 中医学院/中医学/医学')
export const teaching = subjects(`
  文学院/汉语言文学/文学 数学学院/数学与应用数学/理学 外语学院/英语/文学 物理学院/物理学/理学 历史学院/历史学/历史学
  教育学院/教育学/教育学`)
export const police = subjects('侦查系/侦查学/法学 治安系/治安学/法学')

/** Subjects of schools below a university have no faculty. */
export const shortSubjects = [
  '财会',
  '文秘',
  '农学',
  '法律',
  '经济管理',
  '机电',
  '统计',
  '计算机应用',
  '行政管理',
  '工民建',
]
/** Taken beside one's work at a party school. */
export const partySubjects = ['经济管理', '法律', '行政管理', '政治学', '公共管理', '党史党建', '领导科学']

export const specialities = [
  '党务工作',
  '经济管理',
  '农业农村工作',
  '城市建设管理',
  '法律事务',
  '财务管理',
  '文字综合',
  '项目建设',
  '基层治理',
  '教育管理',
  '卫生健康管理',
  '信息化建设',
]
