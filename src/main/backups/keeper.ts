import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type {
  BackupHead,
  BackupKind,
  BackupName,
  BackupState,
  Finding,
  ListedBackup,
  SecondPlace,
} from '../../shared/backups/backups'
import { dueBackup, isLookDue } from '../../shared/backups/due.rules'
import { tableTitle } from '../../shared/backups/table-titles'
import { mayPlaceSecond } from '../../shared/it-policy/it-policy.rules'
import { AppError, insist } from '../../shared/result'
import type { GatehouseOptions } from '../session/gatehouse'
import type { OpenStore } from '../session/open-store'
import { makeFolder, renameOver, syncFile, syncFolder } from '../store/atomic-file'
import { hashOf } from '../store/backup-format'
import { requireFree, sizeOf } from '../store/disk'
import { zero } from '../store/seal'
import { toStoreError } from '../store/store-errors'
import { backupsFolder, storeFile } from '../store/store-paths'
import { transact } from '../store/transact'
import * as repo from './backups.repo'
import { orderOf } from './before'
import { insideRunner } from './inside-runner'
import type { Followed, LongResults, LongWork } from './long-work'
import { isThere, keepSecond, readSecond } from './second-place'
import { fileNameOf, listShelf, pathIn, rotate, type Shelf } from './shelf'

const LOOK_EACH_MS = 60_000
const unfollowed: Followed = { signal: new AbortController().signal, step: () => undefined }
/** What the account and the backups themselves leave in the chain changes nothing that a backup is for. */
const idle = "channel NOT LIKE 'session.%' AND channel NOT LIKE 'backups.%'"

/** Makes the backups of an open store, by hand and by the clock, and keeps the shelf in order. */
export function createKeeper(options: GatehouseOptions) {
  const { folder, machineDir, clock } = options
  const run = options.longWork ?? insideRunner
  const main = backupsFolder(folder)
  let store: OpenStore | undefined
  let queue: Promise<unknown> = Promise.resolve()
  let running = false
  let failure: string | null = null
  let looking: NodeJS.Timeout | undefined

  const opened = (): OpenStore => {
    if (!store) throw new AppError('signed-out', '已锁定，请先登录')
    return store
  }
  /** One after the other: two copies at once would only slow each other down. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = queue.then(work, work)
    queue = next.catch(() => undefined)
    return next
  }

  async function shelfOf(place: 'main' | 'second', at: string): Promise<Shelf> {
    const { dek, vault, root } = opened()
    return { folder: at, place, dek, storeId: vault.storeId, checks: await repo.checks(root) }
  }
  const secondOf = (): ReturnType<typeof readSecond> =>
    readSecond(machineDir, opened().vault.storeId, options.limits.backupFolder)

  /** @throws AppError not-found for the second place while it is away */
  function folderOf(place: BackupName['place']): string {
    if (place === 'main') return main
    const second = secondOf()
    if (place !== 'second' || !second || !isThere(second)) throw new AppError('not-found', '第二备份位置没有接上')
    return second.folder
  }

  /** @returns whether anything that a backup is for was written since */
  function changedSince(newest: ListedBackup | undefined): boolean {
    const { raw } = opened()
    const since = newest?.contents?.seq ?? 0
    const row = raw
      .prepare<[number], number>(
        `SELECT 1 FROM (SELECT body ->> 'channel' AS channel FROM audit_lines WHERE seq > ?) WHERE ${idle} LIMIT 1`,
      )
      .pluck()
      .get(since)
    return row === 1
  }
  const newestGood = (listed: readonly ListedBackup[]): ListedBackup | undefined =>
    listed.find(({ good, head }) => good && head !== null)

  /** With a copy of the key that is wiped when the work has ended. */
  async function withKey<W extends LongWork>(
    work: Omit<W, 'dek'>,
    followed: Followed,
  ): Promise<LongResults[W['kind']]> {
    const dek = Buffer.from(opened().dek)
    try {
      return await run({ ...work, dek } as W, followed)
    } finally {
      zero(dek)
    }
  }

  async function makeNow(kind: BackupKind, note: string, followed: Followed): Promise<BackupHead> {
    const { vault, root } = opened()
    const order = orderOf({ vault, clock, version: options.version }, kind, note)
    const target = join(main, fileNameOf(order))
    running = true
    options.backedUp?.()
    try {
      const head = await withKey<Extract<LongWork, { kind: 'make' }>>(
        { kind: 'make', file: storeFile(folder), target, order },
        followed,
      )
      const { rotation } = await repo.settingsOf(root)
      rotate(await shelfOf('main', main), rotation)
      await carryToSecond(followed)
      return head
    } finally {
      running = false
      options.backedUp?.()
    }
  }

  /** Brings the newest good backup to the second place, while that is there and does not have it. */
  async function carryToSecond(followed: Followed): Promise<void> {
    const second = secondOf()
    if (!second || !isThere(second)) return
    const { root, vault } = opened()
    const newest = newestGood(listShelf(await shelfOf('main', main)))
    if (!newest?.head) return
    const shelf = await shelfOf('second', second.folder)
    if (!listShelf(shelf).some(({ head, good }) => good && head?.id === newest.head?.id))
      copyOver(join(main, newest.file), join(second.folder, newest.file), followed)
    keepSecond(machineDir, vault.storeId, { folder: second.folder, lastGoodAt: newest.head.at })
    rotate(shelf, (await repo.settingsOf(root)).rotation)
  }

  /** Copies a backup and reads the copy back: what cannot be read back is no copy. */
  function copyOver(from: string, to: string, { step }: Followed): void {
    const partial = `${to}.partial`
    try {
      const bytes = sizeOf(from)
      const parent = join(to, '..')
      makeFolder(parent)
      requireFree(parent, bytes)
      copyFileSync(from, partial)
      syncFile(partial)
      const seen = (done: number): void => step('second', done, bytes)
      if (hashOf(partial, bytes, seen) !== hashOf(from, bytes))
        throw new AppError('backup-damaged', '第二备份位置写入后读出来不一致，请换一个移动盘')
      renameOver(partial, to)
      syncFolder(parent)
    } catch (error) {
      rmSync(partial, { force: true })
      throw toStoreError(error)
    }
  }

  /** What the clock asks for. Its failure stands in view until the next one succeeds. */
  async function automatic(kind: BackupKind): Promise<void> {
    try {
      await inTurn(() => makeNow(kind, '', unfollowed))
      failure = null
    } catch (error) {
      failure = toStoreError(error).message
    }
    options.backedUp?.()
  }
  /** Looks through the whole store and keeps what was found. @throws AppError cancelled */
  const lookForDamage = (followed: Followed): Promise<{ findings: Finding[]; ms: number }> =>
    inTurn(async () => {
      const started = performance.now()
      const work = { kind: 'damage', file: storeFile(folder) } as const
      const findings = [...(await withKey<Extract<LongWork, { kind: 'damage' }>>(work, followed))]
      const ms = Math.round(performance.now() - started)
      const { root, raw, caller } = opened()
      const finding = findings.map(({ name, detail }) => `${tableTitle(name)} ${detail}`).join('；')
      const at = new Date(clock.now()).toISOString()
      const run = { kind: 'damage', at, backupId: null, good: findings.length === 0, finding, ms } as const
      await transact(root, raw, db => repo.record(db, { ...run, accountId: caller.id }))
      options.backedUp?.()
      return { findings, ms }
    })
  async function look(): Promise<void> {
    if (!store || store.readOnly || running || store.session().demo) return
    const settings = await repo.settingsOf(store.root)
    const newest = newestGood(listShelf(await shelfOf('main', main)))
    const due = dueBackup(clock.now(), newest?.head?.at ?? null, changedSince(newest), settings)
    if (due !== null) await automatic(due)
    if (isLookDue(clock.now(), (await repo.lastDamage(store.root))?.at ?? null)) await lookForDamage(unfollowed)
  }

  return {
    /** Called with the sign-in. */
    began(entered: OpenStore): void {
      store = entered
      looking = setInterval(() => void look().catch(() => undefined), LOOK_EACH_MS)
      looking.unref()
    },
    ended(): void {
      clearInterval(looking)
      store = undefined
    },
    look,
    async state(): Promise<BackupState> {
      const { root } = opened()
      const newest = newestGood(listShelf(await shelfOf('main', main)))
      const kept = secondOf()
      const second: SecondPlace | null = kept ? { ...kept, there: isThere(kept) } : null
      return {
        lastGoodAt: newest?.head?.at ?? null,
        changed: changedSince(newest),
        second,
        running,
        failure,
        damage: await repo.lastDamage(root),
        settings: await repo.settingsOf(root),
      }
    },
    async list(): Promise<ListedBackup[]> {
      const second = secondOf()
      return [
        ...listShelf(await shelfOf('main', main)),
        ...(second && isThere(second) ? listShelf(await shelfOf('second', second.folder)) : []),
      ]
    },
    folderOf,
    make: (kind: BackupKind, note: string, followed: Followed = unfollowed) =>
      inTurn(() => makeNow(kind, note, followed)),
    /** @throws AppError backup-damaged */
    verify: (name: BackupName, followed: Followed) =>
      inTurn(() =>
        withKey<Extract<LongWork, { kind: 'verify' }>>(
          { kind: 'verify', file: pathIn(folderOf(name.place), name.file) },
          followed,
        ),
      ),
    /** Takes the data file out of a backup. @throws AppError backup-damaged, disk-full */
    extract: (name: BackupName, target: string, followed: Followed) =>
      inTurn(() =>
        withKey<Extract<LongWork, { kind: 'extract' }>>(
          { kind: 'extract', file: pathIn(folderOf(name.place), name.file), target },
          followed,
        ),
      ),
    damage: lookForDamage,
    copyOver,
    async placeSecond(place: string | null): Promise<void> {
      insist(mayPlaceSecond(options.limits))
      const { storeId } = opened().vault
      keepSecond(machineDir, storeId, place === null ? null : { folder: place, lastGoodAt: null })
      if (place !== null) await inTurn(() => carryToSecond(unfollowed))
    },
    /** Before the application ends: what was written since the last backup is backed up. */
    async onQuit(): Promise<void> {
      if (!store || store.readOnly || store.session().demo) return
      const { onQuit } = await repo.settingsOf(store.root)
      if (!onQuit || !changedSince(newestGood(listShelf(await shelfOf('main', main))))) return
      await automatic('quit')
    },
    /** Before an import: no import without a way back. */
    async beforeImport(followed: Followed): Promise<void> {
      if (opened().session().demo) return
      await inTurn(() => makeNow('import', '', followed))
    },
  }
}
