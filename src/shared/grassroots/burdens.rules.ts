import type { Day } from '../dates/add-months'
import { allowed, refused, type Verdict } from '../result'
import { type BurdenCap, type BurdenFacts, BurdenKind, type UnitBurdens } from './burdens'

/**
 * The cap in force in a year; undefined where none was ever set. No national number is known to this application, so none
 * ships. Source: rule book §11, 77.
 */
export const capOn = <C extends BurdenCap>(caps: readonly C[], kind: BurdenKind, year: number): C | undefined =>
  caps.filter(each => each.kind === kind && each.fromYear <= year).toSorted((a, b) => b.fromYear - a.fromYear)[0]

export const mayEnterBurden = ({ on }: Pick<BurdenFacts, 'on'>, today: Day): Verdict =>
  on > today ? refused('日期还没有到') : allowed

export interface OverCap {
  readonly kind: BurdenKind
  readonly count: number
  readonly cap: number | null
  /** By how many the cap is passed; 0 at the cap and below it. */
  readonly over: number
}

/** What was sent to a unit against the caps of a year, kind by kind. */
export function againstCaps({ counts }: UnitBurdens, caps: readonly BurdenCap[], year: number): OverCap[] {
  return BurdenKind.options.map((kind, at) => {
    const count = counts[at] ?? 0
    const cap = capOn(caps, kind, year)?.cap ?? null
    return { kind, count, cap, over: cap === null ? 0 : Math.max(0, count - cap) }
  })
}

/** Units that have passed any cap. */
export const unitsOver = (units: readonly UnitBurdens[], caps: readonly BurdenCap[], year: number): number =>
  units.filter(unit => againstCaps(unit, caps, year).some(({ over }) => over > 0)).length
