import type { Day } from '../dates/add-months'
import { allowed, refused, type Verdict } from '../result'
import type { Facility, FacilityFacts, FacilityKind, FacilityState } from './facilities'
import { FacilityState as States } from './facilities'

/** Whether a state can be recorded as it is filled in. */
export function mayRecordFacility(facts: FacilityFacts, today: Day): Verdict {
  if (facts.on > today) return refused('日期还没有到')
  const isEmpty = facts.planDueOn === null && facts.planFen === null && facts.planOwner === ''
  return facts.planWhat === '' && !isEmpty ? refused('先写打算做什么') : allowed
}

/** Whether the list can be kept: names are told apart, and what was recorded keeps its kind. */
export function mayKeepKinds(kinds: readonly FacilityKind[], present: readonly FacilityKind[]): Verdict {
  if (kinds.every(({ on }) => !on)) return refused('至少留一种设施')
  if (new Set(kinds.map(({ title }) => title)).size < kinds.length) return refused('有两种设施同名')
  const kept = new Set(kinds.map(({ key }) => key))
  return present.every(({ key }) => kept.has(key)) ? allowed : refused('已有的种类不能删除，可以停用')
}

/** A plan of which the day has passed, for what is not in good order yet. */
export const isPlanLate = ({ planWhat, planDueOn, state }: FacilityFacts, today: Day): boolean =>
  planWhat !== '' && planDueOn !== null && planDueOn < today && state !== '完好'

export interface KindFigures {
  readonly kind: string
  readonly counts: Readonly<Record<FacilityState, number>>
  /** Units of which nothing is recorded. */
  readonly unknown: number
}

/** How many units have each kind in which state. */
export function facilityFigures(
  kinds: readonly FacilityKind[],
  unitIds: readonly string[],
  rows: readonly Facility[],
): KindFigures[] {
  const shown = new Set(unitIds)
  return kinds.map(({ key }) => {
    const own = rows.filter(row => row.kind === key && shown.has(row.unitId))
    const counts = Object.fromEntries(
      States.options.map(state => [state, own.filter(row => row.state === state).length]),
    ) as Record<FacilityState, number>
    return { kind: key, counts, unknown: unitIds.length - own.length }
  })
}
