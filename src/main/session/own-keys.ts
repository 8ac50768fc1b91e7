import type { AccountId } from '../../shared/accounts/accounts'
import { fingerprint } from '../store/audit-chain'
import { publicKeyFor, unseal } from '../store/seal'
import { publicKeyOf } from '../store/vault'
import type { OpenStore } from './open-store'

/** What a handler may do with keys: open what is sealed to the caller, seal to others. The private key itself stays here. */
export interface OwnKeys {
  readonly storeId: string
  /** Names the caller's present key pair. Another one means that others have reset the password. */
  print(): string
  /** Undefined for an account that has no key slot any more. */
  publicKeyOf(id: AccountId): Buffer | undefined
  /** @throws AppError store-damaged when it was sealed to another key or context, or was changed */
  unseal(sealed: string, context: string): Buffer
}

export const ownKeysOf = (store: Pick<OpenStore, 'vault' | 'privateKey'>): OwnKeys => ({
  get storeId() {
    return store.vault.storeId
  },
  print: () => fingerprint(publicKeyFor(store.privateKey)),
  publicKeyOf: id => (store.vault.slots.some(slot => slot.id === id) ? publicKeyOf(store.vault, id) : undefined),
  unseal: (sealed, context) => unseal(store.privateKey, sealed, context),
})
