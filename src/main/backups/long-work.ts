import type { BackupHead, Finding } from '../../shared/backups/backups'
import {
  type BackupOrder,
  type BackupWatch,
  copyBackup,
  extractBackup,
  makeBackup,
  type Verified,
  verifyBackup,
} from '../store/backup-make'
import { findDamage } from '../store/damage'
import { closeStore, openEncrypted } from '../store/open'
import { type Salvaged, salvage } from '../store/salvage'
import { zero } from '../store/seal'

/** What takes seconds on a large store, and so is done beside whoever works. `dek` is a copy that is wiped afterwards. */
export type LongWork =
  | {
      readonly kind: 'make'
      readonly file: string
      readonly dek: Buffer
      readonly target: string
      readonly order: BackupOrder
    }
  | { readonly kind: 'verify'; readonly file: string; readonly dek: Buffer }
  /** Brings a backup to another place. */
  | { readonly kind: 'copy'; readonly file: string; readonly target: string }
  /** Takes the data file out of a backup, to a file that is not there yet. */
  | { readonly kind: 'extract'; readonly file: string; readonly dek: Buffer; readonly target: string }
  | { readonly kind: 'damage'; readonly file: string; readonly dek: Buffer }
  /** Writes what can be read of a damaged store into a new file. */
  | { readonly kind: 'salvage'; readonly file: string; readonly dek: Buffer; readonly target: string }

export interface LongResults {
  make: BackupHead
  verify: Verified
  copy: undefined
  extract: Verified
  damage: readonly Finding[]
  salvage: Salvaged
}

/** Does the work in this thread. @throws AppError as the work does, cancelled */
export function carryOut<W extends LongWork>(work: W, watch: BackupWatch): LongResults[W['kind']]
export function carryOut(work: LongWork, watch: BackupWatch): LongResults[LongWork['kind']] {
  if (work.kind === 'copy') {
    copyBackup(work.file, work.target, watch)
    return undefined
  }
  if (work.kind === 'verify') return verifyBackup(work.file, work.dek, watch)
  if (work.kind === 'extract') return extractBackup(work.file, work.dek, work.target, watch)
  if (work.kind === 'salvage') return salvage(work.file, work.dek, work.target, watch)
  // Not a reading connection: SQLite makes a copy through none of those.
  const own = openEncrypted(work.file, work.dek)
  try {
    return work.kind === 'make' ? makeBackup(own, work.dek, work.target, work.order, watch) : findDamage(own, watch)
  } finally {
    closeStore(own)
  }
}

export interface Followed {
  readonly signal: AbortSignal
  step(step: string, done: number, total: number): void
}

/** Does long work somewhere and tells how far it has come. */
export type Runner = <W extends LongWork>(work: W, followed: Followed) => Promise<LongResults[W['kind']]>

type Keyed = Exclude<LongWork, { kind: 'copy' }>
/** Runs work with a copy of the key that is wiped when it has ended. `work` is all of it but the key. */
export async function runWithKey<K extends Keyed['kind']>(
  run: Runner,
  dek: Buffer,
  work: Omit<Extract<Keyed, { kind: K }>, 'dek'> & { readonly kind: K },
  followed: Followed,
): Promise<LongResults[K]> {
  const copy = Buffer.from(dek)
  try {
    return await run({ ...work, dek: copy } as unknown as Extract<Keyed, { kind: K }>, followed)
  } finally {
    zero(copy)
  }
}
