import { useCallback, useEffect, useRef, useState } from 'react'
import type { SealedDraft } from '../../shared/sealed-notes/sealed-notes'
import { api } from '../api/client'
import { saveBeforeLock } from '../api/drafts'

const DEBOUNCE_MS = 800

/**
 * What is being written, sealed to its author once typing pauses and before a lock. It never enters the store of drafts,
 * which other code reads. `initial` is read once; a draft of the same record and contact takes its place.
 */
export function useSealedDraft(initial: SealedDraft) {
  const [value, setValue] = useState(initial)
  const [restored, setRestored] = useState(false)
  const first = useRef(initial)
  const touched = useRef(false)
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; draft: SealedDraft } | null>(null)

  const flush = useCallback(async () => {
    const pending = waiting.current
    if (!pending) return
    clearTimeout(pending.timer)
    waiting.current = null
    // A draft that cannot be kept (read-only store, full disk) must not get in the way of the form itself.
    await api.sealedNotes.keepDraft({ draft: pending.draft }).catch(() => undefined)
  }, [])

  useEffect(() => {
    let left = false
    api.sealedNotes
      .draft({})
      .then(draft => {
        const { noteId, place } = first.current
        if (left || touched.current || draft?.noteId !== noteId || draft.place !== place) return
        setValue(draft)
        setRestored(true)
      })
      .catch(() => undefined)
    const forget = saveBeforeLock(flush)
    return () => {
      left = true
      forget()
      void flush()
    }
  }, [flush])

  const set = useCallback(
    (draft: SealedDraft) => {
      touched.current = true
      setValue(draft)
      if (waiting.current) clearTimeout(waiting.current.timer)
      waiting.current = { draft, timer: setTimeout(() => void flush(), DEBOUNCE_MS) }
    },
    [flush],
  )

  /** After it was saved, or when it is not wanted. */
  const discard = useCallback(async () => {
    if (waiting.current) clearTimeout(waiting.current.timer)
    waiting.current = null
    touched.current = true
    await api.sealedNotes.keepDraft({ draft: null })
  }, [])
  return { value, set, restored, discard }
}
