import { existsSync } from 'node:fs'
import type { AccountId } from '../../shared/accounts/accounts'
import { locksHard } from '../../shared/accounts/accounts.rules'
import type { ItLimits } from '../../shared/it-policy/it-policy'
import { AppError } from '../../shared/result'
import type { NewStore, Session, StoreState } from '../../shared/session/session'
import * as accounts from '../accounts/accounts.repo'
import { dropOrphanKeys } from '../accounts/drop-keys'
import { backUpBefore } from '../backups/before'
import { createKeeper } from '../backups/keeper'
import type { Runner } from '../backups/long-work'
import { createRestorer, type Restorer } from '../backups/restorer'
import { sweep } from '../backups/shelf'
import type { ReaderHost } from '../cadres/reader-host'
import { removeUnfinished } from '../imports/batches.repo'
import type { Clock } from '../ipc/contexts'
import type { GrantedFiles } from '../ipc/granted-files'
import type { Press } from '../ipc/press'
import type { Transcriber } from '../sound/transcriber'
import { makeFolder } from '../store/atomic-file'
import { makeBallast, releaseBallast } from '../store/disk'
import type { KdfParams } from '../store/kdf'
import { isMachineKnown, keepMachineSecret, loadMachineSecret } from '../store/machine-secret'
import { migrate } from '../store/migrate'
import { migrations } from '../store/migrations'
import { digestPagesMeanwhile } from '../store/page-tags'
import { openWithVault } from '../store/rekey'
import { zero } from '../store/seal'
import { assertHealthy } from '../store/selftest'
import { finishExchange, isExchanging } from '../store/set-aside'
import { toStoreError } from '../store/store-errors'
import { lockStore, type StoreLock } from '../store/store-lock'
import { backupsFolder, storeFile, vaultFiles } from '../store/store-paths'
import { openTries, type TryBook } from '../store/tries'
import { loginHash, type Unlocked, unlock, unlockWithRecovery, withoutFormer } from '../store/vault'
import { readVaultCopies, writeVault } from '../store/vault-file'
import { buildStore } from './create-store'
import { createTurns } from './in-turn'
import { differenceWords, judge, recall } from './known-end'
import { type OpenStore, openStore } from './open-store'
import { recordEntry } from './record-entry'

const BALLAST_AFTER_MS = 5000

export interface GatehouseOptions {
  /** Where jobs may write: tokens that the shell gave for paths its own dialogs returned. */
  readonly files: GrantedFiles
  /** Files from outside are read by it and never in this process. */
  readonly reader: ReaderHost
  /** Lays papers out, and prints them or makes PDFs of them. */
  readonly press: Press
  /** Runs a speech model that IT put on this computer. None ships. */
  readonly transcriber?: Transcriber
  /** The one store that this core is bound to. */
  readonly folder: string
  readonly machineDir: string
  /** A store was used here before: where there is none now, it is missing, and no place for a new one. */
  readonly expected?: boolean
  readonly machine: string
  readonly version: string
  readonly clock: Clock
  /** What IT forbids or tightens on this computer. */
  readonly limits: ItLimits
  /** Size of the file that is given up when the disk is full, so that a person can act; 0 for none. Usually 64 MB. */
  readonly ballastBytes?: number
  /** Fixed parameters for a demo and for tests; otherwise they are calibrated on this computer. */
  readonly kdf?: KdfParams
  /** Called when someone has signed in and whenever the session's facts change. */
  sessionChanged(session: Session): void
  /** Does what takes seconds beside whoever works; without it, in this thread. */
  readonly longWork?: Runner
  /** Called when a backup begins and when it has ended, whether or not anybody asked for it. */
  backedUp?(): void
}

export type Gatehouse = ReturnType<typeof createGatehouse>

/** Everything that stands between a locked folder and an open store. One store, one account, one process. */
export function createGatehouse(options: GatehouseOptions) {
  const { folder, machineDir, clock } = options
  let lock: StoreLock | undefined
  let store: OpenStore | undefined
  /** Gate calls come one after the other: a second sign-in waits for the first. */
  const inTurn = createTurns()
  const keeper = createKeeper(options)
  const restorer = createRestorer(options)

  const vaultExists = (): boolean => vaultFiles(folder).some(file => existsSync(file))
  const holdLock = (): void => {
    if (lock) {
      // A restore that the medium refused half-way: with its plan still there, nothing else may be read of the folder.
      if (isExchanging(folder)) finishExchange(folder)
      return
    }
    const held = lockStore(folder)
    try {
      finishExchange(folder)
    } catch (error) {
      held.release()
      throw error
    }
    lock = held
  }
  async function state(): Promise<StoreState> {
    try {
      await assertHealthy()
      if (store) return { kind: 'open', session: store.session() }
      if (isExchanging(folder)) holdLock()
      if (!vaultExists()) {
        if (existsSync(storeFile(folder)))
          throw new AppError('store-damaged', '数据库的两份钥匙文件都不见了，数据文件还在，请从备份恢复钥匙文件')
        if (options.expected) throw new AppError('store-missing', '原来放在这里的数据库不见了')
        return { kind: 'empty' }
      }
      const [header] = readVaultCopies(folder)
      if (!header) throw new AppError('store-damaged', '数据库的钥匙文件已损坏')
      if (!existsSync(storeFile(folder))) throw new AppError('store-missing', '文件夹里只剩钥匙文件，数据文件不见了')
      holdLock()
      return {
        kind: 'locked',
        unit: header.label,
        storeId: header.storeId,
        machineKnown: isMachineKnown(machineDir, header.storeId),
      }
    } catch (error) {
      const { code, message, details } = toStoreError(error)
      return { kind: 'trouble', code, message, details }
    }
  }

  async function create(input: NewStore, demo: boolean): Promise<{ recoveryCode: string }> {
    if (vaultExists() || existsSync(storeFile(folder))) throw new AppError('conflict', '这个文件夹里已经有数据库')
    return buildStore({ ...options, input, demo })
  }

  /** Opens the file, brings it up to date and compares it with what this computer remembers of it. */
  async function enter(
    unlocked: Unlocked,
    tries: TryBook,
    machineSecret: Buffer,
    accountId: AccountId,
    acceptClock: boolean,
    pages: Buffer | undefined,
  ): Promise<OpenStore> {
    const anchor = recall(options, unlocked, pages)
    const opened = openWithVault(folder, unlocked)
    try {
      sweep(backupsFolder(folder))
      migrate(opened.raw, migrations, () => backUpBefore('migration', { ...options, ...opened }))
      const readOnly = judge(options, opened, anchor, pages, acceptClock)
      const entered = await openStore({
        ...options,
        ...opened,
        machineSecret,
        tries,
        privateKey: unlocked.privateKey,
        accountId,
        readOnly,
        changed: options.sessionChanged,
      })
      // In a file that was put back the accounts are those of another day, and the right file may come back yet.
      if (!entered.readOnly) {
        if (opened.rekey !== 'postponed') dropOrphanKeys(options, entered)
        // What a lock or a crash left of a reading nobody has decided on.
        await removeUnfinished(entered.root)
      }
      const account = await accounts.get(entered.root, accountId)
      if (account.state !== 'active') throw new AppError('refused', '这个账户已停用，请联系系统管理员')
      return entered
    } catch (error) {
      opened.raw.close()
      zero(opened.dek, unlocked.dek, unlocked.privateKey)
      throw error
    }
  }

  /** Once a session has settled: writing 64 MB must not delay a sign-in, and failing to must not end it. */
  function keepRoom(): void {
    if (!store || options.ballastBytes === 0) return
    try {
      makeBallast(folder, options.ballastBytes)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
    }
  }

  const signIn = (input: { login: string; password: string; acceptClock: boolean }): Promise<Session> =>
    inTurn(async () => {
      if (store) throw new AppError('conflict', '已经有人登录，请先锁定')
      holdLock()
      const copies = readVaultCopies(folder)
      const [header] = copies
      if (!header) throw new AppError('store-damaged', '数据库的钥匙文件已损坏')
      const machineSecret = loadMachineSecret(machineDir, header.storeId)
      const tries = openTries(folder, machineDir, header.storeId, machineSecret)
      const hash = loginHash(machineSecret, input.login)
      tries.insistMayTry(hash, clock.now())
      const pages = digestPagesMeanwhile(folder).catch(() => undefined)
      const unlocked = await unlock(copies, { ...input, machineSecret }).catch((error: unknown) => {
        if (error instanceof AppError && error.code === 'wrong-password') tries.recordFailure(hash)
        throw error
      })
      tries.recordSuccess(hash)
      const accountId = unlocked.slotId as AccountId
      const entered = await enter(unlocked, tries, machineSecret, accountId, input.acceptClock, await pages)
      try {
        tries.recordSuccess(hash, { maxTries: entered.policy.maxTries, hardLock: locksHard(entered.caller.roles) })
        const facts = [
          ...(tries.lost ? ['输错次数的记录不见了'] : []),
          ...(input.acceptClock ? ['电脑时间早于上次使用，本人已核对'] : []),
          ...(entered.readOnly ? [differenceWords(entered.readOnly)] : []),
        ]
        recordEntry(entered, tries, facts)
        await entered.touched()
      } catch (error) {
        entered.close()
        throw error
      }
      store = entered
      keeper.began(entered)
      setTimeout(keepRoom, BALLAST_AFTER_MS).unref()
      return entered.session()
    })

  return {
    options,
    get store() {
      return store
    },
    backups: keeper,
    /**
     * Restores and salvages: in turn with everything at the gate, and never beside an open store. Looking leaves an empty
     * place empty; whoever `writes` there holds the lock.
     */
    restoring: <T>(writes: boolean, work: (restorer: Restorer) => Promise<T>): Promise<T> =>
      inTurn(async () => {
        if (store) throw new AppError('conflict', '请先锁定，再从备份恢复')
        if (writes) {
          makeFolder(folder)
          holdLock()
        }
        return work(restorer)
      }),
    state,
    create: (input: NewStore, demo = false) => inTurn(() => create(input, demo)),
    signIn,
    /** Opens the store with the printed code for as long as `work` takes; nobody is signed in afterwards. */
    withRecovery: <T>(
      code: string,
      login: string,
      work: (opened: OpenStore, accountId: AccountId, isFormer: boolean) => Promise<T>,
    ): Promise<T> =>
      inTurn(async () => {
        if (store) throw new AppError('conflict', '已经有人登录，请先锁定')
        holdLock()
        const unlocked = await unlockWithRecovery(readVaultCopies(folder), code)
        const { storeId, slots } = unlocked.vault
        const slot = slots.find(({ loginHash: hash }) => hash === loginHash(unlocked.machineSecret, login))
        if (!slot) throw new AppError('not-found', '没有这个登录名')
        keepMachineSecret(machineDir, storeId, unlocked.machineSecret)
        const tries = openTries(folder, machineDir, storeId, unlocked.machineSecret)
        const pages = await digestPagesMeanwhile(folder).catch(() => undefined)
        const opened = await enter(unlocked, tries, unlocked.machineSecret, slot.id as AccountId, true, pages)
        try {
          return await work(opened, slot.id as AccountId, unlocked.isFormer)
        } finally {
          opened.close()
        }
      }),
    /** The new printed code, which opens it, has been written down: the one before opens nothing from now on. */
    settleRecovery: (code: string): Promise<void> =>
      inTurn(async () => {
        if (store) throw new AppError('conflict', '已经有人登录，请先锁定')
        holdLock()
        const { vault, dek, nextDek, privateKey, machineSecret, isFormer } = await unlockWithRecovery(
          readVaultCopies(folder),
          code,
        )
        if (vault.former && !isFormer && !nextDek) writeVault(folder, withoutFormer(vault, dek))
        zero(dek, privateKey, machineSecret)
      }),
    /** Called when the disk turned out to be full. @returns whether room was made */
    makeRoom: (): boolean => releaseBallast(folder),
    close(): void {
      keeper.ended()
      options.reader.end()
      store?.close()
      store = undefined
      lock?.release()
      lock = undefined
    },
  }
}
