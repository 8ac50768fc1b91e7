import { stampOf } from '../../shared/dates/stamps'
import type { HonourId, Revocation } from '../../shared/honours/honours'
import type { Writes } from '../store/schema'

/** An honour that was withdrawn: it stays in the register as revoked. */
export const putRevocation = (db: Writes, id: HonourId, { on, ground, documentNo, note }: Revocation) =>
  db
    .updateTable('honours')
    .set(({ eb }) => ({
      revokedOn: stampOf(on),
      revokedGround: ground,
      revokedDocument: documentNo,
      revokedNote: note,
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', id)
    .execute()

/** A row that was entered by mistake: it is shown no more. */
export const strike = (db: Writes, id: HonourId, reason: string) =>
  db
    .updateTable('honours')
    .set(({ eb }) => ({ removedFor: reason, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
