/** The only failures that cross a process boundary. Add a code here before inventing an error class. */
export const errorCodes = [
  'invalid-input',
  'not-found',
  'conflict',
  'refused',
  'forbidden',
  'signed-out',
  'wrong-password',
  'throttled',
  'clock-set-back',
  'store-missing',
  'store-damaged',
  'backup-damaged',
  'store-too-new',
  'store-in-use',
  'store-read-only',
  'disk-full',
  'machine-unknown',
  'self-test-failed',
  'cancelled',
  'internal',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** A failure a person may read: `message` is plain Chinese, `details` holds values a screen can use, never personal data. */
export class AppError extends Error {
  override readonly name = 'AppError'
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details?: unknown,
    /** What the audit log keeps in place of the message, where that names whom it must not keep. */
    readonly logged?: string,
  ) {
    super(message)
  }
}

export type Failure = { code: ErrorCode; message: string; details?: unknown }
export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure }

/** What a rule answers: allowed, or refused with the words that both the greyed button and the refusal show. */
export type Verdict = { allowed: true } | { allowed: false; reason: string; logged?: string }
export const allowed: Verdict = { allowed: true }
/** @param logged what the audit log keeps of it, where the reason names people whom a log that nobody can delete must not name */
export const refused = (reason: string, logged?: string): Verdict =>
  logged === undefined ? { allowed: false, reason } : { allowed: false, reason, logged }

/** @throws AppError 'refused' with the rule's own words. */
export function insist(verdict: Verdict): void {
  if (!verdict.allowed) throw new AppError('refused', verdict.reason, undefined, verdict.logged)
}
