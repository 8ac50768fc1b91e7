import { existsSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { type Capability, capabilitiesOf, type Role } from '../../shared/accounts/roles'
import type {
  BackupContents,
  BackupHead,
  BackupName,
  BackupPreview,
  ListedBackup,
  Lost,
  RestoreKey,
} from '../../shared/backups/backups'
import { AppError } from '../../shared/result'
import { instantOf } from '../ipc/clock'
import type { GatehouseOptions } from '../session/gatehouse'
import { readAnchor } from '../store/anchor'
import { makeFolder, syncFolder } from '../store/atomic-file'
import { appendLine } from '../store/audit'
import { openManifest, readBackup } from '../store/backup-format'
import { keepMachineSecret, loadMachineSecret } from '../store/machine-secret'
import { closeStore, openEncrypted } from '../store/open'
import { zero } from '../store/seal'
import { exchangeStore, incomingFolder, isExchanging } from '../store/set-aside'
import { backupsFolder, storeFile } from '../store/store-paths'
import { openTries } from '../store/tries'
import { loginHash, unlock, unlockWithRecovery, type Vault } from '../store/vault'
import { readVaultCopies, writeVault } from '../store/vault-file'
import { parseVault } from '../store/vault-format'
import { insideRunner } from './inside-runner'
import { type Followed, runWithKey } from './long-work'
import { isThere, readSecond } from './second-place'
import { listShelf, pathIn } from './shelf'

const NEEDS: Capability = 'backups.make'

interface Opened {
  readonly vault: Vault
  readonly dek: Buffer
  readonly machineSecret: Buffer
  /** Null when the printed code opened it. */
  readonly accountId: string | null
}
/** Where the restored store goes: in the place of the present one, or into a folder of its own. */
export type RestoreTo = { readonly kind: 'place' } | { readonly kind: 'beside'; readonly folder: string }

export type Restorer = ReturnType<typeof createRestorer>

/** Restores and salvages while nobody is signed in. Whoever does it must have been entitled to when the backup was made. */
export function createRestorer(options: GatehouseOptions) {
  const { folder, machineDir, clock } = options
  const run = options.longWork ?? insideRunner
  /** Files that a person chose, by the name they are listed under. */
  const chosen = new Map<string, string>()

  /** The header of the place, where one can be read: it tells which backups are this store's. */
  function presentVault(): Vault | undefined {
    try {
      return readVaultCopies(folder)[0]
    } catch (error) {
      if (error instanceof AppError) return undefined
      throw error
    }
  }
  function folderOf(place: BackupName['place']): string | undefined {
    if (place === 'main') return backupsFolder(folder)
    const storeId = presentVault()?.storeId
    const second = storeId === undefined ? undefined : readSecond(machineDir, storeId, options.limits.backupFolder)
    return second && isThere(second) ? second.folder : undefined
  }
  function pathOf({ place, file }: BackupName): string {
    const path = place === 'chosen' ? chosen.get(file) : pathIn(folderOf(place) ?? '', file)
    if (path === undefined || !existsSync(path)) throw new AppError('not-found', '这份备份已经不在了，请重新选择')
    return path
  }

  function listed(place: 'main' | 'second'): ListedBackup[] {
    const at = folderOf(place)
    if (at === undefined) return []
    return listShelf({ folder: at, place, dek: null, storeId: presentVault()?.storeId ?? null, checks: new Map() })
  }

  /** @throws AppError wrong-password, throttled, machine-unknown, backup-damaged */
  async function open(copies: readonly Vault[], key: RestoreKey): Promise<Opened> {
    const storeId = copies[0]?.storeId ?? ''
    if (key.kind === 'recovery') {
      const { vault, dek, machineSecret } = await unlockWithRecovery(copies, key.code)
      return { vault, dek, machineSecret, accountId: null }
    }
    const machineSecret = loadMachineSecret(machineDir, storeId)
    const tries = openTries(folder, machineDir, storeId, machineSecret)
    const hash = loginHash(machineSecret, key.login)
    tries.insistMayTry(hash, clock.now())
    const unlocked = await unlock(copies, { ...key, machineSecret }).catch((error: unknown) => {
      if (!(error instanceof AppError) || error.code !== 'wrong-password') throw error
      tries.recordFailure(hash)
      throw new AppError('wrong-password', '登录名或密码不对。要用备份那时的密码，或者恢复码')
    })
    tries.recordSuccess(hash)
    return { ...unlocked, machineSecret, accountId: unlocked.slotId }
  }

  /** The printed code may; of the accounts those that may back up, as they were in that file. */
  function insistMay(file: string, { dek, accountId }: Opened): void {
    if (accountId === null) return
    const raw = openEncrypted(file, dek, { readonly: true })
    try {
      const row = raw
        .prepare<[string], { roles: string; state: string }>('SELECT roles, state FROM accounts WHERE id = ?')
        .get(accountId)
      const roles = row?.state === 'active' ? (JSON.parse(row.roles) as Role[]) : []
      if (!capabilitiesOf(roles).includes(NEEDS))
        throw new AppError('forbidden', '恢复由系统管理员或组织干事办理，这个账户没有这项权限')
    } finally {
      raw.close()
    }
  }

  async function openBackup(name: BackupName, key: RestoreKey) {
    const path = pathOf(name)
    const { manifest, header } = readBackup(path)
    const opened = await open([parseVault(header)], key)
    try {
      const contents = openManifest(manifest, opened.dek)
      insistMay(path, opened)
      return { path, head: manifest.head, contents, ...opened }
    } catch (error) {
      zero(opened.dek)
      throw error
    }
  }

  /** The first thing that a restored store tells of itself. */
  function recordIn(file: string, opened: Opened, channel: string, details: string): void {
    const raw = openEncrypted(file, opened.dek)
    try {
      raw
        .transaction(() =>
          appendLine(raw, {
            t: clock.now(),
            m: Math.round(performance.now()),
            boot: '',
            session: '',
            account: opened.accountId,
            roles: [],
            machine: options.machine,
            channel,
            subject: null,
            outcome: 'done',
            reason: null,
            details,
            version: options.version,
          }),
        )
        .immediate()
    } finally {
      closeStore(raw)
    }
  }

  function seenOf({ vault, dek }: Opened): number | null {
    return readAnchor({ machineDir, storeId: vault.storeId }, dek)?.seq ?? null
  }

  /** An empty folder in which the new store is put together, and what brings it to its place. */
  function staging(to: RestoreTo): { readonly at: string; settle(): string } {
    const at = to.kind === 'place' ? incomingFolder(folder) : `${to.folder}.partial`
    if (to.kind === 'beside' && existsSync(to.folder) && readdirSync(to.folder).length > 0)
      throw new AppError('conflict', '这个文件夹不是空的，请换一个空文件夹')
    rmSync(at, { recursive: true, force: true })
    makeFolder(at)
    return {
      at,
      settle() {
        if (to.kind === 'place') return exchangeStore(folder, instantOf(clock))
        if (existsSync(to.folder)) rmdirSync(to.folder)
        renameSync(at, to.folder)
        syncFolder(dirname(to.folder))
        return basename(to.folder)
      },
    }
  }

  /** Puts a store together in its staging folder, tells the chain of it, and brings it to its place. */
  async function build<T>(
    to: RestoreTo,
    opened: Opened,
    channel: string,
    fill: (target: string) => Promise<{ result: T; details: string }>,
  ): Promise<{ result: T; name: string }> {
    const { at, settle } = staging(to)
    try {
      const target = storeFile(at)
      const { result, details } = await fill(target)
      writeVault(at, opened.vault)
      recordIn(target, opened, channel, details)
      keepMachineSecret(machineDir, opened.vault.storeId, opened.machineSecret)
      return { result, name: settle() }
    } catch (error) {
      // Once the plan of renames stands, what lies here is the store, and the exchange is gone on with.
      if (to.kind === 'beside' || !isExchanging(folder)) rmSync(at, { recursive: true, force: true })
      throw error
    }
  }

  const seenWords = (seen: number | null): string => (seen === null ? '本机没有它的记录' : `本机记到第 ${seen} 行`)
  const describe = (head: BackupHead, contents: BackupContents, seen: number | null): string =>
    `由 ${head.at} 的备份恢复，审计日志到第 ${contents.seq} 行，${seenWords(seen)}`

  return {
    /** What can be restored from: of this store, or of any when its header is gone. Newest first. */
    found: (): ListedBackup[] =>
      [...listed('main'), ...listed('second')].toSorted((a, b) => (b.head?.at ?? '').localeCompare(a.head?.at ?? '')),
    /** A file that the person chose. @throws AppError backup-damaged */
    choose(path: string): ListedBackup {
      const { manifest } = readBackup(path)
      const file = basename(path)
      chosen.set(file, path)
      return {
        file,
        place: 'chosen',
        bytes: manifest.head.dataBytes,
        head: manifest.head,
        contents: null,
        check: null,
        good: true,
      }
    },
    async preview(name: BackupName, key: RestoreKey): Promise<BackupPreview> {
      const opened = await openBackup(name, key)
      const seen = seenOf(opened)
      zero(opened.dek)
      const behind = seen === null ? null : Math.max(0, seen - opened.contents.seq)
      return { head: opened.head, unit: opened.vault.label, contents: opened.contents, behind }
    },
    /** @returns the name of the folder that the present store was set aside in, empty where there was none; or of the new one */
    async restore(name: BackupName, key: RestoreKey, to: RestoreTo, followed: Followed): Promise<{ name: string }> {
      const opened = await openBackup(name, key)
      const { path, head, contents, dek } = opened
      try {
        const { name: where } = await build(to, opened, 'backups.restore', async target => {
          await runWithKey(run, dek, { kind: 'extract', file: path, target }, followed)
          return { result: {}, details: describe(head, contents, seenOf(opened)) }
        })
        return { name: where }
      } finally {
        zero(dek)
      }
    },
    /** Saves what can be read of the damaged store in the place, which is set aside. */
    async salvage(key: RestoreKey, followed: Followed): Promise<{ name: string; rows: number; lost: Lost[] }> {
      const opened = await open(readVaultCopies(folder), key)
      const { dek } = opened
      try {
        const { result, name } = await build({ kind: 'place' }, opened, 'backups.salvage', async target => {
          const saved = await runWithKey(run, dek, { kind: 'salvage', file: storeFile(folder), target }, followed)
          insistMay(target, opened)
          const lost = saved.lost.map(({ table, rows, what }) => `${table} ${rows < 0 ? '若干' : rows} 行${what}`)
          return { result: saved, details: `抢救出 ${saved.rows} 行；${lost.join('；') || '没有丢失'}`.slice(0, 900) }
        })
        return { name, rows: result.rows, lost: [...result.lost] }
      } finally {
        zero(dek)
      }
    },
  }
}
