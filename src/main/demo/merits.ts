import type { PunishmentRow, RewardRow, YearlyAssessment } from '../../shared/cadres/cadres'
import { dayText, monthAt, monthText, yearOf } from './months'
import type { Place } from './places'
import type { Random } from './random'

/** Yearly assessments began with the regulation of 1993. */
const firstYear = 1994
/** Rewards of old times are seldom on the form. */
const rewardsSince = 2012

export interface Merits {
  readonly assessments: readonly YearlyAssessment[]
  readonly rewards: readonly RewardRow[]
  readonly punishments: readonly PunishmentRow[]
}

const titles = [
  '优秀共产党员',
  '先进工作者',
  '优秀党务工作者',
  '担当作为好干部',
  '乡村振兴先进个人',
  '平安建设先进个人',
  '优秀公务员',
  '劳动模范',
]

const faults: readonly (readonly [kind: PunishmentRow['kind'], name: string, reason: string])[] = [
  ['党纪处分', '党内警告', '落实中央八项规定精神不到位'],
  ['党纪处分', '党内警告', '履行管理职责不力'],
  ['党纪处分', '党内严重警告', '违规发放津补贴'],
  ['政务处分', '警告', '工作失职'],
  ['政务处分', '记过', '违反工作纪律'],
  ['政务处分', '记大过', '监管不力造成不良影响'],
  ['诫勉', '诫勉', '工作推进不力'],
  ['组织处理', '调整职务', '不适宜担任现职'],
]

/** Punishments in the year of which no grade is given. Source: rule book 1C. */
const ungraded: ReadonlySet<string> = new Set(['党内严重警告', '记过', '记大过'])

/** The year by March of which the assessments of the year before are decided. */
const lastAssessed = (now: number): number => Math.floor((now - 3) / 12) - 1

/**
 * Assessments of every year since work began, the rewards that follow from them, and now and then a punishment in the
 * year of which nobody is 优秀. Source: rule book 1B and 1C.
 */
export function meritsOf(
  random: Random,
  {
    workStart,
    end,
    now,
    place,
    isCivil,
  }: { workStart: number; end: number; now: number; place: Place; isCivil: boolean },
): Merits {
  const good = isCivil ? '称职' : '合格'
  const last = end < now ? yearOf(end) - 1 : lastAssessed(now)
  const first = Math.max(firstYear, yearOf(workStart) + 1)
  const punishments: PunishmentRow[] = []
  const council = `中共${place.name}委、${place.name}人民政府`
  if (random.chance(0.035) && last - 2 >= first) {
    const on = dayText(monthAt(random.int(Math.max(first, last - 7), last), random.int(1, 12)), random.int(1, 28))
    const [kind, name, reason] = random.pick(faults)
    const authority = kind === '组织处理' || kind === '诫勉' ? `中共${place.name}委` : `${place.name}纪委监委`
    const number = `${place.short}纪〔${on.slice(0, 4)}〕${random.int(1, 90)}号`
    punishments.push({
      kind,
      name,
      on,
      authority,
      documentNumber: number,
      reason,
      influenceUntil: null,
      revokedOn: null,
    })
  }
  const faultYear = Number(punishments[0]?.on?.slice(0, 4) ?? 0)
  const assessments: YearlyAssessment[] = []
  const rewards: RewardRow[] = []
  const keen = 0.06 + random.next() * random.next() * 0.5
  let streak = 0
  for (let year = first; year <= last; year += 1) {
    const excellent = year !== faultYear && random.chance(keen)
    const isOpen = year === faultYear && ungraded.has(punishments[0]?.name ?? '')
    assessments.push({ year, grade: excellent ? '优秀' : isOpen ? '不定等次' : good })
    streak = excellent ? streak + 1 : 0
    if (!excellent || year < rewardsSince) continue
    const on = monthAt(year + 1, random.int(2, 3))
    if (streak === 3) rewards.push({ on: monthText(on), authority: council, name: '记三等功' })
    else rewards.push({ on: monthText(on), authority: council, name: '嘉奖' })
    streak %= 3
  }
  if (random.chance(0.12) && last > first + 3) {
    const on = monthAt(random.int(Math.max(first + 2, rewardsSince), last), 7)
    rewards.push({
      on: monthText(on),
      authority: `中共${place.name}委`,
      name: `授予“${place.name}${random.pick(titles)}”称号`,
    })
  }
  rewards.sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : 1))
  return { assessments, rewards, punishments }
}
