import type { AccountId } from '../../shared/accounts/accounts'
import { CareRule } from '../../shared/care-rules/care-rules'
import { shippedCareRules } from '../../shared/care-rules/care-rules.data'
import type { Day } from '../../shared/dates/add-months'
import { dayOf, stampOf } from '../../shared/dates/stamps'
import { todayDay } from '../../shared/dates/today'
import type { Reads, Writes } from '../store/schema'

export type VersionedRule = CareRule & { readonly version: number }
interface By {
  readonly id: AccountId
  readonly at: string
  readonly reason: string
}

/** Every version of each rule, the oldest first; rules in the order in which they ship, a unit's own last. */
export async function everyVersion(db: Reads): Promise<VersionedRule[][]> {
  const rules = new Map<string, VersionedRule[]>(shippedCareRules.map(rule => [rule.id, [{ ...rule, version: 0 }]]))
  const rows = await db.selectFrom('careRules').select(['body', 'version']).orderBy('version').execute()
  for (const { body, version } of rows) {
    const rule = CareRule.parse(JSON.parse(body))
    rules.set(rule.id, [...(rules.get(rule.id) ?? []), { ...rule, version }])
  }
  return [...rules.values()]
}

/** Every rule in its newest version, be it in force yet or not. */
export const current = async (db: Reads): Promise<VersionedRule[]> =>
  (await everyVersion(db)).flatMap(each => each.slice(-1))

/** How a rule came to be as it is, the newest first. */
export async function versions(db: Reads, id: string) {
  const rows = await db
    .selectFrom('careRules')
    .select(['body', 'version', 'changedAt', 'changedBy', 'reason'])
    .where('id', '=', id)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({ body, version, ...row }) => ({ rule: { ...CareRule.parse(JSON.parse(body)), version }, ...row }))
}

export async function put(db: Writes, { version, ...rule }: VersionedRule, by: By): Promise<void> {
  await db
    .insertInto('careRules')
    .values({
      id: rule.id,
      version,
      body: JSON.stringify(rule),
      changedAt: by.at,
      changedBy: by.id,
      reason: by.reason,
    })
    .execute()
}

/** The day from which what falls due is asked for: the one that was set, else the day on which the store was set up. */
export async function start(db: Reads): Promise<{ readonly since: Day; readonly reason: string }> {
  const set = await db.selectFrom('careStart').select(['since', 'reason']).executeTakeFirst()
  if (set) return { since: dayOf(set.since), reason: set.reason }
  const { createdAt } = await db.selectFrom('storeInfo').select('createdAt').executeTakeFirstOrThrow()
  return { since: todayDay(new Date(createdAt)), reason: '' }
}
export async function setStart(db: Writes, since: Day, { id, at, reason }: By): Promise<void> {
  await db.deleteFrom('careStart').execute()
  await db
    .insertInto('careStart')
    .values({ only: 1, since: stampOf(since), byId: id, at, reason })
    .execute()
}
