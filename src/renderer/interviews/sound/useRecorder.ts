import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { InterviewId } from '../../../shared/interviews/interviews'
import { api } from '../../api/client'
import { saveBeforeLock } from '../../api/drafts'
import { createRecorder, type Recorder } from './recorder'

/** The recorder of one talk for as long as its page is shown. Leaving and locking stop it with everything kept. */
export function useRecorder(interviewId: InterviewId): Recorder {
  const [recorder] = useState(() =>
    createRecorder({
      allow: on => api.shell.allowMicrophone({ on }),
      begin: () => api.sound.begin({ interviewId }),
      keep: piece => api.sound.keep(piece),
      end: id => api.sound.end({ id }),
    }),
  )
  useEffect(() => {
    const forget = saveBeforeLock(() => recorder.stop())
    return () => {
      forget()
      void recorder.stop()
    }
  }, [recorder])
  return recorder
}

export const usePhase = (recorder: Recorder) => useStore(recorder.store, ({ phase }) => phase)
export const useWhy = (recorder: Recorder) => useStore(recorder.store, ({ why }) => why)
