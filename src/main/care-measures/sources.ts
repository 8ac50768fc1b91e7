import type { CountOf } from '../../shared/care-measures/care-measures'
import { CareMeasureKey } from '../../shared/care-measures/measures.data'
import type { Day } from '../../shared/dates/add-months'
import { seenUnits } from '../cadres/cadres.repo'
import { mended } from '../grassroots/facilities.repo'
import type { QueryContext } from '../ipc/contexts'

/** What another part of the application knows to have been done for a measure: a number and nothing else. */
export interface CareMeasureSource {
  readonly measure: CareMeasureKey
  /** What is counted, before its number: 谈话. */
  readonly title: string
  readonly countOf: CountOf
  /** Told only where there is something to count: most measures are not fulfilled this way. */
  readonly onlySome?: true
  /** Between two days, both in, as far as the caller sees units. */
  count(context: Pick<QueryContext, 'db' | 'caller'>, from: Day, to: Day): Promise<number>
}

const stamp = (day: Day): number => Number(day.replaceAll('-', ''))

/** 落实谈心谈话制度: talks of which the record was finished. */
const talks: CareMeasureSource = {
  measure: 'political-6',
  title: '谈话',
  countOf: '次',
  async count({ db, caller }, from, to) {
    const units = await seenUnits(db, caller.scope)
    const held = db
      .selectFrom('interviewPeople')
      .innerJoin('cadres', 'cadres.key', 'interviewPeople.cadreKey')
      .where('interviewPeople.heldOn', '>=', stamp(from))
      .where('interviewPeople.heldOn', '<=', stamp(to))
    const { total } = await (units === null ? held : held.where('cadres.unitId', 'in', units.length > 0 ? units : ['']))
      .select(({ fn }) => fn.count<number>('interviewPeople.interviewKey').distinct().as('total'))
      .executeTakeFirstOrThrow()
    return total
  },
}

/** 基层单位生活设施保障: facilities that came to be in good order. */
const facilities: CareMeasureSource = {
  measure: 'life-5',
  title: '设施达到完好',
  countOf: '次',
  count: ({ db, caller }, from, to) => mended(db, caller, from, to),
}

/** Every measure that records of care name. */
const careRecords: readonly CareMeasureSource[] = CareMeasureKey.options.map(measure => ({
  measure,
  title: '关爱记录',
  countOf: '次',
  onlySome: true,
  async count({ db, caller }, from, to) {
    const units = await seenUnits(db, caller.scope)
    const done = db
      .selectFrom('careRecords')
      .innerJoin('cadres', 'cadres.key', 'careRecords.cadreKey')
      .where('careRecords.measure', '=', measure)
      .where('careRecords.withdrawnFor', 'is', null)
      .where('careRecords.onDay', '>=', stamp(from))
      .where('careRecords.onDay', '<=', stamp(to))
    const { total } = await (units === null ? done : done.where('cadres.unitId', 'in', units.length > 0 ? units : ['']))
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
    return total
  },
}))

/** A module whose work fulfils a measure adds its source here in one line. */
export const careMeasureSources: readonly CareMeasureSource[] = [talks, facilities, ...careRecords]
