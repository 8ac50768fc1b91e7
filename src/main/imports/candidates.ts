import type { Scope } from '../../shared/accounts/accounts'
import { findMatches } from '../../shared/cadres/duplicates.rules'
import type { Candidate } from '../../shared/imports/imports'
import { type Alike, findAlike } from '../cadres/alike.repo'
import type { Reads } from '../store/schema'
import { listWithin } from '../units/units.repo'
import type { StagedRecord } from './items.repo'

/** More namesakes than anybody can tell apart. */
const most = 50

/** Everybody in the store who may be this person, the surest first. */
export async function matchesOf(db: Reads, scope: Scope, { fields }: StagedRecord) {
  return findMatches<Alike>(fields, await findAlike(db, scope, [fields])).slice(0, most)
}

export async function candidatesOf(db: Reads, scope: Scope, record: StagedRecord): Promise<Candidate[]> {
  const names = new Map<string | null, string>((await listWithin(db, scope)).map(({ id, name }) => [id, name]))
  return (await matchesOf(db, scope, record)).map(({ why, person }) => ({
    id: person.id,
    name: person.name,
    birth: person.birth,
    unitName: names.get(person.unitId) ?? '',
    currentPost: person.currentPost,
    trashed: person.trashed,
    why,
  }))
}
