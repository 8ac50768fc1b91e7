import { randomBytes } from 'node:crypto'
import { AppError } from '../../shared/result'
import { requireFree } from './disk'
import { openEncrypted, pageKey, type Raw } from './open'
import { zero } from './seal'
import { toStoreError } from './store-errors'
import { storeFile } from './store-paths'
import { promoted, type Unlocked, type Vault, withNextDek } from './vault'
import { isVaultWritten, writeVault } from './vault-file'
import { storeBytes } from './whole'

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

/** Rewrites every page under the next key: the file opens with one of the two keys, whatever happens. */
function turnPages(raw: Raw, folder: string, nextDek: Buffer): void {
  requireFree(folder, storeBytes(raw) * 2 + MARGIN_BYTES)
  const key = pageKey(nextDek)
  try {
    raw.rekey(key)
  } catch (error) {
    throw toStoreError(error)
  } finally {
    zero(key)
  }
}

/** Before the header gives the old key up. */
function assertTurned(raw: Raw, folder: string, nextDek: Buffer): void {
  assertOpens(storeFile(folder), nextDek)
  raw.pragma('wal_checkpoint(TRUNCATE)')
}

/**
 * Gives the whole store a new DEK: needed after an account was removed, because old copies of the header still open
 * the old one. The header holds both keys before a page changes, so a kill or a power cut leaves a store that opens
 * (security.md §5.2: 932 of 932 states), and whoever opens it next finishes what was begun. `raw` must be the only
 * writer and goes on working.
 * @param keep is told which header and DEK count, as they change: also when a later step fails the session must go on with
 *   those, since a header without the next key would leave a file that nothing opens. The caller rewrites the anchor and wipes
 *   the old DEK.
 * @throws AppError disk-full (the rewritten file goes through the WAL first), store-damaged
 */
export function rekey(
  folder: string,
  raw: Raw,
  { vault, dek, nextDek = randomBytes(32) }: { readonly vault: Vault; readonly dek: Buffer; readonly nextDek?: Buffer },
  keep: (now: { readonly vault: Vault; readonly dek: Buffer }) => void,
): void {
  const pending = withNextDek(vault, dek, nextDek)
  writeVault(folder, pending)
  keep({ vault: pending, dek })
  turnPages(raw, folder, nextDek)
  const settled = promoted(pending, dek, nextDek)
  keep({ vault: settled, dek: nextDek })
  assertTurned(raw, folder, nextDek)
  writeVault(folder, settled)
}

export type OpenedStore = {
  readonly raw: Raw
  readonly vault: Vault
  readonly dek: Buffer
  /** What became of a re-key that was interrupted. 'postponed': there was no room, or a page is damaged; the next opening tries again. */
  readonly rekey: 'none' | 'finished' | 'postponed'
}

/**
 * Opens the store of an unlocked header, finishes an interrupted re-key, and mends a header copy that is damaged or
 * behind. Hold the store lock.
 * @throws AppError as `openEncrypted`
 */
export function openWithVault(folder: string, { vault, dek, nextDek }: Unlocked): OpenedStore {
  const file = storeFile(folder)
  const opened = nextDek
    ? settle(folder, vault, dek, nextDek)
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

/** Forward and never back: the old key was given up because somebody may still hold it. */
function settle(folder: string, vault: Vault, dek: Buffer, nextDek: Buffer): OpenedStore {
  const finished = (raw: Raw): OpenedStore => ({
    raw,
    vault: promoted(vault, dek, nextDek),
    dek: nextDek,
    rekey: 'finished',
  })
  let raw: Raw
  try {
    raw = openEncrypted(storeFile(folder), dek)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'store-damaged') throw error
    return finished(openEncrypted(storeFile(folder), nextDek))
  }
  let hasTurned = false
  try {
    turnPages(raw, folder, nextDek)
    hasTurned = true
    assertTurned(raw, folder, nextDek)
    return finished(raw)
  } catch (error) {
    // Without room, or over a damaged page, the store is opened as it is: people get in, and to what mends it.
    if (!hasTurned && error instanceof AppError && ['disk-full', 'store-damaged'].includes(error.code))
      return { raw, vault, dek, rekey: 'postponed' }
    raw.close()
    throw error
  }
}
