import type { Day } from '../dates/add-months'
import { allowed, refused, type Verdict } from '../result'
import type { CareStandard, Occasion, VersionedStandard } from './care-standards'

/** The standard for an occasion on a day: of those in force then, the one entered last. */
export function standardOn(
  standards: readonly VersionedStandard[],
  occasion: Occasion,
  day: Day,
): VersionedStandard | undefined {
  return standards
    .filter(
      each => each.occasion === occasion && each.validFrom <= day && (each.validTo === null || each.validTo >= day),
    )
    .toSorted((a, b) => a.version - b.version)
    .at(-1)
}

/** Whether a standard may be kept: amounts come from a document. */
export function mayKeepStandard({ validFrom, validTo, ceilingFen, dailyFen, words, status }: CareStandard): Verdict {
  if (validTo !== null && validTo < validFrom) return refused('停用日期早于启用日期')
  if ((ceilingFen !== null || dailyFen !== null) && status === 'UNKNOWN')
    return refused('写了金额，就要写明依据的文件和把握程度')
  return ceilingFen === 0 && words === '' ? refused('金额是 0 的，写明为什么') : allowed
}

/** What an amount comes to against a standard; undefined where it keeps within, or where no figure is set. */
export function overStandard(fen: number, standard: VersionedStandard | undefined): string | undefined {
  const ceiling = standard?.ceilingFen ?? null
  return ceiling === null || fen <= ceiling
    ? undefined
    : `超出标准 ${yuan(fen - ceiling)} 元（标准 ${yuan(ceiling)} 元）`
}

/** 1234.50; whole yuan without places. */
export function yuan(fen: number): string {
  const text = (Math.abs(fen) / 100).toFixed(2).replace(/\.00$/, '')
  return fen < 0 ? `-${text}` : text
}

/** Reads 1200, 1,200.5 or ￥800 as fen. @returns undefined when it is no amount, or has more than two places */
export function fenOf(text: string): number | undefined {
  const bare = text.normalize('NFKC').replaceAll(/[\s,¥元]/g, '')
  const parts = /^(\d{1,8})(?:\.(\d{1,2}))?$/.exec(bare)
  return parts ? Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0')) : undefined
}
