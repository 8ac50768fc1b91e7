import type { Cadre } from '../../shared/cadres/cadres'
import { dayText, monthAt, yearOf } from './months'
import type { Place } from './places'
import type { Random } from './random'

type TrainingRow = Cadre['training'][number]

const courses: readonly (readonly [kind: string, name: string, days: number])[] = [
  ['在职岗位培训', '领导干部专题研讨班', 5],
  ['在职岗位培训', '科级干部进修班', 30],
  ['任职培训', '新任职干部培训班', 10],
  ['专门业务培训', '基层治理能力提升班', 5],
  ['专门业务培训', '乡村振兴专题培训班', 4],
  ['在职岗位培训', '党的创新理论学习班', 3],
  ['其他培训', '网络学院必修课程', 6],
]
/** Hours that a day of training counts. */
const hoursADay = 8

/** Courses of the last five years, oldest first. */
export function trainingOf(random: Random, workStart: number, end: number, place: Place): TrainingRow[] {
  const last = yearOf(end)
  const first = Math.max(yearOf(workStart) + 1, last - 4)
  const rows: TrainingRow[] = []
  for (let year = first; year <= last; year += 1) {
    if (!random.chance(0.62)) continue
    const month = monthAt(year, random.int(1, 12))
    if (month >= end - 2) continue
    const [kind, name, days] = random.pick(courses)
    const isMonth = days > 28
    const begin = random.int(1, isMonth ? 28 : 29 - days)
    rows.push({
      kind,
      name: `${year}年${place.name}${name}`,
      organiser: `中共${place.name}委组织部`,
      institution: `中共${place.name}委党校`,
      from: dayText(month, begin),
      to: isMonth ? dayText(month + 1, begin) : dayText(month, begin + days - 1),
      days,
      hours: days * hoursADay,
    })
  }
  return rows
}
