import { today } from '../../shared/dates/today'
import type { BoardUnit } from '../../shared/grassroots/facilities'

export const thisYear = (): number => Number(today().slice(0, 4))
export const dayDots = (day: string): string => day.replaceAll('-', '.')

/** Years to choose from: this one and the nine before it. */
export const pastYears = (now: number) =>
  Array.from({ length: 10 }, (_, at) => ({ value: now - at, label: `${now - at} 年` }))

export const nameOf = (units: readonly BoardUnit[], id: string): string =>
  units.find(unit => unit.id === id)?.name ?? '（已不在列）'
