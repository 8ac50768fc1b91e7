import type { BoardRow } from '../../shared/care-measures/care-measures'
import type { CareMeasureKey } from '../../shared/care-measures/measures.data'
import { daysOfYear } from '../../shared/dates/year'
import type { QueryContext } from '../ipc/contexts'
import * as catalogue from './catalogue.repo'
import * as evidence from './evidence.repo'
import * as plans from './plans.repo'
import { careMeasureSources } from './sources'

const nothing = { count: 0, people: 0, lastOn: null }

/**
 * Every measure with the year's plan and what was done.
 * @param only the measures that are asked for, where it is not all of them: nothing else is counted
 */
export async function boardOf(
  context: Pick<QueryContext, 'db' | 'caller'>,
  year: number,
  only?: ReadonlySet<CareMeasureKey>,
): Promise<BoardRow[]> {
  const isAsked = (key: CareMeasureKey): boolean => only?.has(key) ?? true
  const { db, caller } = context
  const days = daysOfYear(year)
  const planned = await plans.ofYear(db, year)
  const done = await evidence.sums(db, caller, days)
  const counted = await Promise.all(
    careMeasureSources
      .filter(({ measure }) => isAsked(measure))
      .map(async ({ measure, title, countOf, onlySome, count }) => ({
        measure,
        onlySome,
        told: { title, countOf, count: await count(context, ...days) },
      })),
  )
  return (await catalogue.current(db))
    .filter(({ key }) => isAsked(key))
    .map(measure => ({
      ...measure,
      plan: planned.get(measure.key) ?? null,
      evidence: done.get(measure.key) ?? nothing,
      counted: counted
        .filter(each => each.measure === measure.key && !(each.onlySome && each.told.count === 0))
        .map(({ told }) => told),
    }))
}
