import type { Raw } from '../store/open'
import { publicKeyOf, recoveryPublicKey, type Vault } from '../store/vault'

export interface AuditRecipient {
  readonly id: string
  readonly publicKey: Buffer
}

/** The id under which an epoch's key is sealed for the holder of the printed recovery code. */
const RECOVERY_RECIPIENT = 'recovery'

/** Who can read the keys of the audit chain: every auditor that is not closed, and the printed recovery code. */
export function auditRecipients({ raw, vault }: { readonly raw: Raw; readonly vault: Vault }): AuditRecipient[] {
  const rows = raw
    .prepare(
      "SELECT id FROM accounts WHERE state <> 'closed' AND EXISTS (SELECT 1 FROM json_each(accounts.roles) WHERE value = 'auditor')",
    )
    .all() as { id: string }[]
  const held = new Set(vault.slots.map(slot => slot.id))
  return [
    ...rows.filter(({ id }) => held.has(id)).map(({ id }) => ({ id, publicKey: publicKeyOf(vault, id) })),
    { id: RECOVERY_RECIPIENT, publicKey: recoveryPublicKey(vault) },
  ]
}
