import { codeTables } from '../../shared/codes/codes'
import { monthAt } from './months'
import type { Random } from './random'
import type { UnitKind } from './units.data'

/** Ranks beside posts began in June 2019. */
export const ranksFrom = monthAt(2019, 6)

/** 0 is 一级巡视员, 11 二级科员. */
export type RankIndex = number
const general = codeTables.rankGeneral.entries
const enforcement = codeTables.rankEnforcement.entries
const named = (pattern: RegExp): string[] =>
  codeTables.rankJustice.entries.flatMap(({ code, name }) => (pattern.test(code) ? [name] : []))
const policeRanks = named(/^4\d\d$/)
const judgeRanks = named(/^1\d\d$/).slice(3)
const prosecutorRanks = named(/^2\d\d$/).slice(3)

/** The rank's name on the ladder of the unit: 一级主任科员, 一级主办, 一级警长, 一级法官. */
export function rankName(index: RankIndex, kind: UnitKind): string {
  if (kind === 'police') return policeRanks[index] ?? ''
  if (kind === 'enforcement') return enforcement[Math.max(0, index - 1)]?.name ?? ''
  const short = Math.min(8, Math.max(0, index - 2))
  if (kind === 'court') return judgeRanks[short] ?? ''
  if (kind === 'procuratorate') return prosecutorRanks[short] ?? ''
  return general[index]?.name ?? ''
}

/** The rank that goes with a leading post at least, by its level from 0. Source: lowestRanks of the checks. */
export const lowestRank: readonly RankIndex[] = [11, 9, 7, 5, 3, 1, 0]
/** How far one comes without a higher post, as a rule. */
const highestRank: readonly RankIndex[] = [6, 6, 5, 3, 2, 1, 0]

/** A new rank from a month on. */
export interface RankStep {
  readonly from: number
  readonly rank: RankIndex
}

/** Years in office put somebody without a leading post on this rank when ranks began. */
const firstRank = (years: number): RankIndex => (years < 3 ? 11 : years < 8 ? 10 : years < 14 ? 9 : years < 20 ? 8 : 7)
const rankOnEntry: Readonly<Record<string, RankIndex>> = { 研究生: 9, 大学: 10 }

export interface Level {
  readonly from: number
  readonly level: number
}

/**
 * The ranks of a civil servant up to `end`: the first in June 2019 or a year after work began, then a step after two years
 * at least, and at once where a higher post goes with it. Source: rule book section 4.
 */
export function ranksOf(
  random: Random,
  levels: readonly Level[],
  workStart: number,
  education: string,
  end: number,
): RankStep[] {
  const start = Math.max(ranksFrom, workStart + 12)
  if (start >= end) return []
  const levelAt = (month: number): Level =>
    levels.findLast(({ from }) => from <= month) ?? { from: workStart, level: 0 }
  const begun = levelAt(start)
  const years = (start - begun.from) / 12
  let rank = lowestRank[begun.level] ?? 11
  if (begun.level === 0)
    rank = workStart + 12 > ranksFrom ? (rankOnEntry[education] ?? 11) : firstRank((start - workStart) / 12)
  else if (years > 4) rank = Math.max(highestRank[begun.level] ?? 0, rank - 1)
  const steps: RankStep[] = [{ from: start, rank }]
  let at = start
  for (;;) {
    const next = at + random.int(24, 52)
    const raised = levels.find(({ from, level }) => from > at && from <= Math.min(next, end - 1) && level > 0)
    at = raised ? raised.from : next
    if (at >= end) return steps
    const { level } = raised ?? levelAt(at)
    const better = raised ? Math.min(rank, lowestRank[level] ?? rank) : rank - 1
    if (better < rank && better >= (highestRank[level] ?? 0)) {
      rank = better
      steps.push({ from: at, rank })
    }
  }
}

const gradeNames = codeTables.grade.entries
/** 级别 within the span of post and rank, better with the years. */
export function wageGradeOf(levelName: string, rank: RankIndex, kind: UnitKind, years: number): string {
  // Ranks of other ladders have no span of their own in the tables: theirs counts where there is no post.
  const level = codeTables.leadershipLevel.byName(levelName)
  const own = codeTables.rankGeneral.byName(rankName(rank, kind)) ?? (level ? undefined : general[rank])
  const spans = [level, own].filter(span => span !== undefined)
  const highest = Math.min(...spans.map(({ gradeTo }) => gradeTo))
  const lowest = Math.max(...spans.map(({ gradeFrom }) => gradeFrom))
  const grade = Math.max(highest, lowest - Math.floor(years / 5))
  return gradeNames[grade - 1]?.name ?? ''
}
