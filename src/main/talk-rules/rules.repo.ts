import type { AccountId } from '../../shared/accounts/accounts'
import { inForce } from '../../shared/basis/versions.rules'
import { TalkRule } from '../../shared/talk-rules/talk-rules'
import { shippedTalkRules } from '../../shared/talk-rules/talk-rules.data'
import type { Reads, Writes } from '../store/schema'

export type VersionedRule = TalkRule & { readonly version: number }

/** Every version of each rule, the oldest first; rules in the order in which they ship, a unit's own last. */
async function everyVersion(db: Reads): Promise<VersionedRule[][]> {
  const rules = new Map<string, VersionedRule[]>(shippedTalkRules.map(rule => [rule.id, [{ ...rule, version: 0 }]]))
  const rows = await db.selectFrom('talkRules').select(['body', 'version']).orderBy('version').execute()
  for (const { body, version } of rows) {
    const rule = TalkRule.parse(JSON.parse(body))
    rules.set(rule.id, [...(rules.get(rule.id) ?? []), { ...rule, version }])
  }
  return [...rules.values()]
}

/** Every rule in its newest version, be it in force yet or not. */
export const current = async (db: Reads): Promise<VersionedRule[]> =>
  (await everyVersion(db)).flatMap(each => each.slice(-1))

/** What asks for talks: each version of a rule for as long as it is the one in force, where it is switched on. */
export const asking = async (db: Reads): Promise<VersionedRule[]> =>
  (await everyVersion(db)).flatMap(inForce).filter(({ on }) => on)

/** How a rule came to be as it is, the newest first. */
export async function versions(db: Reads, id: string) {
  const rows = await db
    .selectFrom('talkRules')
    .select(['body', 'version', 'changedAt', 'changedBy', 'reason'])
    .where('id', '=', id)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({ body, version, ...row }) => ({ rule: { ...TalkRule.parse(JSON.parse(body)), version }, ...row }))
}

export async function put(
  db: Writes,
  { version, ...rule }: VersionedRule,
  by: { readonly id: AccountId; readonly at: string; readonly reason: string },
): Promise<void> {
  await db
    .insertInto('talkRules')
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
