import type { CadreId } from '../../shared/cadres/cadres'
import type { CareDueRow } from '../../shared/care-rules/care-rules.contract'
import type { CareItem } from '../../shared/care-rules/due.rules'
import { Day } from '../../shared/dates/add-months'
import { today } from '../../shared/dates/today'
import { keyOf } from '../care-records/care-records.repo'
import type { QueryContext } from '../ipc/contexts'
import { remembered } from '../store/remembered'
import type { Reads } from '../store/schema'
import { listWithin } from '../units/units.repo'
import { dueOn } from './due.repo'

export const onDay = ({ now }: Pick<QueryContext, 'now'>): Day => Day.parse(today(new Date(now())))
const listed = (values: readonly string[]): readonly string[] => (values.length > 0 ? values : [''])

/** Items with names, with whoever is paired with the person, and why they were waived. */
export async function toRows(db: Reads, items: readonly CareItem[]): Promise<CareDueRow[]> {
  const keys = [...new Set(items.map(({ personKey }) => personKey)), -1]
  const people = new Map(
    (
      await db
        .selectFrom('cadres')
        .leftJoin('units', 'units.id', 'cadres.unitId')
        .select([
          'cadres.key',
          'cadres.id',
          'cadres.name',
          'cadres.currentPost',
          'cadres.unitId',
          'units.name as unitName',
        ])
        .where('cadres.key', 'in', keys)
        .execute()
    ).map(row => [row.key, row]),
  )
  const pairs = await db
    .selectFrom('careEntries')
    .leftJoin('accounts', 'accounts.id', 'careEntries.visitorId')
    .select(['careEntries.cadreKey', 'accounts.name', 'careEntries.visitor'])
    .where('careEntries.cadreKey', 'in', keys)
    .where('careEntries.endedFor', 'is', null)
    .execute()
  const visitors = new Map(pairs.map(({ cadreKey, name, visitor }) => [cadreKey, name ?? visitor]))
  const waived = await db
    .selectFrom('careWaivers')
    .select(['dueKey', 'reason'])
    .where('dueKey', 'in', listed(items.map(({ key }) => key)))
    .execute()
  const reasons = new Map(waived.map(({ dueKey, reason }) => [dueKey, reason]))
  return items.flatMap(({ personKey, ...item }) => {
    const person = people.get(personKey)
    if (!person) return []
    return {
      ...item,
      cadreId: person.id,
      name: person.name,
      post: person.currentPost,
      unitId: person.unitId,
      unitName: person.unitName ?? '',
      visitor: visitors.get(personKey) ?? '',
      waivedFor: reasons.get(item.key) ?? null,
    }
  })
}

/** What is due, kept until the next commit, of a unit and what lies below it. */
export async function dueHere(
  context: QueryContext,
  { unitId, cadreId, window }: { unitId: string | null; cadreId: CadreId | null; window?: { from: Day; to: Day } },
): Promise<readonly CareItem[]> {
  const { db, caller } = context
  const on = onDay(context)
  const only = cadreId === null ? undefined : await keyOf(db, caller, cadreId)
  const asked = { ...(only === undefined ? {} : { only }), ...(window ? { window } : {}) }
  const key = `care ${on} ${JSON.stringify([caller.scope, asked])}`
  const { items, unitOf } = await remembered(db, key, () => dueOn(db, caller.scope, on, asked))
  if (unitId === null) return items
  const units = new Set<string>((await listWithin(db, [unitId])).map(({ id }) => id))
  return items.filter(({ personKey }) => units.has(unitOf.get(personKey) ?? ''))
}

export const isOpen = ({ state }: CareItem): boolean => state === 'late' || state === 'due' || state === 'soon'

/** What is late, and what is to be done between two days, both in. */
export async function openBetween(
  context: QueryContext,
  { unitId, from, until }: { readonly unitId: string | null; readonly from: Day; readonly until: Day },
): Promise<CareDueRow[]> {
  const here = await dueHere(context, { unitId, cadreId: null, window: { from, to: until } })
  return toRows(
    context.db,
    here.filter(item => isOpen(item) && (item.actOn <= until || item.dueOn <= until)),
  )
}
