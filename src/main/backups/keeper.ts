import { join } from 'node:path'
import type {
  BackupContents,
  BackupHead,
  BackupKind,
  BackupName,
  BackupState,
  ListedBackup,
  SecondPlace,
} from '../../shared/backups/backups'
import { dueBackup, isLookDue } from '../../shared/backups/due.rules'
import { tableTitle } from '../../shared/backups/table-titles'
import { mayPlaceSecond } from '../../shared/it-policy/it-policy.rules'
import { AppError, insist } from '../../shared/result'
import { instantOf } from '../ipc/clock'
import type { GatehouseOptions } from '../session/gatehouse'
import { createTurns } from '../session/in-turn'
import type { OpenStore } from '../session/open-store'
import { toStoreError } from '../store/store-errors'
import { backupsFolder, storeFile } from '../store/store-paths'
import { transact } from '../store/transact'
import * as repo from './backups.repo'
import { orderOf } from './before'
import { insideRunner } from './inside-runner'
import { type Followed, type LongResults, type LongWork, runWithKey } from './long-work'
import { isThere, keepSecond, readSecond } from './second-place'
import { fileNameOf, listShelf, pathIn, rotate, type Shelf, sweepShared } from './shelf'

const LOOK_EACH_MS = 60_000
const unfollowed: Followed = { signal: new AbortController().signal, step: () => undefined }
/** What the account and the backups themselves leave in the chain changes nothing that a backup is for. */
const idle = "channel NOT LIKE 'session.%' AND channel NOT LIKE 'backups.%'"

/** A backup that is whole and that the present key opens. */
type Good = ListedBackup & { readonly head: BackupHead; readonly contents: BackupContents }

/** Makes the backups of an open store, by hand and by the clock, and keeps the shelf in order. */
export function createKeeper(options: GatehouseOptions) {
  const { folder, machineDir, clock } = options
  const run = options.longWork ?? insideRunner
  const main = backupsFolder(folder)
  let store: OpenStore | undefined
  /** Two copies at once would only slow each other down. */
  const inTurn = createTurns()
  let running = false
  let failure: string | null = null
  let looking: NodeJS.Timeout | undefined

  const opened = (): OpenStore => {
    if (!store) throw new AppError('signed-out', '已锁定，请先登录')
    return store
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

  const pathOf = ({ place, file }: BackupName): string => pathIn(folderOf(place), file)
  const work = <K extends Exclude<LongWork['kind'], 'copy'>>(
    order: Omit<Extract<LongWork, { kind: K }>, 'dek'> & { readonly kind: K },
    followed: Followed,
  ): Promise<LongResults[K]> => runWithKey(run, opened().dek, order, followed)

  /** @returns whether anything that a backup is for was written since */
  function changedSince(last: Good | undefined): boolean {
    const { raw } = opened()
    const since = last?.contents.seq ?? 0
    const row = raw
      .prepare<[number], number>(
        `SELECT 1 FROM (SELECT body ->> 'channel' AS channel FROM audit_lines WHERE seq > ?) WHERE ${idle} LIMIT 1`,
      )
      .pluck()
      .get(since)
    return row === 1
  }
  /** Whether a backup ends with a line of the present chain: after a restore there are later ones that do not. */
  function isOfChain({ seq, mac }: BackupContents): boolean {
    const line = opened().raw.prepare<[number], Buffer>('SELECT mac FROM audit_lines WHERE seq = ?').pluck().get(seq)
    return seq === 0 || line?.toString('base64') === mac
  }
  /** The newest good one of this store as it is; by its last line and not by the clock, which may have been set back. */
  const newestGood = (listed: readonly ListedBackup[]): Good | undefined =>
    listed
      .flatMap(one =>
        one.good && one.head && one.contents ? [{ ...one, head: one.head, contents: one.contents }] : [],
      )
      .filter(({ contents }) => isOfChain(contents))
      .toSorted((one, other) => other.contents.seq - one.contents.seq)[0]
  const newest = async (): Promise<Good | undefined> => newestGood(listShelf(await shelfOf('main', main)))

  async function makeNow(kind: BackupKind, note: string, followed: Followed): Promise<BackupHead> {
    const { vault, root } = opened()
    const order = orderOf({ vault, clock, version: options.version }, kind, note)
    const target = join(main, fileNameOf(order))
    running = true
    options.backedUp?.()
    try {
      const head = await work({ kind: 'make', file: storeFile(folder), target, order }, followed)
      const { rotation } = await repo.settingsOf(root)
      rotate(await shelfOf('main', main), rotation)
      // The backup itself stands: a medium that is full or pulled out must not hold up an import.
      await carryToSecond(followed).catch(notCarried)
      return head
    } finally {
      running = false
      options.backedUp?.()
    }
  }

  const notCarried = (error: unknown): void => {
    failure = `没能写入第二备份位置：${toStoreError(error).message}`
  }

  /** Brings the newest good backup to the second place, while that is there and does not have it. */
  async function carryToSecond(followed: Followed): Promise<void> {
    const second = secondOf()
    if (!second || !isThere(second)) return
    const { root, vault } = opened()
    const last = await newest()
    if (!last) return
    const shelf = await shelfOf('second', second.folder)
    sweepShared(second.folder, clock.now())
    if (!listShelf(shelf).some(({ head, good }) => good && head?.id === last.head.id)) {
      const copy = { kind: 'copy', file: join(main, last.file), target: join(second.folder, last.file) } as const
      await run(copy, followed)
    }
    keepSecond(machineDir, vault.storeId, { folder: second.folder, lastGoodAt: last.head.at })
    rotate(shelf, (await repo.settingsOf(root)).rotation)
  }

  /** What the clock asks for. Its failure stands in view until the next one succeeds. */
  async function automatic(kind: BackupKind): Promise<void> {
    failure = null
    try {
      await inTurn(() => makeNow(kind, '', unfollowed))
    } catch (error) {
      failure = `自动备份没有成功：${toStoreError(error).message}`
    }
    options.backedUp?.()
  }
  /** Looks through the whole store. @returns what is damaged, and what is to be kept of it. @throws AppError cancelled */
  const findDamage = (followed: Followed) =>
    inTurn(async () => {
      const started = performance.now()
      const findings = [...(await work({ kind: 'damage', file: storeFile(folder) }, followed))]
      const ms = Math.round(performance.now() - started)
      const finding = findings.map(({ name, detail }) => `${tableTitle(name)} ${detail}`).join('；')
      const good = findings.length === 0
      return { findings, run: { kind: 'damage', at: instantOf(clock), backupId: null, good, finding, ms } as const }
    })
  async function look(): Promise<void> {
    if (!store || store.readOnly || running || store.session().demo) return
    const settings = await repo.settingsOf(store.root)
    const last = await newest()
    const due = dueBackup(clock.now(), last?.head.at ?? null, changedSince(last), settings)
    if (due !== null) await automatic(due)
    if (!isLookDue(clock.now(), (await repo.lastDamage(store.root))?.at ?? null)) return
    const { run: found } = await findDamage(unfollowed)
    const { root, raw, caller } = opened()
    await transact(root, raw, db => repo.record(db, { ...found, accountId: caller.id }))
    options.backedUp?.()
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
      const last = await newest()
      const kept = secondOf()
      const second: SecondPlace | null = kept ? { ...kept, there: isThere(kept) } : null
      return {
        lastGoodAt: last?.head.at ?? null,
        changed: changedSince(last),
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
    pathOf,
    make: (kind: BackupKind, note: string, followed: Followed = unfollowed) =>
      inTurn(() => makeNow(kind, note, followed)),
    /** @throws AppError backup-damaged */
    verify: (name: BackupName, followed: Followed) =>
      inTurn(() => work({ kind: 'verify', file: pathOf(name) }, followed)),
    /** Takes the data file out of a backup. @throws AppError backup-damaged, disk-full */
    extract: (name: BackupName, target: string, followed: Followed) =>
      inTurn(() => work({ kind: 'extract', file: pathOf(name), target }, followed)),
    /** Brings a backup to another place. @throws AppError disk-full, backup-damaged */
    copy: (name: BackupName, target: string, followed: Followed) =>
      inTurn(() => run({ kind: 'copy', file: pathOf(name), target }, followed)),
    findDamage,
    /** The place is kept also when nothing can be written there now, which then stands in view. */
    async placeSecond(place: string | null): Promise<void> {
      insist(mayPlaceSecond(options.limits))
      const { storeId } = opened().vault
      keepSecond(machineDir, storeId, place === null ? null : { folder: place, lastGoodAt: null })
      if (place === null) return
      failure = null
      await inTurn(() => carryToSecond(unfollowed)).catch(notCarried)
    },
    /** Before the application ends: what was written since the last backup is backed up. */
    async onQuit(): Promise<void> {
      if (!store || store.readOnly || store.session().demo) return
      const { onQuit } = await repo.settingsOf(store.root)
      if (!onQuit || !changedSince(await newest())) return
      await automatic('quit')
    },
    /** Before an import: no import without a way back. */
    async beforeImport(followed: Followed): Promise<void> {
      if (opened().session().demo) return
      await inTurn(() => makeNow('import', '', followed))
    },
  }
}
