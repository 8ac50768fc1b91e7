import type { Basis } from '../basis/basis'
import type { HonourKind } from './honours.data'

/** What a grade may lead to: something to think of, with where it comes from. Whether it is given is for people to decide. */
export interface Suggested {
  readonly kind: Extract<HonourKind, '嘉奖' | '三等功'>
  readonly why: string
  readonly basis: Basis
}

const forOne: Basis = { source: '公务员考核规定第十九条第一项', status: 'CONFIRMED(P)' }
const forThree: Basis = { source: '公务员考核规定第十九条第二项', status: 'CONFIRMED(P)' }
/** Source: rule book 1B, “counter restarts after the award”. */
const restart: Basis = { source: '记功后重新计算连续年数', status: 'MEMORY' }

/** Categories whose yearly grade leads to these honours: the law on civil servants, and who is managed like them. */
const civil = /公务员|参照管理|综合管理类|专业技术类|行政执法类|法官|检察官|警/
export const isCivil = (personCategory: string): boolean => civil.test(personCategory)

/**
 * What a year's grade suggests: 嘉奖 for 优秀, 三等功 for the third one in a row. A year without a grade breaks the row
 * (rule book 1B, MEMORY), and a 三等功 begins it anew.
 * @param letters one letter a year from `from` on, as `cadre_facts` keeps them; A is 优秀
 * @param given honours that were given, with the year of the grade that they were for
 */
export function suggestedFor(
  letters: string,
  from: number,
  year: number,
  given: readonly { readonly kind: HonourKind; readonly forYear: number }[],
): Suggested | undefined {
  const isExcellent = (of: number): boolean => letters[of - from] === 'A'
  if (!isExcellent(year) || given.some(({ forYear }) => forYear === year)) return undefined
  const last = Math.max(0, ...given.filter(({ kind }) => kind === '三等功').map(({ forYear }) => forYear))
  let streak = 0
  for (let of = year; of > last && isExcellent(of); of -= 1) streak += 1
  if (streak < 3) return { kind: '嘉奖', why: `${year} 年度考核优秀`, basis: forOne }
  return {
    kind: '三等功',
    why: `${year - 2}—${year} 年度考核连续优秀${last > 0 ? `（${last + 1} 年起${restart.source}）` : ''}`,
    basis: last > 0 ? restart : forThree,
  }
}
