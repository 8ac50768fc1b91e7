import type { BoardRow } from '../../shared/care-measures/care-measures'
import { daysOfYear } from '../../shared/dates/year'
import type { QueryContext } from '../ipc/contexts'
import * as catalogue from './catalogue.repo'
import * as evidence from './evidence.repo'
import * as plans from './plans.repo'
import { careMeasureSources } from './sources'

const nothing = { count: 0, people: 0, lastOn: null }

/** Every measure with the year's plan and what was done. */
export async function boardOf(context: Pick<QueryContext, 'db' | 'caller'>, year: number): Promise<BoardRow[]> {
  const { db, caller } = context
  const days = daysOfYear(year)
  const planned = await plans.ofYear(db, year)
  const done = await evidence.sums(db, caller, days)
  const counted = await Promise.all(
    careMeasureSources.map(async ({ measure, title, countOf, onlySome, count }) => ({
      measure,
      onlySome,
      told: { title, countOf, count: await count(context, ...days) },
    })),
  )
  return (await catalogue.current(db)).map(measure => ({
    ...measure,
    plan: planned.get(measure.key) ?? null,
    evidence: done.get(measure.key) ?? nothing,
    counted: counted
      .filter(each => each.measure === measure.key && !(each.onlySome && each.told.count === 0))
      .map(({ told }) => told),
  }))
}
