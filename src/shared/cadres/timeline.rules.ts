import { daysOf } from '../dates/add-months'
import { monthsOf, type PartialDate, showDate } from '../dates/partial-date'
import { type Influence, influenceOf } from '../restrictions/restrictions.rules'
import type { Cadre, PunishmentRow } from './cadres'
import { type RetirementOverride, retirementMonths, retirementOf, SOON_MONTHS } from './retirement.rules'
import { type TimelineEntry, timelineEntry } from './timeline'

const some = (...parts: readonly string[]): string => parts.filter(part => part !== '').join('，')

/** The form's cell holds both, so a reward's row that came out of it may be a punishment. */
export const isPunishment = (name: string): boolean =>
  /警告|记过|记大过|降级|降职|撤职|撤销党内|留党察看|开除|诫勉|处分|责令辞职/.test(name)

const beginnings = ({ workStart, partyJoined }: Cadre): TimelineEntry[] => [
  ...(workStart ? [timelineEntry({ id: 'work', kind: '经历', stamp: '工', title: '参加工作', on: workStart })] : []),
  ...(partyJoined ? [timelineEntry({ id: 'party', kind: '经历', stamp: '党', title: '入党', on: partyJoined })] : []),
]

const posts = (cadre: Cadre): TimelineEntry[] =>
  cadre.posts.map(({ unitName, title, level, role, status, appointedOn, appointedBy, removedOn }, row) =>
    timelineEntry({
      id: `post-${row}`,
      kind: '职务',
      stamp: '任',
      title: `${unitName}${title}` || '（没有写职务）',
      detail: some(role === '兼职' ? '兼职' : '', level, appointedBy),
      on: appointedOn,
      until: appointedOn && removedOn,
      // What is held now lasts; nobody knows until when.
      state: status === '在任' && removedOn === null ? 'today' : null,
      tab: 'posts',
    }),
  )

const education = (cadre: Cadre): TimelineEntry[] =>
  cadre.education.map(({ kind, education: level, degree, school, major, from, to }, row) =>
    timelineEntry({
      id: `education-${row}`,
      kind: '学历',
      stamp: '学',
      title: `${kind}${some(level, degree)}`,
      detail: `${school}${major}`,
      on: from ?? to,
      until: from && to,
      tab: 'education',
    }),
  )

const training = (cadre: Cadre): TimelineEntry[] =>
  cadre.training.map(({ name, kind, organiser, from, to, days }, row) =>
    timelineEntry({
      id: `training-${row}`,
      kind: '培训',
      stamp: '训',
      title: name || kind || '培训',
      detail: some(organiser, days === null ? '' : `${days} 天`),
      on: from ?? to,
      until: from && to !== from ? to : null,
      tab: 'training',
    }),
  )

const rewards = (cadre: Cadre): TimelineEntry[] =>
  cadre.rewards.map(({ on, authority, name }, row) => {
    const bad = isPunishment(name)
    return timelineEntry({
      id: `reward-${row}`,
      kind: '奖惩',
      stamp: bad ? '处' : '奖',
      title: name || '（没有写名称）',
      on,
      detail: authority,
      side: bad ? 'strict' : 'care',
      tab: 'rewards',
    })
  })

const assessments = (cadre: Cadre): TimelineEntry[] =>
  cadre.assessments.map(({ year, grade }, row) =>
    timelineEntry({
      id: `assessment-${row}`,
      kind: '考核',
      stamp: '考',
      title: `${year} 年度考核${grade}`,
      on: String(year) as PartialDate,
      tab: 'assessments',
    }),
  )

const DAY_MS = 86_400_000
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS

/** What a running influence period means, said once for all kinds. Source: rule book 2C, 考察/职级. */
const bars = '期内不列为考察对象、不晋升职级'

function noticeOf({ name, on }: PunishmentRow, { lastDay }: Influence, now: string): TimelineEntry['notice'] {
  const title = `${name}影响期内`.slice(0, 40)
  const from = on ? `${showDate(on)} 至 ` : '至 '
  const left = daysBetween(now, lastDay.latest) + 1
  const least = daysBetween(now, lastDay.earliest) + 1
  if (least < 1)
    return {
      title: `${name}影响期可能未满`.slice(0, 40),
      words: `决定时间没有写到日，最迟 ${showDate(lastDay.latest)} 期满。${bars}。`,
    }
  const days = least === left ? `还有 ${left} 天` : `还有 ${least} 至 ${left} 天`
  return { title, words: `${from}${showDate(lastDay.latest)}，${days}。${bars}。` }
}

const stamps: Record<PunishmentRow['kind'], string> = {
  党纪处分: '处',
  政务处分: '处',
  组织处理: '组',
  诫勉: '诫',
  其他: '处',
}

/** Ended measures stay in the file as history and are no bar any more. Source: rule book 2D. */
function punishments(cadre: Cadre, on: PartialDate): TimelineEntry[] {
  const now = daysOf(on).earliest
  return cadre.punishments.map((row, place) => {
    const influence = influenceOf(row)
    const runs = influence !== undefined && now <= influence.lastDay.latest
    const period = influence ? `影响期至 ${showDate(influence.lastDay.latest)}${runs ? '' : '，已满'}` : ''
    return timelineEntry({
      id: `punishment-${place}`,
      kind: '奖惩',
      stamp: stamps[row.kind],
      title: row.name || row.kind,
      detail: some(row.authority, row.revokedOn ? `${showDate(row.revokedOn)} 撤销` : period),
      on: row.on,
      until: influence?.lastDay.latest ?? null,
      side: 'strict',
      state: runs ? 'today' : influence || row.revokedOn ? 'done' : null,
      notice: runs ? noticeOf(row, influence, now) : null,
      basis: influence?.basis ?? null,
      tab: 'rewards',
    })
  })
}

/** 到龄: when the age is reached, with its basis. Nothing here retires anybody. */
function retirement(cadre: Cadre, on: PartialDate, override?: RetirementOverride): TimelineEntry[] {
  const reached = retirementOf(cadre, override)
  const months = retirementMonths(reached)
  if (reached.kind === 'unknown' || months === undefined) return []
  const { basis } = reached
  const { first: earliest, last: latest } = months
  const age = reached.kind === 'decided' ? '组织认定' : reached.age
  const left = monthsOf(earliest).earliest - monthsOf(on).latest
  const soon = left < 0 ? '已过这个月' : left <= SOON_MONTHS ? `还有 ${left} 个月` : ''
  return [
    timelineEntry({
      id: 'retirement',
      kind: '到龄',
      stamp: '龄',
      title: '到退休年龄',
      detail: some(age, earliest === latest ? '' : `最迟 ${showDate(latest)}`, soon),
      on: earliest,
      side: 'strict',
      state: left < 0 ? 'late' : left <= SOON_MONTHS ? 'soon' : null,
      basis,
    }),
  ]
}

/**
 * What the file itself tells, as of a day. The résumé is drawn from its own rows and is not among it.
 * @param override the month of retirement that the organisation has set
 */
export const fileEntries = (cadre: Cadre, on: PartialDate, override?: RetirementOverride): TimelineEntry[] => [
  ...beginnings(cadre),
  ...posts(cadre),
  ...education(cadre),
  ...training(cadre),
  ...rewards(cadre),
  ...punishments(cadre, on),
  ...assessments(cadre),
  ...(cadre.status === '在职' || cadre.status === '挂职' ? retirement(cadre, on, override) : []),
]
