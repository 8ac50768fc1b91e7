import { type Basis, basisOf, type Parameter } from '../basis/basis'
import { daysOf } from '../dates/add-months'
import type { PartialDate } from '../dates/partial-date'
import { yuanWords } from '../money/fen'
import type { AuthorityNature, Holder, HonourKind, HonourLevel } from './honours.data'

interface Bonus extends Parameter<number> {
  readonly kind: HonourKind
}

const before = {
  validFrom: '2008-01-01',
  validTo: '2017-12-31',
  source: '公务员奖励奖金标准（2018 年调整以前）',
  status: 'CONFIRMED(S)',
} as const
const since2018 = {
  validFrom: '2018-01-01',
  validTo: null,
  source: '人社厅发〔2018〕1号；起算日按文号年份，以文件为准',
  status: 'CONFIRMED(S)',
} as const

/** One-off bonuses of persons, in fen, for the time that each was in force. Source: rule book 1.23. */
const bonuses: readonly Bonus[] = [
  { kind: '嘉奖', value: 800_00, ...before },
  { kind: '三等功', value: 1500_00, ...before },
  { kind: '二等功', value: 3000_00, ...before },
  { kind: '一等功', value: 6000_00, ...before },
  { kind: '称号', value: 10_000_00, ...before },
  { kind: '嘉奖', value: 1500_00, ...since2018 },
  { kind: '三等功', value: 3000_00, ...since2018 },
  { kind: '二等功', value: 6000_00, ...since2018 },
  { kind: '一等功', value: 12_000_00, ...since2018 },
  { kind: '称号', value: 20_000_00, ...since2018 },
]

/** What a person gets once for an honour of a kind, by the standard of its day. @returns undefined where there is none */
export function bonusStandard(
  kind: HonourKind,
  holder: Holder,
  on: PartialDate,
): { readonly fen: number; readonly basis: Basis } | undefined {
  // A team's bonus is decided case by case.
  if (holder !== 'person') return undefined
  const { earliest, latest } = daysOf(on)
  // All of the days that the date may mean lie within the time: a year in which the standard changed leaves it open.
  const found = bonuses.find(
    each => each.kind === kind && each.validFrom <= earliest && (each.validTo === null || latest <= each.validTo),
  )
  return found && { fen: found.value, basis: basisOf(found) }
}

/** A word of advice with where it comes from. It never stands in the way. */
export interface Advice {
  readonly words: string
  readonly basis: Basis
}

/** What to look at again when another amount was typed than the standard of its day. */
export function bonusAdvice(
  { kind, holder, on }: { readonly kind: HonourKind; readonly holder: Holder; readonly on: PartialDate },
  bonusFen: number | null,
): Advice | undefined {
  const standard = bonusStandard(kind, holder, on)
  if (!standard || bonusFen === null || bonusFen === standard.fen) return undefined
  return {
    words: `和当年标准 ${yuanWords(standard.fen)} 元不同，看看是不是打错了`,
    basis: standard.basis,
  }
}

const height: Record<HonourLevel, number> = { 单位: 0, 区: 1, 市: 2, 省: 3, 国家: 4 }
const isWhole = (nature: AuthorityNature): boolean => ['党委', '政府', '党委政府'].includes(nature)

/** From which level on party committee and government, or their offices, approve. 9 for never. Source: rule book 1.24. */
const approvers: Partial<Record<HonourKind, { whole: number; offices: number; words: string }>> = {
  嘉奖: { whole: 1, offices: 2, words: '县级以上党委、政府或者市级以上机关' },
  三等功: { whole: 1, offices: 2, words: '县级以上党委、政府或者市级以上机关' },
  二等功: { whole: 2, offices: 3, words: '市级以上党委、政府或者省级以上机关' },
  一等功: { whole: 3, offices: 4, words: '省级以上党委、政府或者中央机关' },
  称号: { whole: 3, offices: 4, words: '省级党委、政府或者中央' },
}
const approval: Basis = { source: '公务员奖励规定（批准权限）', status: 'MEMORY' }

/** What to look at again when an honour of this kind is not usually approved there. */
export function authorityAdvice({
  kind,
  level,
  nature,
}: {
  readonly kind: HonourKind
  readonly level: HonourLevel
  readonly nature: AuthorityNature
}): Advice | undefined {
  const right = approvers[kind]
  if (!right || height[level] >= (isWhole(nature) ? right.whole : right.offices)) return undefined
  return { words: `${kind}一般由${right.words}批准`, basis: approval }
}

const givenThings: Basis = { source: '公务员奖励规定（证书、奖章、奖牌）', status: 'CONFIRMED(S)' }
/** What is handed over with an honour of a kind. Source: rule book 1.22. */
export function handedThings(kind: HonourKind, holder: Holder): Advice | undefined {
  if (!(kind in approvers)) return undefined
  const more = kind === '嘉奖' ? '' : holder === 'person' ? '和奖章' : '和奖牌'
  return { words: `颁发证书${more}`, basis: givenThings }
}
