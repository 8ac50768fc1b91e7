import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Details, Interview, InterviewId, NoteId } from '../../../shared/interviews/interviews'
import type { VersionedKind } from '../../../shared/interviews/kinds'
import { AppError } from '../../../shared/result'
import { api } from '../../api/client'
import { saveBeforeLock } from '../../api/drafts'
import { useSession } from '../../api/session'
import { createKeeper } from './keeper'
import { createRecord, heard, type RecordState, type RecordStore } from './record.store'

const DETAILS_MS = 700

/** Brings the details into the store once they rest; a recorder elsewhere who was faster is said. */
function detailsKeeper(id: InterviewId, store: () => RecordStore) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let waiting: Details | undefined
  let sending: Promise<void> = Promise.resolve()
  async function send(): Promise<void> {
    const details = waiting
    waiting = undefined
    if (!details) return
    try {
      const { revision } = await api.interviews.keepDetails({ id, revision: store().getState().revision, details })
      store().setState({ revision, error: null })
    } catch (error) {
      waiting ??= details
      store().setState({ error: error instanceof AppError ? error : new AppError('internal', '没能保存') })
    }
  }
  const flush = (): Promise<void> => {
    if (timer) clearTimeout(timer)
    sending = sending.then(send)
    return sending
  }
  return {
    keep(details: Details): void {
      waiting = details
      if (timer) clearTimeout(timer)
      timer = setTimeout(() => void flush(), DETAILS_MS)
    },
    flush,
  }
}

export interface Recording {
  readonly store: RecordStore
  /** Resolves when everything typed is in the store, or has failed once. */
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
    })
    const flush = async (): Promise<void> => {
      await Promise.all([keeper.flush(), details.flush()])
    }
    return { store, flush, stop: keeper.stop }
  })
  useEffect(() => {
    const forget = saveBeforeLock(recording.flush)
    return () => {
      forget()
      void recording.flush().finally(recording.stop)
    }
  }, [recording])
  return recording
}

export const useRecord = <T>(store: RecordStore, select: (state: RecordState) => T): T => useStore(store, select)
