import type { OpenStore } from '../session/open-store'
import { rekey } from '../store/rekey'
import { zero } from '../store/seal'
import { withoutSlot } from '../store/vault'

/**
 * Takes an account's slot away and re-keys the store: old copies of the header must not open it any more. The header
 * without the slot is written with the next key in it: one without either would look settled after a kill.
 */
export function dropKeys(folder: string, store: OpenStore, id: string): void {
  const old = store.dek
  const without = withoutSlot(store.vault, old, id)
  const changed = rekey(folder, store.raw, without, old)
  store.vault = changed.vault
  store.dek = changed.dek
  zero(old)
  store.anchor()
}
