import { randomUUID } from 'node:crypto'
import { type Capability, capabilitiesOf } from '../../shared/accounts/roles'
import type { AuditOutcome } from '../../shared/audit/audit'
import type { ItLimits } from '../../shared/it-policy/it-policy'
import { tightened } from '../../shared/it-policy/it-policy.rules'
import type { SecurityPolicy } from '../../shared/policy/policy'
import { passwordDue } from '../../shared/policy/policy.rules'
import { AppError } from '../../shared/result'
import type { Session } from '../../shared/session/session'
import * as accounts from '../accounts/accounts.repo'
import { watchEvents } from '../care-rules/touched'
import type { AuditDetail, Caller, Clock } from '../ipc/contexts'
import * as policies from '../policy/policy.repo'
import { writeAnchor } from '../store/anchor'
import { syncFolder } from '../store/atomic-file'
import { type AuditHead, type AuditLine, readHead } from '../store/audit'
import { closeStore, kyselyOver, type Raw } from '../store/open'
import { digestPages } from '../store/page-tags'
import { rememberFor } from '../store/remembered'
import type { Root, Tables } from '../store/schema'
import { zero } from '../store/seal'
import { toStoreError } from '../store/store-errors'
import type { TryBook } from '../store/tries'
import { loginHash, type Vault } from '../store/vault'
import { type OwnKeys, ownKeysOf } from './own-keys'

/** Anchors follow a commit within five seconds (threat model, roll-back). */
const ANCHOR_DELAY_MS = 5000
const bootId = randomUUID()

/** A store that someone is signed in to. It lives as long as the core process. */
export interface OpenStore {
  readonly raw: Raw
  readonly root: Root
  readonly machineSecret: Buffer
  /** Another one once the holder has replaced a password that others knew. */
  privateKey: Buffer
  readonly keys: OwnKeys
  readonly caller: Caller
  readonly capabilities: readonly Capability[]
  /** The unit's policy as IT tightens it: what holds here. */
  readonly policy: SecurityPolicy
  readonly limits: ItLimits
  vault: Vault
  dek: Buffer
  /** Set while the store lies behind its anchor and nobody has taken responsibility for that. */
  readOnly: { readonly missingLines: number } | null
  readonly tries: TryBook
  isLockedOut(login: string): boolean
  passwordDue(): 'initial' | 'expired' | null
  auditLine(channel: string, outcome: AuditOutcome, detail: AuditDetail): AuditLine
  /** Called after each commit: reads anew what the session rests on, and writes the anchor soon. */
  touched(): Promise<void>
  /** Writes the anchor now, unless the store is read-only because of it. */
  anchor(): void
  session(): Session
  close(): void
}

export interface Opening {
  readonly raw: Raw
  readonly vault: Vault
  readonly dek: Buffer
  readonly privateKey: Buffer
  readonly machineSecret: Buffer
  readonly accountId: Caller['id']
  readonly readOnly: OpenStore['readOnly']
  readonly tries: TryBook
  readonly folder: string
  readonly machineDir: string
  readonly machine: string
  readonly version: string
  readonly clock: Clock
  readonly limits: ItLimits
  changed(session: Session): void
}

/** Binds an opened file to the account that opened it. */
export async function openStore(opening: Opening): Promise<OpenStore> {
  const { raw, clock, machineDir } = opening
  const root: Root = kyselyOver<Tables>(raw)
  rememberFor(root)
  await watchEvents(root)
  const info = await root.selectFrom('storeInfo').selectAll().executeTakeFirstOrThrow()
  const sessionId = clock.newId()
  const signedInAt = new Date(clock.now()).toISOString()
  let account = await accounts.get(root, opening.accountId)
  let policy = tightened(await policies.current(root), opening.limits)
  let later: NodeJS.Timeout | undefined

  /** A full disk must not end the session over an anchor: the next commit, or the closing, writes it again. */
  function anchorIfPossible(write: () => void): void {
    try {
      write()
    } catch (error) {
      if (!(error instanceof AppError)) throw error
    }
  }

  const place = () => ({ machineDir, storeId: store.vault.storeId })

  /** Last of all, so that a core which is ended for being late has its anchor. */
  function anchorPages(head: AuditHead): void {
    if (store.readOnly) return
    try {
      // The emptied log has to be gone for good: come back after a power cut it would look like somebody's.
      syncFolder(opening.folder)
      const pages = digestPages(opening.folder)
      if (pages) writeAnchor(place(), store.dek, { ...head, at: clock.now(), pages })
    } catch (error) {
      // The medium may be gone.
      throw toStoreError(error)
    }
  }

  const store: OpenStore = {
    raw,
    root,
    machineSecret: opening.machineSecret,
    privateKey: opening.privateKey,
    get keys() {
      return ownKeysOf(store)
    },
    caller: { id: account.id, name: account.name, roles: account.roles, scope: account.scope },
    capabilities: capabilitiesOf(account.roles),
    get policy() {
      return policy
    },
    limits: opening.limits,
    vault: opening.vault,
    dek: opening.dek,
    readOnly: opening.readOnly,
    tries: opening.tries,
    isLockedOut: login => opening.tries.isLockedOut(loginHash(opening.machineSecret, login)),
    passwordDue: () => passwordDue(account, policy, clock.now()),
    auditLine: (channel, outcome, detail) => ({
      t: clock.now(),
      m: Math.round(performance.now()),
      boot: bootId,
      session: sessionId,
      account: account.id,
      roles: account.roles,
      machine: opening.machine,
      channel,
      subject: detail.subject ?? null,
      outcome,
      reason: detail.reason ?? null,
      details: detail.details ?? null,
      version: opening.version,
    }),
    async touched() {
      account = await accounts.get(root, opening.accountId)
      policy = tightened(await policies.current(root), opening.limits)
      opening.changed(store.session())
      later ??= setTimeout(() => {
        later = undefined
        anchorIfPossible(() => store.anchor())
      }, ANCHOR_DELAY_MS)
      later.unref()
    },
    anchor() {
      if (store.readOnly || !raw.open) return
      const head = readHead(raw)
      if (head) writeAnchor(place(), store.dek, { ...head, at: clock.now() })
    },
    session: () => ({
      account: {
        id: account.id,
        login: account.login,
        name: account.name,
        department: account.department,
        roles: account.roles,
      },
      capabilities: capabilitiesOf(account.roles),
      unit: info.unit,
      storeId: info.storeId,
      profile: policy.profile,
      demo: info.demo === 1,
      idleSeconds: policy.idleSeconds,
      watermarkOpacityPercent: policy.watermarkOpacityPercent,
      passwordRules: { passwordLength: policy.passwordLength, passwordKinds: policy.passwordKinds },
      passwordDue: store.passwordDue(),
      readOnly: store.readOnly,
      signedInAt,
    }),
    close() {
      clearTimeout(later)
      anchorIfPossible(() => store.anchor())
      const head = raw.open ? readHead(raw) : undefined
      closeStore(raw)
      if (head) anchorIfPossible(() => anchorPages(head))
      zero(store.dek, store.privateKey, store.machineSecret)
    },
  }
  return store
}
