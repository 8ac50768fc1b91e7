import { type Basis, basisOf, type Parameter, parameterOn } from '../basis/basis'
import type { Cadre, PunishmentRow } from '../cadres/cadres'
import { type Day, type DaySpan, daysOf, periodOf } from '../dates/add-months'
import type { PartialDate } from '../dates/partial-date'

/** What a measure may bear on. Source: rule book §2C. */
export const actions = [
  '提拔',
  '进一步使用',
  '任领导职务',
  '任高于原层次',
  '职级晋升',
  '级别晋升',
  '工资档次',
  '评优',
  '选举权',
  '考察对象',
] as const
export type Action = (typeof actions)[number]

/** An action that is barred; for a time of its own where that is not the measure's. */
interface Bar {
  readonly action: Action
  /** Months from the decision on, or to the end of the year of the decision where that is later than the period. */
  readonly lasts?: number | 'year'
}
const bar = (...names: readonly Action[]): Bar[] => names.map(action => ({ action }))

type Kind = PunishmentRow['kind']
interface Length extends Parameter<number> {
  readonly kind: Kind
  /** What the name of the punishment begins with, blanks apart; the longest that fits counts. */
  readonly name: string
  readonly bars: readonly Bar[]
}

const party2023 = {
  validFrom: '2016-01-01',
  validTo: null,
  source: '中国共产党纪律处分条例第十条',
  status: 'CONFIRMED(P)',
} as const
const partyLong = {
  validFrom: '2016-01-01',
  validTo: null,
  source: '中国共产党纪律处分条例第十一条至第十三条',
  status: 'CONFIRMED(S)',
} as const
const government = {
  validFrom: '2007-06-01',
  validTo: null,
  source: '公职人员政务处分法第八条、公务员法第六十四条',
  status: 'CONFIRMED(P)',
} as const
const admonition = {
  validFrom: '2015-01-01',
  validTo: null,
  source: '组织人事部门对领导干部进行提醒、函询和诫勉的实施细则（各地口径不一）',
  status: 'CONFIRMED(S)',
} as const
const accountability = {
  validFrom: '2009-06-30',
  validTo: null,
  source: '关于实行党政领导干部问责的规定（官方问答）',
  status: 'CONFIRMED(S)',
} as const
const measures = {
  validFrom: '2021-03-19',
  validTo: null,
  source: '中国共产党组织处理规定（试行）',
  status: 'MEMORY',
} as const

const anyMeasure: readonly (Bar & Basis)[] = [
  { action: '职级晋升', source: '公务员职务与职级并行规定第二十一条', status: 'CONFIRMED(P)' },
  { action: '考察对象', source: '党政领导干部选拔任用工作条例（不得列为考察对象的情形）', status: 'CONFIRMED(S)' },
]

const used = bar('提拔', '进一步使用')
const asHigh = [...used, ...bar('任高于原层次')]
const ranks = bar('提拔', '级别晋升')
const ranksAndPay = [...ranks, ...bar('工资档次')]
const moved = bar('提拔', '进一步使用')
const removed: readonly Bar[] = [...bar('提拔', '任高于原层次'), { action: '任领导职务', lasts: 12 }]
const noVote = (months: number): Bar[] => [...asHigh, { action: '选举权', lasts: months }]

/** Months by kind, and what is barred. 留党察看 runs its own time and two years after the rights are restored. Source: rule book §2A–2C. */
const lengths: readonly Length[] = [
  { kind: '党纪处分', name: '警告', value: 12, bars: used, ...party2023 },
  { kind: '党纪处分', name: '党内警告', value: 12, bars: used, ...party2023 },
  { kind: '党纪处分', name: '严重警告', value: 18, bars: used, ...party2023 },
  { kind: '党纪处分', name: '党内严重警告', value: 18, bars: used, ...party2023 },
  { kind: '党纪处分', name: '撤销党内职务', value: 24, bars: asHigh, ...partyLong },
  { kind: '党纪处分', name: '留党察看一年', value: 36, bars: noVote(12), ...partyLong },
  { kind: '党纪处分', name: '留党察看两年', value: 48, bars: noVote(24), ...partyLong },
  { kind: '党纪处分', name: '留党察看二年', value: 48, bars: noVote(24), ...partyLong },
  { kind: '党纪处分', name: '开除党籍', value: 60, bars: asHigh, ...partyLong },
  { kind: '政务处分', name: '警告', value: 6, bars: ranks, ...government },
  { kind: '政务处分', name: '记过', value: 12, bars: ranksAndPay, ...government },
  { kind: '政务处分', name: '记大过', value: 18, bars: ranksAndPay, ...government },
  { kind: '政务处分', name: '降级', value: 24, bars: ranksAndPay, ...government },
  { kind: '政务处分', name: '撤职', value: 24, bars: ranksAndPay, ...government },
  { kind: '诫勉', name: '', value: 6, bars: [...used, { action: '评优', lasts: 'year' }], ...admonition },
  { kind: '组织处理', name: '引咎辞职', value: 24, bars: removed, ...accountability },
  { kind: '组织处理', name: '责令辞职', value: 24, bars: removed, ...accountability },
  { kind: '组织处理', name: '免职', value: 24, bars: removed, ...accountability },
  { kind: '组织处理', name: '调整职务', value: 12, bars: moved, ...measures },
  { kind: '组织处理', name: '降职', value: 24, bars: moved, ...measures },
]

export interface Influence {
  /** The last day of the influence period, as wide as the date of the decision leaves it. */
  readonly lastDay: DaySpan
  /** Whether the decision itself says the day. */
  readonly decided: boolean
  readonly basis: Basis
}

const asDecided: Basis = { source: '处分、处理决定写明', status: 'CONFIRMED(P)' }

/** The length that a measure has by its kind and name, as it was in force on its day. */
function figureOf({ kind, name, on }: Pick<PunishmentRow, 'kind' | 'name' | 'on'>): Length | undefined {
  if (on === null) return undefined
  const written = name.replaceAll(/\s/g, '')
  const known = lengths
    .filter(length => length.kind === kind && written.startsWith(length.name))
    .toSorted((a, b) => b.name.length - a.name.length)
  const [best] = known
  return (
    best &&
    parameterOn(
      known.filter(({ name: same }) => same === best.name),
      on,
    )
  )
}

/**
 * How long a punishment or measure bears on promotion. A prompt with its basis: whether it bars is for a person to say.
 * @returns undefined where nothing can be reckoned: no date, a kind without a period, or a revoked decision
 * Source: rule book §2A–2C; it begins on the day of the decision.
 */
export function influenceOf({ kind, name, on, influenceUntil, revokedOn }: PunishmentRow): Influence | undefined {
  if (revokedOn !== null) return undefined
  if (influenceUntil !== null) return { lastDay: daysOf(influenceUntil), decided: true, basis: asDecided }
  if (on === null) return undefined
  const figure = figureOf({ kind, name, on })
  if (!figure) return undefined
  return { lastDay: periodOf(on, figure.value).lastDay, decided: false, basis: basisOf(figure) }
}

/** Whether the influence of any of them may still last on a day: true, false, or unknown where a date is too coarse. */
export function influenceStateOn(rows: readonly PunishmentRow[], day: string): 'open' | 'over' | 'unclear' {
  const spans = rows.flatMap(row => influenceOf(row)?.lastDay ?? [])
  if (spans.some(({ earliest }) => day <= earliest)) return 'open'
  return spans.some(({ latest }) => day <= latest) ? 'unclear' : 'over'
}

/** A measure that bars an action, with where that comes from. */
export interface Contribution {
  readonly measure: Pick<PunishmentRow, 'kind' | 'name' | 'on'>
  /** The last day, as wide as the date of the decision leaves it. */
  readonly until: DaySpan
  readonly basis: Basis
}
export interface Restriction {
  readonly action: Action
  /** open: barred for certain; unclear: a date is too coarse to say; none. A prompt: whether it bars is for a person to say. */
  readonly state: 'open' | 'unclear' | 'none'
  /** The last day of all of them together; null without any. */
  readonly until: DaySpan | null
  /** Every measure that contributes, the longest first. */
  readonly by: readonly Contribution[]
}

const later = (a: Day, b: Day): Day => (a > b ? a : b)

/** Until when one bar of a measure lasts. What the decision itself says holds for everything that has no time of its own. */
function lastOf({ lasts }: Bar, on: PartialDate | null, { lastDay }: Influence): DaySpan {
  if (lasts === undefined || on === null) return lastDay
  if (typeof lasts === 'number') return periodOf(on, lasts).lastDay
  const endOf = (day: Day): Day => `${day.slice(0, 4)}-12-31` as Day
  const { earliest, latest } = daysOf(on)
  return { earliest: later(lastDay.earliest, endOf(earliest)), latest: later(lastDay.latest, endOf(latest)) }
}

/** What one measure bars, and until when; nothing where no period can be reckoned. */
function barsOf(row: PunishmentRow): { readonly bar: Bar; readonly until: DaySpan; readonly basis: Basis }[] {
  const influence = influenceOf(row)
  if (!influence) return []
  const own = figureOf(row)?.bars ?? []
  const others = anyMeasure.filter(({ action }) => !own.some(each => each.action === action))
  return [
    ...own.map(each => ({ bar: each, until: lastOf(each, row.on, influence), basis: influence.basis })),
    ...others.map(each => ({ bar: each, until: influence.lastDay, basis: basisOf(each) })),
  ]
}

/**
 * Whether measures bear on an action on a day: all that are open together, until the last one ends, each with its basis.
 * The one reckoning that every module asks.
 * Source: rule book §2A–2C (with several at the same time the longer period applies).
 */
export function restrictionOn({ punishments }: Pick<Cadre, 'punishments'>, date: Day, action: Action): Restriction {
  const by: (Contribution & { readonly certain: boolean })[] = []
  for (const row of punishments) {
    const { kind, name, on } = row
    const found = barsOf(row).find(each => each.bar.action === action)
    if (!found) continue
    const begun: DaySpan = on === null ? { earliest: date, latest: date } : daysOf(on)
    if (date < begun.earliest || date > found.until.latest) continue
    const certain = date >= begun.latest && date <= found.until.earliest
    by.push({ measure: { kind, name, on }, until: found.until, basis: found.basis, certain })
  }
  if (by.length === 0) return { action, state: 'none', until: null, by: [] }
  const until = by.reduce<DaySpan>(
    (end, each) => ({
      earliest: later(end.earliest, each.until.earliest),
      latest: later(end.latest, each.until.latest),
    }),
    by[0]?.until ?? daysOf(date),
  )
  return {
    action,
    state: by.some(({ certain }) => certain) ? 'open' : 'unclear',
    until,
    by: by
      .toSorted((a, b) => (a.until.latest < b.until.latest ? 1 : -1))
      .map(({ measure, until: end, basis }) => ({ measure, until: end, basis })),
  }
}

/** Everything that is barred on a day, or may be. */
export const restrictionsOn = (person: Pick<Cadre, 'punishments'>, date: Day): Restriction[] =>
  actions.map(action => restrictionOn(person, date, action)).filter(({ state }) => state !== 'none')
