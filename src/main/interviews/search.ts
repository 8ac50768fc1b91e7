import { sql } from 'kysely'
import type { AccountId } from '../../shared/accounts/accounts'
import type { Note } from '../../shared/interviews/interviews'
import { KeySet, readKeys } from '../cadres/keys'
import { phrase, spaced } from '../cadres/names'
import { remembered } from '../store/remembered'
import type { Reads } from '../store/schema'
import { isGivenTo } from './interviews.repo'

function matchOf(text: string): string | undefined {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .map(spaced)
    .filter(word => word !== '')
  return words.length > 0 ? words.map(phrase).join(' AND ') : undefined
}

/** Lines of talks that an account holds, records or was given to read. */
const readableLines = (db: Reads, id: AccountId): Promise<KeySet> =>
  remembered(db, `lines for ${id}`, async () => {
    const held = db.selectFrom('interviewTalkers').select('interviewKey as key').where('accountId', '=', id)
    const recorded = db.selectFrom('interviews').select('key').where('recorderId', '=', id)
    const given = db.selectFrom('interviews').select('key').where('readers', '<>', '[]').where(isGivenTo(id))
    const { json } = await db
      .selectFrom('interviewNotes')
      .select(sql<string>`json_group_array(key)`.as('json'))
      .where('interviewKey', 'in', held.union(recorded).union(given))
      .executeTakeFirstOrThrow()
    const keys = readKeys(json)
    return new KeySet(
      keys,
      keys.reduce((most, key) => Math.max(most, key), 0),
    )
  })

/** Matches looked at in one go: first as many as mostly do, then many at once. */
const FIRST = 1000
const MORE = 50_000

/**
 * The newest lines in which all the words stand, of those that an account may read. Sealed lines are in no index.
 * All matches are gone through, however many lie in talks of others.
 */
export async function searchLines(
  db: Reads,
  by: AccountId,
  text: string,
  limit: number,
): Promise<{ id: Note['id']; interviewKey: number; text: string }[]> {
  const match = matchOf(text)
  if (match === undefined) return []
  const readable = await readableLines(db, by)
  if (readable.size === 0) return []
  const found: number[] = []
  let [before, most] = [Number.MAX_SAFE_INTEGER, FIRST]
  for (;;) {
    const matches = db
      .selectFrom('interviewSearch')
      .select('rowid')
      .where(sql<boolean>`interview_search MATCH ${match}`)
      .where('rowid', '<', before)
      .orderBy('rowid', 'desc')
      .limit(most)
    const { json } = await db
      .selectFrom(matches.as('found'))
      .select(sql<string>`json_group_array(rowid)`.as('json'))
      .executeTakeFirstOrThrow()
    const keys = readKeys(json)
    found.push(...keys.filter(key => readable.has(key)).subarray(0, limit - found.length))
    if (found.length >= limit || keys.length < most) break
    before = keys.at(-1) ?? 0
    most = MORE
  }
  if (found.length === 0) return []
  return db
    .selectFrom('interviewNotes')
    .select(['id', 'interviewKey', 'text'])
    .where('key', 'in', found)
    .orderBy('key', 'desc')
    .execute()
}
