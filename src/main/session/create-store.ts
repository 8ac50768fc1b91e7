import { existsSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { AccountId } from '../../shared/accounts/accounts'
import { locksHard, maySetUp } from '../../shared/accounts/accounts.rules'
import { isAdministrator } from '../../shared/accounts/roles'
import { defaultPolicy, mayUsePassword } from '../../shared/policy/policy.rules'
import { AppError, insist } from '../../shared/result'
import type { FirstAccount, NewStore } from '../../shared/session/session'
import { UnitId } from '../../shared/units/units'
import * as accounts from '../accounts/accounts.repo'
import { digestPassword, type PastPassword, rememberPassword } from '../accounts/passwords'
import * as policies from '../policy/policy.repo'
import { writeAnchor } from '../store/anchor'
import { makeFolder, syncFolder } from '../store/atomic-file'
import { appendLine, readHead, startEpoch } from '../store/audit'
import { requireFree } from '../store/disk'
import { calibrate } from '../store/kdf'
import { createMachineSecret } from '../store/machine-secret'
import { migrate } from '../store/migrate'
import { migrations } from '../store/migrations'
import { closeStore, kyselyOver, openEncrypted } from '../store/open'
import type { Root, Tables } from '../store/schema'
import { zero } from '../store/seal'
import { toStoreError } from '../store/store-errors'
import { storeFile } from '../store/store-paths'
import { transact } from '../store/transact'
import { openTries } from '../store/tries'
import { createVault, loginHash } from '../store/vault'
import { writeVault } from '../store/vault-file'
import * as units from '../units/units.repo'
import { auditRecipients } from './audit-recipients'
import type { GatehouseOptions } from './gatehouse'

const NEEDED_BYTES = 200 * 2 ** 20

type Builder = GatehouseOptions & { readonly input: NewStore; readonly demo: boolean }
type Made = FirstAccount & { readonly id: AccountId }

/**
 * Builds a store beside its place and moves it there whole, so that a store exists completely or not at all.
 * @returns the recovery code, which is kept nowhere
 * @throws AppError refused (rules of set-up and passwords), disk-full, store-read-only, conflict
 */
export async function buildStore(builder: Builder): Promise<{ recoveryCode: string }> {
  const { folder, input, clock, demo } = builder
  insist(maySetUp(input.accounts))
  const policy = defaultPolicy(input.profile)
  for (const { password, login, name } of input.accounts)
    insist(mayUsePassword(password, policy, [login, name, input.unit]))
  const staging = `${folder}.partial`
  try {
    makeFolder(dirname(folder))
    if (existsSync(folder) && readdirSync(folder).length > 0)
      throw new AppError('conflict', '这个文件夹不是空的，请换一个')
    requireFree(dirname(folder), demo ? NEEDED_BYTES / 10 : NEEDED_BYTES)
    rmSync(staging, { recursive: true, force: true })
    makeFolder(staging)
    const storeId = clock.newId()
    const machineSecret = createMachineSecret(builder.machineDir, storeId)
    const made = input.accounts.map(account => ({ ...account, id: AccountId.parse(clock.newId()) }))
    const kdf = builder.kdf ?? (await calibrate(() => performance.now()))
    const createdAt = new Date(clock.now()).toISOString()
    const { vault, dek, recoveryCode } = await createVault({
      label: input.unit,
      storeId,
      accounts: made,
      kdf,
      machineSecret,
      createdAt,
    })
    await fill(builder, staging, { vault, dek, made, createdAt })
    writeVault(staging, vault)
    const tries = openTries(staging, builder.machineDir, storeId, machineSecret)
    for (const { login, role } of made)
      tries.recordSuccess(loginHash(machineSecret, login), {
        maxTries: defaultPolicy(input.profile).maxTries,
        hardLock: locksHard([role]),
      })
    zero(dek, machineSecret)
    if (existsSync(folder)) rmdirSync(folder)
    renameSync(staging, folder)
    // The code is on the paper by now: what it opens has to be there after a power cut as well.
    syncFolder(dirname(folder))
    return { recoveryCode }
  } catch (error) {
    rmSync(staging, { recursive: true, force: true })
    throw toStoreError(error)
  }
}

type Fresh = {
  readonly vault: Awaited<ReturnType<typeof createVault>>['vault']
  readonly dek: Buffer
  readonly made: readonly Made[]
  readonly createdAt: string
}

/** Writes the first rows: the unit, the policy, the four accounts, the audit chain and its first line. */
async function fill(builder: Builder, staging: string, { vault, dek, made, createdAt }: Fresh): Promise<void> {
  const { input, clock } = builder
  const raw = openEncrypted(storeFile(staging), dek, { create: true })
  try {
    migrate(raw, migrations)
    const root: Root = kyselyOver<Tables>(raw)
    const digests = new Map<AccountId, PastPassword>()
    for (const { id, password } of made) digests.set(id, await digestPassword(root, id, password))
    await transact(root, raw, async db => {
      await db
        .insertInto('storeInfo')
        .values({ id: 1, storeId: vault.storeId, unit: input.unit, createdAt, demo: builder.demo ? 1 : 0 })
        .execute()
      await policies.adopt(db, createdAt, defaultPolicy(input.profile))
      await units.insert(db, { id: UnitId.parse(clock.newId()), parentId: null, name: input.unit, position: 0 })
      for (const { id, role, password: _password, ...person } of made) {
        const account = { ...person, phone: '', roles: [role], scope: isAdministrator(role) ? [] : null }
        await accounts.insert(db, id, account, { at: createdAt, mustChangePassword: false })
        const digest = digests.get(id)
        if (digest) await rememberPassword(db, id, createdAt, digest)
      }
      startEpoch(raw, auditRecipients({ raw, vault }))
      appendLine(raw, firstLine(builder))
    })
    const head = readHead(raw)
    if (head) writeAnchor({ machineDir: builder.machineDir, storeId: vault.storeId }, dek, { ...head, at: clock.now() })
  } finally {
    closeStore(raw)
  }
}

const firstLine = ({ clock, machine, version, input }: Builder) => ({
  t: clock.now(),
  m: Math.round(performance.now()),
  boot: '',
  session: '',
  account: null,
  roles: [],
  machine,
  channel: 'session.create',
  subject: null,
  outcome: 'done' as const,
  reason: null,
  details: input.unit,
  version,
})
