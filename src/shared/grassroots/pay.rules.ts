import type { PayFacts, PaySide, UnitVacancy } from './pay'

export interface SidePay {
  readonly averageFen: number
  readonly people: number
}
export interface UnitPay extends SidePay {
  readonly unitId: string
  /** Grass roots less office; null where the office has no figure. */
  readonly differenceFen: number | null
  readonly inverted: boolean
}
/** One level in one year: office against grass roots. */
export interface LevelPay {
  readonly level: string
  readonly office: SidePay | null
  readonly grassroots: SidePay | null
  readonly differenceFen: number | null
  /** 倒挂: the grass roots earn less than the office at the same level. */
  readonly inverted: boolean
  /** Grass-roots units, the lowest first. */
  readonly units: readonly UnitPay[]
}

/** The figure of the whole side where there is one; else the units' own, weighted by their people, rounded to the fen. */
function sidePay(figures: readonly PayFacts[], side: PaySide): SidePay | null {
  const own = figures.filter(figure => figure.side === side)
  const whole = own.find(({ unitId }) => unitId === null)
  if (whole) return { averageFen: whole.averageFen, people: whole.people }
  const people = own.reduce((sum, figure) => sum + figure.people, 0)
  if (people === 0) return null
  const total = own.reduce((sum, figure) => sum + BigInt(figure.averageFen) * BigInt(figure.people), 0n)
  return { averageFen: Number((total + BigInt(people) / 2n) / BigInt(people)), people }
}

const lessThan = (
  grassroots: number,
  office: number | undefined,
): { differenceFen: number | null; inverted: boolean } =>
  office === undefined
    ? { differenceFen: null, inverted: false }
    : { differenceFen: grassroots - office, inverted: grassroots < office }

/** Levels of a year in the order in which they were entered. Figures and nothing else: no one is judged by them. Source: rule book §11, 45. */
export function comparePay(figures: readonly PayFacts[], year: number): LevelPay[] {
  const ofYear = figures.filter(figure => figure.year === year)
  return [...new Set(ofYear.map(({ level }) => level))].map(level => {
    const own = ofYear.filter(figure => figure.level === level)
    const [office, grassroots] = [sidePay(own, '机关'), sidePay(own, '街镇')]
    const units = own.flatMap(({ unitId, side, averageFen, people }) =>
      unitId === null || side !== '街镇'
        ? []
        : [{ unitId, averageFen, people, ...lessThan(averageFen, office?.averageFen) }],
    )
    return {
      level,
      office,
      grassroots,
      ...(grassroots ? lessThan(grassroots.averageFen, office?.averageFen) : { differenceFen: null, inverted: false }),
      units: units.toSorted((a, b) => a.averageFen - b.averageFen),
    }
  })
}

/** A level over the years that have figures, the earliest first. */
export const payTrend = (figures: readonly PayFacts[], level: string) =>
  [...new Set(figures.filter(figure => figure.level === level).map(({ year }) => year))]
    .toSorted((a, b) => a - b)
    .flatMap(year => comparePay(figures, year).flatMap(each => (each.level === level ? [{ year, ...each }] : [])))

/** Whole per cent of approved posts that are vacant; null without approved posts. Source: rule book §11, 78. */
export const vacancyShare = ({ approved, vacant }: Pick<UnitVacancy, 'approved' | 'vacant'>): number | null =>
  approved === 0 ? null : Math.round((100 * vacant) / approved)
