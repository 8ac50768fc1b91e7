import type { InterviewId, Note, NoteDraft, NoteId } from '../../../shared/interviews/interviews'
import { AppError } from '../../../shared/result'
import { createPace } from './pace'

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
  let sending: Promise<AppError | null> | undefined
  const pace = createPace(() => void run())

  async function sendWaiting(): Promise<AppError | null> {
    const notes = [...waiting.values()]
    waiting.clear()
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
      return null
    } catch (error) {
      for (const note of notes) if (!waiting.has(note.id)) waiting.set(note.id, note)
      const told = error instanceof AppError ? error : new AppError('internal', '没能保存')
      failed(told)
      pace.after(RETRY_MS)
      return told
    }
  }

  /** Sends until nothing waits. @returns why something still does */
  async function run(): Promise<AppError | null> {
    pace.stop()
    for (;;) {
      if (sending) await sending
      if (waiting.size === 0) return null
      sending = sendWaiting()
      const error = await sending
      sending = undefined
      if (error) return error
    }
  }

  return {
    keep(note: NoteDraft): void {
      waiting.set(note.id, note)
      pace.soon()
    },
    /** Resolves when everything that was given is in the store. @throws AppError when it is not */
    async flush(): Promise<void> {
      const error = await run()
      if (error) throw error
    },
    stop: pace.stop,
  }
}
