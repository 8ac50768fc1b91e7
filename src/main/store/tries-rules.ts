import * as z from 'zod'

/** Further failures are added to the last one's `times`. */
const PENDING_LIMIT = 100
const FIRST_DELAY_MS = 30_000
const LONGEST_DELAY_MS = 30 * 60_000
const FREE_FAILURES = 4
const STRANGERS_LIMIT = 200
const STRANGERS = 'strangers'

const TryRule = z.strictObject({ maxTries: z.int().min(1).max(100), hardLock: z.boolean() })
/** With `hardLock` an account is locked at `maxTries` until someone unlocks it; without, the waits grow. */
export type TryRule = Readonly<z.infer<typeof TryRule>>

const TryEntry = z.strictObject({
  failures: z.int().min(0),
  /** Uptime of the PC at the last failure: unlike the clock it cannot be set. */
  failedAtUptimeMs: z.int(),
  /** Counted in advance, outcome not yet known. Found again after a start, it was cut off and stays a failure. */
  inFlightAt: z.int().optional(),
  locked: z.boolean().optional(),
  /** The account's rule as of its last sign-in: before one, the store that knows the roles is closed. */
  rule: TryRule.optional(),
})
export type TryEntry = Readonly<z.infer<typeof TryEntry>>

/** Failed sign-ins that the audit chain does not know yet. `at` is the wall clock in milliseconds. */
const PendingFailure = z.strictObject({
  loginHash: z.string().max(64),
  at: z.int(),
  times: z.int().min(1),
  lockedOut: z.boolean(),
})
export type PendingFailure = Readonly<z.infer<typeof PendingFailure>>

export const TriesBody = z.strictObject({
  format: z.literal(1),
  generation: z.int().min(0),
  entries: z.record(z.string().max(64), TryEntry),
  pending: z.array(PendingFailure).max(PENDING_LIMIT),
})
export type Tries = Readonly<z.infer<typeof TriesBody>>

/** `uptimeMs` is how long the PC has been running, sleep included. */
export type Moment = { readonly wallMs: number; readonly uptimeMs: number }

export type TryVerdict =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'wait'; readonly waitMs: number }
  | { readonly kind: 'locked-out' }

const NO_RULE: TryRule = { maxTries: 5, hardLock: false }

export const noTries: Tries = { format: 1, generation: 0, entries: {}, pending: [] }

/**
 * Under which key a login is counted. Logins that never signed in share one count once there are many of them: the file
 * must not grow with every invented name, and inventing names must not push an account's count out.
 */
export function keyFor({ entries }: Tries, loginHash: string): string {
  if (Object.hasOwn(entries, loginHash)) return loginHash
  const strangers = Object.values(entries).filter(({ rule }) => rule === undefined).length
  return strangers < STRANGERS_LIMIT ? loginHash : STRANGERS
}

/**
 * At least this long ago the last failure was, whatever was done to the clock since. After a restart only the time
 * since then counts, as long as it is the shorter one.
 */
const elapsedMs = ({ failedAtUptimeMs }: TryEntry, { uptimeMs }: Moment): number =>
  uptimeMs >= failedAtUptimeMs ? uptimeMs - failedAtUptimeMs : uptimeMs

/** 30 s after the fifth failure, twice as long after each further one, at most 30 minutes (等保 2.0 §8.1.4.1 b). */
const delayMs = (failures: number): number =>
  failures <= FREE_FAILURES ? 0 : Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (failures - FREE_FAILURES - 1))

export function mayTry(entry: TryEntry | undefined, moment: Moment): TryVerdict {
  if (!entry) return { kind: 'allowed' }
  if (entry.locked) return { kind: 'locked-out' }
  const waitMs = delayMs(entry.failures) - elapsedMs(entry, moment)
  return waitMs > 0 ? { kind: 'wait', waitMs } : { kind: 'allowed' }
}

function addPending(pending: Tries['pending'], event: PendingFailure): Tries['pending'] {
  if (pending.length < PENDING_LIMIT) return [...pending, event]
  const last = pending.at(-1) ?? event
  return [...pending.slice(0, -1), { ...event, times: last.times + 1 }]
}

/** A try found in flight was cut off, most likely to escape the count: it becomes a failure like any other. */
const settled = (tries: Tries, key: string): Tries => {
  const at = tries.entries[key]?.inFlightAt
  return at === undefined ? tries : withFailure(tries, key)
}

/**
 * Counts a try as failed before the password is checked, so that killing the program during the check does not save
 * the count. `withFailure` or `withSuccess` tells how it came out.
 */
export function withTry(tries: Tries, key: string, { wallMs, uptimeMs }: Moment): Tries {
  const before = settled(tries, key)
  const entry = before.entries[key]
  const failures = (entry?.failures ?? 0) + 1
  const rule = entry?.rule ?? NO_RULE
  const locked = rule.hardLock && failures >= rule.maxTries
  const counted: TryEntry = {
    failures,
    failedAtUptimeMs: Math.round(uptimeMs),
    inFlightAt: Math.round(wallMs),
    ...(locked && { locked }),
    ...(entry?.rule && { rule: entry.rule }),
  }
  return { ...before, entries: { ...before.entries, [key]: counted } }
}

/** The password was wrong: the count stands, and the audit chain will hear of it. */
export function withFailure(tries: Tries, key: string): Tries {
  const { inFlightAt, ...entry } = tries.entries[key] ?? { failures: 1, failedAtUptimeMs: 0, inFlightAt: 0 }
  const event = { loginHash: key, at: inFlightAt ?? 0, times: 1, lockedOut: entry.locked === true }
  return { ...tries, entries: { ...tries.entries, [key]: entry }, pending: addPending(tries.pending, event) }
}

/** The password was right: the count begins anew, under the rule that holds for the account now. */
export function withSuccess(tries: Tries, key: string, rule = tries.entries[key]?.rule): Tries {
  const { [key]: _gone, ...entries } = tries.entries
  return { ...tries, entries: rule ? { ...entries, [key]: { failures: 0, failedAtUptimeMs: 0, rule } } : entries }
}
