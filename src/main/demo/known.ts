import type { PartialDate } from '../../shared/dates/partial-date'
import { monthOf } from './months'
import type { Sex } from './names'

/** Who fills a place that is spoken for: the rest of the life is made as everybody's is. */
export interface Known {
  readonly name: string
  readonly sex: Sex
  /** In months, as everywhere here. */
  readonly birth: number
  readonly unit: string
  /** Empty for anybody without a leading post. */
  readonly title: string
}

const known = (name: string, sex: Sex, birth: string, unit: string, title: string): Known => ({
  name,
  sex,
  birth: monthOf(birth as PartialDate),
  unit: `云泽区${unit}`,
  title,
})

/** People whom the guide and the pictures speak of. None of them exist. */
export const knownPeople: readonly Known[] = [
  known('李望舒', '女', '1984-03', '石桥镇', '党委书记'),
  known('许问渠', '男', '1979-11', '信访局', '党组成员、副局长'),
  known('梁柏舟', '男', '1988-02', '石桥镇', '副镇长'),
  known('周启明', '男', '1986-07', '云溪街道', '党工委副书记'),
  known('王若谷', '男', '1968-12', '水利局', ''),
  known('赵见山', '男', '1990-05', '松岭镇', ''),
  known('孙晚晴', '女', '1981-01', '民政局', '党组成员、副局长'),
  known('何以宁', '女', '1983-09', '发展和改革局', '党组成员、副局长'),
  known('冯九皋', '男', '1975-06', '行政审批服务局', '党组书记、局长'),
  known('苏既白', '男', '1992-04', '柳湾街道', '办事处副主任'),
  known('姜怀瑾', '女', '1978-08', '教育和体育局', '党组书记、局长'),
  known('方汀兰', '女', '1987-10', '青石镇', '党委委员、组织委员'),
  known('程以宁', '男', '1973-03', '城市建设投资有限公司', '党委书记、董事长'),
  known('阿依努尔·买买提', '女', '1985-12', '人民医院', '副院长'),
  known('单雄飞', '男', '1989-06', '松岭镇', '党委副书记、镇长'),
  known('贺川', '男', '1994-01', '第一中学', ''),
]
