import type { AccountId, Scope } from '../../shared/accounts/accounts'
import type { Role } from '../../shared/accounts/roles'
import type { Contract } from '../../shared/contract'
import type { Handlers, Kind, Progress } from '../../shared/ipc/define'
import type { ItLimits } from '../../shared/it-policy/it-policy'
import type { Gatehouse } from '../session/gatehouse'
import type { OwnKeys } from '../session/own-keys'
import type { Reads, Writes } from '../store/schema'

export interface Clock {
  /** Milliseconds since 1970, as the computer's clock has it. */
  now(): number
  newId(): string
}

/** Who is signed in. Never taken from what the renderer sends. */
export interface Caller {
  readonly id: AccountId
  readonly name: string
  readonly roles: readonly Role[]
  readonly scope: Scope
}

/** What a handler adds to its audit line. Never the content of a confidential field. */
export interface AuditDetail {
  /** On whom or what, as feature and id. */
  readonly subject?: string
  readonly reason?: string
  readonly details?: string
}

export interface QueryContext extends Clock {
  readonly db: Reads
  readonly caller: Caller
  record(detail: AuditDetail): void
  /** What IT forbids or tightens on this computer. */
  readonly limits: ItLimits
  /** Opens what is sealed to the caller, and seals to others. */
  readonly keys: OwnKeys
  /** Whether failed tries have locked this login. That is known beside the store, not in it. */
  isLockedOut(login: string): boolean
}
export interface CommandContext extends QueryContext {
  readonly db: Writes
}
/** One transaction with one audit line. */
export type Commit = <T>(run: (context: CommandContext) => Promise<T>) => Promise<T>

export interface JobContext extends QueryContext {
  readonly gatehouse: Gatehouse
  readonly signal: AbortSignal
  progress(progress: Progress): void
  readonly commit: Commit
}
export interface GateContext extends Clock {
  readonly signal: AbortSignal
  progress(progress: Progress): void
  readonly gatehouse: Gatehouse
  /** Undefined before sign-in. */
  readonly caller: Caller | undefined
  readonly commit: Commit
}

type Contexts = {
  query: QueryContext
  command: CommandContext
  scratch: CommandContext
  job: JobContext
  gate: GateContext
  shell: never
} & Record<Kind, unknown>

/** What the core must implement: every feature of the contract but the shell's. */
export type CoreHandlers = Handlers<Omit<Contract, 'shell'>, Contexts>
