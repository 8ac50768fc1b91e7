import type { AccountId } from '../../shared/accounts/accounts'
import { type BackupCheck, type BackupRun, BackupSettings } from '../../shared/backups/backups'
import { defaultBackupSettings } from '../../shared/backups/rotation.rules'
import type { Reads, Writes } from '../store/schema'

export async function settingsOf(db: Reads): Promise<BackupSettings> {
  const row = await db.selectFrom('backupSettings').select('settings').executeTakeFirst()
  return row ? BackupSettings.parse(JSON.parse(row.settings)) : defaultBackupSettings
}

export async function adopt(db: Writes, settings: BackupSettings): Promise<void> {
  const text = JSON.stringify(settings)
  await db
    .insertInto('backupSettings')
    .values({ id: 1, settings: text })
    .onConflict(conflict => conflict.column('id').doUpdateSet({ settings: text }))
    .execute()
}

export interface NewRun extends BackupCheck {
  readonly kind: BackupRun['kind']
  readonly backupId: string | null
  readonly ms: number
  readonly accountId: AccountId
}
export async function record(db: Writes, { good, ...run }: NewRun): Promise<void> {
  await db
    .insertInto('backupRuns')
    .values({ ...run, good: good ? 1 : 0 })
    .execute()
}

/** The latest first. */
export async function runs(db: Reads): Promise<BackupRun[]> {
  const rows = await db
    .selectFrom('backupRuns')
    .innerJoin('accounts', 'accounts.id', 'backupRuns.accountId')
    .select(['kind', 'at', 'backupId', 'good', 'finding', 'ms', 'accounts.name as by'])
    .orderBy('seq', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ good, ...run }) => ({ ...run, good: good === 1 }))
}

/** What the last look through the store itself found. */
export async function lastDamage(db: Reads): Promise<BackupCheck | null> {
  const row = await db
    .selectFrom('backupRuns')
    .select(['at', 'good', 'finding'])
    .where('kind', '=', 'damage')
    .orderBy('seq', 'desc')
    .executeTakeFirst()
  return row ? { ...row, good: row.good === 1 } : null
}

/** The last check or drill of each backup, by its id. */
export async function checks(db: Reads): Promise<Map<string, BackupCheck>> {
  const rows = await db
    .selectFrom('backupRuns')
    .select(['backupId', 'at', 'good', 'finding'])
    .where('backupId', 'is not', null)
    .orderBy('seq')
    .execute()
  return new Map(
    rows.flatMap(({ backupId, at, good, finding }) =>
      backupId === null ? [] : [[backupId, { at, good: good === 1, finding }] as const],
    ),
  )
}
