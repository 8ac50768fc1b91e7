import type { CadreId } from '../../shared/cadres/cadres'
import { CareRecordId } from '../../shared/care-records/care-records'
import type { CareDueFilter, CareDueRow } from '../../shared/care-rules/care-rules.contract'
import { type CareItem, type CareTold, toldOf } from '../../shared/care-rules/due.rules'
import { Day } from '../../shared/dates/add-months'
import { keyOf } from '../cadres/cadres.repo'
import { reports } from '../care-escalations/care-escalations.repo'
import { dayNow } from '../ipc/clock'
import type { QueryContext } from '../ipc/contexts'
import { remembered } from '../store/remembered'
import type { Reads } from '../store/schema'
import { listWithin } from '../units/units.repo'
import { dueOn } from './due.repo'

const listed = (values: readonly string[]): readonly string[] => (values.length > 0 ? values : [''])

/** What is to be done next, by the key of its matter. */
async function stepsAgreed(db: Reads, items: readonly CareTold[]): Promise<ReadonlyMap<string, string>> {
  const byRecord = new Map(
    items.filter(({ ruleId }) => ruleId === 'next').map(({ key }) => [key.slice(key.lastIndexOf(':') + 1), key]),
  )
  if (byRecord.size === 0) return new Map()
  const rows = await db
    .selectFrom('careRecords')
    .select(['id', 'nextStep'])
    .where(
      'id',
      'in',
      [...byRecord.keys()].map(id => CareRecordId.parse(id)),
    )
    .execute()
  return new Map(rows.map(({ id, nextStep }) => [byRecord.get(id) ?? '', nextStep]))
}

/** Items with names, with whoever is paired with the person, and why they were waived. */
export async function toRows(db: Reads, found: readonly CareItem[]): Promise<CareDueRow[]> {
  const items = found.map(toldOf)
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
    .select(['careEntries.id', 'careEntries.cadreKey', 'accounts.name', 'careEntries.visitor'])
    .where('careEntries.cadreKey', 'in', keys)
    .where('careEntries.endedFor', 'is', null)
    .execute()
  // Whoever is paired in the list that made it due, else whoever is paired with the person at all.
  const visitorOf = ({ personKey, source }: CareTold): string => {
    const named = pairs
      .map(({ id, cadreKey, name, visitor }) => ({ id, cadreKey, words: name ?? visitor }))
      .filter(({ cadreKey, words }) => cadreKey === personKey && words !== '')
    return (named.find(({ id }) => id === source) ?? named[0])?.words ?? ''
  }
  const agreed = await stepsAgreed(db, items)
  const waived = await db
    .selectFrom('careWaivers')
    .select(['dueKey', 'reason'])
    .where('dueKey', 'in', listed(items.map(({ key }) => key)))
    .execute()
  const reasons = new Map(waived.map(({ dueKey, reason }) => [dueKey, reason]))
  const told = await reports(db)
  return items.flatMap(each => {
    const { personKey, source: _source, ...item } = each
    const person = people.get(personKey)
    if (!person) return []
    const step = agreed.get(item.key)
    return {
      ...item,
      why: step === undefined ? item.why : `${item.why}：${step}`,
      cadreId: person.id,
      name: person.name,
      post: person.currentPost,
      unitId: person.unitId,
      unitName: person.unitName ?? '',
      visitor: visitorOf(each),
      waivedFor: reasons.get(item.key) ?? null,
      report: told.get(item.key) ?? null,
    }
  })
}

/** What is due, kept until the next commit, of a unit and what lies below it. */
export async function dueHere(
  context: QueryContext,
  { unitId, cadreId, window }: { unitId: string | null; cadreId: CadreId | null; window?: { from: Day; to: Day } },
): Promise<readonly CareItem[]> {
  const { db, caller } = context
  const on = dayNow(context)
  const only = cadreId === null ? undefined : await keyOf(db, caller, cadreId)
  const asked = { ...(only === undefined ? {} : { only }), ...(window ? { window } : {}) }
  const key = `care ${on} ${JSON.stringify([caller.scope, asked])}`
  const { items, unitOf } = await remembered(db, key, () => dueOn(db, caller.scope, on, asked))
  if (unitId === null) return items
  const units = new Set<string>((await listWithin(db, [unitId])).map(({ id }) => id))
  return items.filter(({ personKey }) => units.has(unitOf.get(personKey) ?? ''))
}

/** What is asked for, in every state. */
export async function dueAsked(
  context: QueryContext,
  { unitId, cadreId, ruleId, dimension, from, until }: CareDueFilter,
): Promise<readonly CareItem[]> {
  const window = until === null ? {} : { window: { from: from ?? dayNow(context), to: until } }
  return (await dueHere(context, { unitId, cadreId, ...window })).filter(
    item =>
      (ruleId === null || item.rule.id === ruleId) &&
      (dimension === null || item.rule.dimension === dimension) &&
      (from === null || item.dueOn >= from || item.actOn >= from) &&
      (until === null || item.actOn <= until || item.dueOn <= until),
  )
}
/** Of those, the ones in the states that are asked for. */
export const chosenOf = (items: readonly CareItem[], { states }: Pick<CareDueFilter, 'states'>): readonly CareItem[] =>
  states.length === 0 ? items : items.filter(({ state }) => states.includes(state))

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
