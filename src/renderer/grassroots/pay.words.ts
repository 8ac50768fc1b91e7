import type { PayFacts, PayFigure } from '../../shared/grassroots/pay'
import { yuanWords } from '../../shared/money/fen'

/** The figure that stands in the place of another; undefined when there is none yet. */
export const sameFigure = (
  figures: readonly PayFigure[],
  { year, unitId, side, level }: Pick<PayFacts, 'year' | 'unitId' | 'side' | 'level'>,
): PayFigure | undefined =>
  figures.find(
    each =>
      each.year === year && each.level === level && each.unitId === unitId && (unitId !== null || each.side === side),
  )

/** The revision that a figure would follow; 0 for a new one. */
export const revisionOf = (figures: readonly PayFigure[], facts: PayFacts): number =>
  sameFigure(figures, facts)?.revision ?? 0

/** 低 5,000 元, 高 1,200 元, 持平. */
export const differenceWords = (fen: number): string =>
  fen === 0 ? '持平' : fen < 0 ? `低 ${yuanWords(-fen)}` : `高 ${yuanWords(fen)}`
