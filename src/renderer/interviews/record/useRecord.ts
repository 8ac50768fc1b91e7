import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Details, Interview, InterviewId, NoteId } from '../../../shared/interviews/interviews'
import type { VersionedKind } from '../../../shared/interviews/kinds'
import { AppError } from '../../../shared/result'
import { api } from '../../api/client'
import { saveBeforeLock } from '../../api/drafts'
import { useSession } from '../../api/session'
import { createKeeper } from './keeper'
import { createPace } from './pace'
import { createRecord, heard, type RecordState, type RecordStore } from './record.store'

/** Brings the details into the store while they are typed; a recorder elsewhere who was faster is said. */
function detailsKeeper(id: InterviewId, store: () => RecordStore) {
  let waiting: Details | undefined
  let sending: Promise<AppError | null> = Promise.resolve(null)
  const pace = createPace(() => void run())
  async function send(): Promise<AppError | null> {
    const details = waiting
    waiting = undefined
    if (!details) return null
    const tell = (error: AppError | null) =>
      store().setState(({ errors }) => ({ errors: { ...errors, details: error } }))
    try {
      const { revision } = await api.interviews.keepDetails({ id, revision: store().getState().revision, details })
      store().setState({ revision })
      tell(null)
      return null
    } catch (error) {
      waiting ??= details
      const told = error instanceof AppError ? error : new AppError('internal', '没能保存')
      tell(told)
      return told
    }
  }
  const run = (): Promise<AppError | null> => {
    pace.stop()
    sending = sending.then(send)
    return sending
  }
  return {
    keep(details: Details): void {
      waiting = details
      pace.soon()
    },
    /** @throws AppError when the details are not in the store */
    async flush(): Promise<void> {
      const error = await run()
      if (error) throw error
    },
    stop: pace.stop,
  }
}

export interface Recording {
  readonly store: RecordStore
  /** Resolves when everything typed is in the store. @throws AppError when it is not */
  flush(): Promise<void>
}

/**
 * Binds the page of one talk to the store of the application for as long as it is shown.
 * @param soundMs the moment of the sound recording; null while there is none
 */
export function useRecording(talk: Interview, kind: VersionedKind, soundMs: () => number | null): Recording {
  const { account } = useSession()
  const [recording] = useState(() => {
    const { id } = talk.header
    const details = detailsKeeper(id, () => store)
    const keeper = createKeeper({
      id,
      send: input => api.interviews.keepNotes(input),
      kept: (note, revision) => heard(store).kept(note, revision),
      clashed: theirs => heard(store).clashed(theirs),
      failed: error => heard(store).failed(error),
    })
    const store: RecordStore = createRecord(talk, kind.outline[0]?.key ?? '', {
      keep: keeper.keep,
      keepDetails: details.keep,
      now: () => new Date(),
      newId: () => crypto.randomUUID() as NoteId,
      soundMs,
      authorName: account.name,
      authorId: account.id,
    })
    const flush = async (): Promise<void> => {
      // Both are tried, whatever becomes of the first.
      const [lines, rest] = await Promise.allSettled([keeper.flush(), details.flush()])
      for (const tried of [lines, rest]) if (tried.status === 'rejected') throw tried.reason
    }
    const stop = (): void => {
      keeper.stop()
      details.stop()
    }
    return { store, flush, stop }
  })
  useEffect(() => {
    // Whoever locks or leaves has been told, or is not asked any more: it is tried once.
    const flush = (): Promise<void> => recording.flush().catch(() => {})
    const forget = saveBeforeLock(flush)
    return () => {
      forget()
      void flush().then(recording.stop)
    }
  }, [recording])
  return recording
}

export const useRecord = <T>(store: RecordStore, select: (state: RecordState) => T): T => useStore(store, select)
