import type { ArrivalDetail } from '../../shared/exchange/exchange'
import type { Writer } from '../../shared/exchange/merge.rules'
import type { Caller } from '../ipc/contexts'
import type { Reads, Writes } from '../store/schema'
import { type ArrivalRow, modulesOf, type StoredItem, shownItem, updateItem } from './arrivals.repo'
import { candidatesOf } from './identify'
import * as identities from './identity.repo'
import { differencesOf, judgePerson, stateOf } from './judging'

/** A writer for looking only: nothing of what it numbers is kept. */
export const lookingWriter = async (db: Reads): Promise<Writer> => identities.writerOf(await identities.get(db))

/** Judges a person of a package anew and keeps how it stands. @returns whether that is another way than before */
export async function refresh(db: Writes, arrival: ArrivalRow, item: StoredItem, writer: Writer): Promise<boolean> {
  const judged = await judgePerson(db, item, modulesOf(arrival), writer)
  const now = { ...stateOf(item.fate, judged.values), cadreRevision: judged.local?.revision ?? null }
  const before = {
    state: item.state,
    changes: item.changes,
    conflicts: item.conflicts,
    cadreRevision: item.cadreRevision,
  }
  if (JSON.stringify(now) === JSON.stringify({ ...now, ...before })) return false
  await updateItem(db, item, now)
  return true
}

export async function detailOf(
  db: Reads,
  caller: Pick<Caller, 'scope'>,
  arrival: ArrivalRow,
  item: StoredItem,
): Promise<ArrivalDetail> {
  const judged = await judgePerson(db, item, modulesOf(arrival), await lookingWriter(db))
  return {
    item: shownItem(item),
    cadreId: item.cadreId,
    note: item.note,
    candidates: await candidatesOf(db, caller, item.person),
    differences: item.fate === 'skip' || item.fate === null ? [] : differencesOf(judged, item.person),
  }
}
