import { takenBack, type Vault } from '../store/vault'
import { writeVault } from '../store/vault-file'
import type { OpenStore } from './open-store'

/**
 * Writes a changed header and then does what belongs to it. When either fails the header says again what it said before, so that
 * what is told as not saved is not in force.
 */
export async function withHeader<T>(
  folder: string,
  store: Pick<OpenStore, 'vault' | 'dek'>,
  changed: Vault,
  work: () => Promise<T>,
): Promise<T> {
  const before = store.vault
  try {
    writeVault(folder, changed)
    store.vault = changed
    return await work()
  } catch (error) {
    store.vault = takenBack(before, changed, store.dek)
    try {
      writeVault(folder, store.vault)
    } catch {
      // The first failure is told. The disk refuses this one too, and holds one of the two.
    }
    throw error
  }
}
