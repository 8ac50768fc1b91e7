import { randomBytes } from 'node:crypto'
import { AppError } from '../../shared/result'
import { storeBytes } from './copy'
import { requireFree } from './disk'
import { openEncrypted, pageKey, type Raw } from './open'
import { zero } from './seal'
import { toStoreError } from './store-errors'
import { storeFile } from './store-paths'
import { promoted, type Unlocked, type Vault, withNextDek, withoutNextDek } from './vault'
import { isVaultWritten, writeVault } from './vault-file'

const MARGIN_BYTES = 16 * 2 ** 20

function assertOpens(file: string, dek: Buffer): void {
  const reader = openEncrypted(file, dek, { readonly: true })
  try {
    if (reader.pragma('quick_check(1)', { simple: true }) !== 'ok') {
      throw new AppError('store-damaged', '更换密钥后的检查未通过')
    }
  } finally {
    reader.close()
  }
}

/**
 * Gives the whole store a new DEK: needed after an account was removed, because old copies of the header still open
 * the old one. The header holds both keys before a page changes, so a kill or a power cut leaves a store that opens
 * (security.md §5.2: 932 of 932 states). `raw` must be the only writer and goes on working.
 * @returns the header and DEK that count from now on; the caller rewrites the anchor and wipes the old DEK
 * @throws AppError disk-full (the rewritten file goes through the WAL first), store-damaged
 */
export function rekey(
  folder: string,
  raw: Raw,
  vault: Vault,
  dek: Buffer,
  nextDek: Buffer = randomBytes(32),
): { readonly vault: Vault; readonly dek: Buffer } {
  requireFree(folder, storeBytes(raw) * 2 + MARGIN_BYTES)
  const pending = withNextDek(vault, dek, nextDek)
  writeVault(folder, pending)
  const key = pageKey(nextDek)
  try {
    raw.rekey(key)
  } catch (error) {
    writeVault(folder, withoutNextDek(pending, dek))
    throw toStoreError(error)
  } finally {
    zero(key)
  }
  assertOpens(storeFile(folder), nextDek)
  raw.pragma('wal_checkpoint(TRUNCATE)')
  const settled = promoted(pending, dek, nextDek)
  writeVault(folder, settled)
  return { vault: settled, dek: nextDek }
}

export type OpenedStore = {
  readonly raw: Raw
  readonly vault: Vault
  readonly dek: Buffer
  /** What became of a re-key that was interrupted. After 'rolled-back' it has to be asked for again. */
  readonly rekey: 'none' | 'finished' | 'rolled-back'
}

/**
 * Opens the store of an unlocked header, settles an interrupted re-key, and mends a header copy that is damaged or
 * behind. Hold the store lock.
 * @throws AppError as `openEncrypted`
 */
export function openWithVault(folder: string, { vault, dek, nextDek }: Unlocked): OpenedStore {
  const file = storeFile(folder)
  const opened = nextDek
    ? settle(file, vault, dek, nextDek)
    : { raw: openEncrypted(file, dek), vault, dek, rekey: 'none' as const }
  if (!isVaultWritten(folder, opened.vault)) {
    try {
      writeVault(folder, opened.vault)
    } catch (error) {
      opened.raw.close()
      throw error
    }
  }
  return opened
}

function settle(file: string, vault: Vault, dek: Buffer, nextDek: Buffer): OpenedStore {
  try {
    return { raw: openEncrypted(file, dek), vault: withoutNextDek(vault, dek), dek, rekey: 'rolled-back' }
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'store-damaged') throw error
    return { raw: openEncrypted(file, nextDek), vault: promoted(vault, dek, nextDek), dek: nextDek, rekey: 'finished' }
  }
}
