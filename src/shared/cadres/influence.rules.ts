import { type Basis, basisOf, type Parameter, parameterOn } from '../basis/basis'
import { type DaySpan, daysOf, periodOf } from '../dates/add-months'
import type { PunishmentRow } from './cadres'

type Kind = PunishmentRow['kind']
interface Length extends Parameter<number> {
  readonly kind: Kind
  /** What the name of the punishment begins with, blanks apart; the longest that fits counts. */
  readonly name: string
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

/** Months by kind. 留党察看 runs its own time and two years after the rights are restored. Source: rule book §2A–2C. */
const lengths: readonly Length[] = [
  { kind: '党纪处分', name: '警告', value: 12, ...party2023 },
  { kind: '党纪处分', name: '党内警告', value: 12, ...party2023 },
  { kind: '党纪处分', name: '严重警告', value: 18, ...party2023 },
  { kind: '党纪处分', name: '党内严重警告', value: 18, ...party2023 },
  { kind: '党纪处分', name: '撤销党内职务', value: 24, ...partyLong },
  { kind: '党纪处分', name: '留党察看一年', value: 36, ...partyLong },
  { kind: '党纪处分', name: '留党察看两年', value: 48, ...partyLong },
  { kind: '党纪处分', name: '留党察看二年', value: 48, ...partyLong },
  { kind: '党纪处分', name: '开除党籍', value: 60, ...partyLong },
  { kind: '政务处分', name: '警告', value: 6, ...government },
  { kind: '政务处分', name: '记过', value: 12, ...government },
  { kind: '政务处分', name: '记大过', value: 18, ...government },
  { kind: '政务处分', name: '降级', value: 24, ...government },
  { kind: '政务处分', name: '撤职', value: 24, ...government },
  { kind: '诫勉', name: '', value: 6, ...admonition },
  { kind: '组织处理', name: '引咎辞职', value: 24, ...accountability },
  { kind: '组织处理', name: '责令辞职', value: 24, ...accountability },
  { kind: '组织处理', name: '免职', value: 24, ...accountability },
  { kind: '组织处理', name: '调整职务', value: 12, ...measures },
  { kind: '组织处理', name: '降职', value: 24, ...measures },
]

export interface Influence {
  /** The last day of the influence period, as wide as the date of the decision leaves it. */
  readonly lastDay: DaySpan
  /** Whether the decision itself says the day. */
  readonly decided: boolean
  readonly basis: Basis
}

const asDecided: Basis = { source: '处分、处理决定写明', status: 'CONFIRMED(P)' }

/**
 * How long a punishment or measure bears on promotion. A prompt with its basis: whether it bars is for a person to say.
 * @returns undefined where nothing can be reckoned: no date, a kind without a period, or a revoked decision
 * Source: rule book §2A–2C; it begins on the day of the decision.
 */
export function influenceOf({ kind, name, on, influenceUntil, revokedOn }: PunishmentRow): Influence | undefined {
  if (revokedOn !== null) return undefined
  if (influenceUntil !== null) return { lastDay: daysOf(influenceUntil), decided: true, basis: asDecided }
  if (on === null) return undefined
  const written = name.replaceAll(/\s/g, '')
  const known = lengths
    .filter(length => length.kind === kind && written.startsWith(length.name))
    .toSorted((a, b) => b.name.length - a.name.length)
  const [best] = known
  const figure =
    best &&
    parameterOn(
      known.filter(({ name: same }) => same === best.name),
      on,
    )
  if (!figure) return undefined
  return { lastDay: periodOf(on, figure.value).lastDay, decided: false, basis: basisOf(figure) }
}

/** Whether the influence of any of them may still last on a day: true, false, or unknown where a date is too coarse. */
export function influenceStateOn(rows: readonly PunishmentRow[], day: string): 'open' | 'over' | 'unclear' {
  const spans = rows.flatMap(row => influenceOf(row)?.lastDay ?? [])
  if (spans.some(({ earliest }) => day <= earliest)) return 'open'
  return spans.some(({ latest }) => day <= latest) ? 'unclear' : 'over'
}
