import type { RetreatStanding } from '../../shared/care-rules/care-facts'
import { standardOn } from '../../shared/care-standards/care-standards.rules'
import { addMonths, type Day, daysOf } from '../../shared/dates/add-months'
import { stampOf } from '../../shared/dates/stamps'
import { everyStandard } from '../care-standards/care-standards.repo'
import { partial } from '../entitlements/entitlements.repo'
import type { Reads } from '../store/schema'

/**
 * 疗休养 by person as the standard in force on a day has it. Only a standard that the unit has entered asks: what ships is
 * another place's figure.
 */
export async function retreatsOf(db: Reads, on: Day): Promise<((key: number) => RetreatStanding) | undefined> {
  const standard = standardOn(await everyStandard(db), '疗休养', on)
  if (standard === undefined || standard.version === 0 || standard.everyYears === null) return undefined
  const { everyYears: every, afterYears, source, status } = standard
  const basis = { source, status }
  const takes = await db
    .selectFrom('entitlementTakes')
    .select(['cadreKey', 'year', 'fromDay'])
    .where('kind', '=', '疗休养')
    .execute()
  const had = new Map<number, { year: number; on: number }[]>()
  for (const { cadreKey, year, fromDay } of takes)
    had.set(cadreKey, [...(had.get(cadreKey) ?? []), { year, on: stampOf(fromDay) }])
  const people = await db.selectFrom('cadres').select(['key', 'workStart']).where('trashedAt', 'is', null).execute()
  const starts = new Map(people.map(({ key, workStart }) => [key, partial(workStart)]))
  return key => {
    const start = starts.get(key) ?? null
    // Of a month or a year the last day: nobody is asked for before they are entitled for certain.
    const from =
      afterYears === null || afterYears === 0
        ? 0
        : start === null
          ? null
          : stampOf(addMonths(daysOf(start).latest, 12 * afterYears))
    return { from, every, had: had.get(key) ?? [], basis }
  }
}
