import type { InterviewId, Note, NoteDraft, NoteId } from '../../../shared/interviews/interviews'
import type { AppError } from '../../../shared/result'

/** Typing is kept once it pauses, and while it does not pause at least this often: a kill loses less than two seconds. */
const DEBOUNCE_MS = 600
const AT_LEAST_EVERY_MS = 1200
const RETRY_MS = 2000

type Kept = { readonly kept: readonly { id: NoteId; revision: number }[]; readonly clashes: readonly Note[] }

export interface KeeperOptions {
  readonly id: InterviewId
  readonly send: (input: { id: InterviewId; notes: NoteDraft[] }) => Promise<Kept>
  /** A line is in the store as it was sent, with its new revision. */
  readonly kept: (id: NoteId, revision: number) => void
  /** Somebody else has changed the line meanwhile: theirs stands in the store, ours on this page. */
  readonly clashed: (theirs: Note) => void
  /** null once everything is kept again. */
  readonly failed: (error: AppError | null) => void
}

/** Brings lines into the store while they are typed: one call after the other, the newest text of each line. */
export function createKeeper({ id, send, kept, clashed, failed }: KeeperOptions) {
  const waiting = new Map<NoteId, NoteDraft>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let since: number | undefined
  let sending: Promise<void> | undefined

  const plan = (delay: number): void => {
    if (timer) clearTimeout(timer)
    timer = setTimeout(() => void flush(), delay)
  }

  async function sendWaiting(): Promise<void> {
    const notes = [...waiting.values()]
    waiting.clear()
    since = undefined
    try {
      const answer = await send({ id, notes })
      for (const each of answer.kept) {
        // What was typed meanwhile goes on from the revision that is in the store now.
        const newer = waiting.get(each.id)
        if (newer) waiting.set(each.id, { ...newer, revision: each.revision })
        kept(each.id, each.revision)
      }
      for (const theirs of answer.clashes) {
        waiting.delete(theirs.id)
        clashed(theirs)
      }
      failed(null)
    } catch (error) {
      for (const note of notes) if (!waiting.has(note.id)) waiting.set(note.id, note)
      failed(error as AppError)
      plan(RETRY_MS)
    }
  }

  /** Resolves when everything that was given is in the store, or has failed once. */
  async function flush(): Promise<void> {
    if (timer) clearTimeout(timer)
    timer = undefined
    if (sending) await sending
    if (waiting.size === 0) return
    sending = sendWaiting()
    await sending
    sending = undefined
    if (waiting.size > 0 && timer === undefined) plan(DEBOUNCE_MS)
  }

  return {
    keep(note: NoteDraft): void {
      waiting.set(note.id, note)
      const now = performance.now()
      since ??= now
      plan(Math.min(DEBOUNCE_MS, Math.max(0, since + AT_LEAST_EVERY_MS - now)))
    },
    flush,
    /** Whether something is not in the store yet. */
    isWaiting: (): boolean => waiting.size > 0 || sending !== undefined,
    stop(): void {
      if (timer) clearTimeout(timer)
    },
  }
}
