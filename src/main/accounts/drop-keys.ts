import { AppError } from '../../shared/result'
import { type BeforeChange, backUpBefore } from '../backups/before'
import type { OpenStore } from '../session/open-store'
import { rekey } from '../store/rekey'
import { zero } from '../store/seal'
import { withoutSlot } from '../store/vault'

type Place = Pick<BeforeChange, 'folder' | 'version' | 'clock'>

/**
 * Takes an account's slot away and re-keys the store: old copies of the header must not open it any more. The header
 * without the slot is written with the next key in it: one without either would look settled after a kill. The store is
 * backed up first. @throws AppError disk-full before anything is changed
 */
function dropKeys(place: Place, store: OpenStore, id: string): void {
  const old = store.dek
  const { folder } = place
  backUpBefore('rekey', { folder, version: place.version, clock: place.clock, ...store })
  const vault = withoutSlot(store.vault, old, id)
  try {
    rekey(folder, store.raw, { vault, dek: old }, now => {
      store.vault = now.vault
      store.dek = now.dek
    })
  } finally {
    if (store.dek !== old) zero(old)
  }
  store.anchor()
}

/** Key slots without an account, of those that were closed or that a crash has left: they go, and the store is re-keyed. */
export function dropOrphanKeys(place: Place, store: OpenStore): void {
  const rows = store.raw.prepare("SELECT id FROM accounts WHERE state <> 'closed'").pluck().all()
  const orphan = store.vault.slots.find(({ id }) => !rows.includes(id))
  if (!orphan) return
  try {
    dropKeys(place, store, orphan.id)
  } catch (error) {
    // Without room for a re-key, or over a damaged page, people still get in: the slot opens nothing for an account that is closed.
    if (!(error instanceof AppError)) throw error
    return
  }
  dropOrphanKeys(place, store)
}
