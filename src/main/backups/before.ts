import { join } from 'node:path'
import type { BackupHead, BackupKind } from '../../shared/backups/backups'
import { instantOf } from '../ipc/clock'
import { makeBackup } from '../store/backup-make'
import type { Raw } from '../store/open'
import { backupsFolder } from '../store/store-paths'
import { printVault, type Vault } from '../store/vault-format'
import { fileNameOf } from './shelf'

export interface BeforeChange {
  readonly folder: string
  readonly raw: Raw
  readonly dek: Buffer
  readonly vault: Vault
  readonly version: string
  readonly clock: { now(): number; newId(): string }
}

/** What a new backup is called and bears. */
export function orderOf(
  { vault, version, clock }: Omit<BeforeChange, 'folder' | 'raw' | 'dek'>,
  kind: BackupKind,
  note: string,
) {
  return {
    id: clock.newId(),
    storeId: vault.storeId,
    kind,
    at: instantOf(clock),
    version,
    note,
    header: printVault(vault),
  }
}

/**
 * A backup before the whole store is changed, on the store's own connection: nobody may write in between.
 * @throws AppError disk-full and others; the change must then not be made
 */
export function backUpBefore(kind: 'migration' | 'rekey', change: BeforeChange): BackupHead {
  const order = orderOf(change, kind, '')
  return makeBackup(change.raw, change.dek, join(backupsFolder(change.folder), fileNameOf(order)), order)
}
