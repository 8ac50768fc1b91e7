import { useCallback, useEffect, useRef, useState } from 'react'
import { api, onCoreEvent } from './client'

/** A draft is saved once typing pauses, and while it does not pause at least this often. */
const DEBOUNCE_MS = 800
const AT_LEAST_EVERY_MS = 2000

/** What is still waiting to be saved on this page, so that locking can save it first. */
const pendingSaves = new Set<() => Promise<unknown>>()

/** Saves every draft at once when the application is about to lock, then says so. */
export function saveDraftsBeforeLock(): () => void {
  return onCoreEvent(event => {
    if (event.kind !== 'locking') return
    void Promise.all([...pendingSaves].map(save => save())).then(() => api.shell.flushed({}))
  })
}

/** Has `save` carried out when the application is about to lock, until the function that it returns is called. */
export function saveBeforeLock(save: () => Promise<unknown>): () => void {
  pendingSaves.add(save)
  return () => void pendingSaves.delete(save)
}

export interface Draft<T> {
  value: T
  set: (value: T) => void
  /** When the draft now shown was saved, or null when the form began empty. */
  restoredAt: string | null
  /** False until the store has been asked for an earlier draft. */
  ready: boolean
  /** After the form has been handed in, or when the person wants to begin anew. */
  discard: () => Promise<void>
}

/** Takes from what was stored the fields that the form still has, with the same kind of value. */
function pickKnown<T extends object>(initial: T, stored: unknown): T {
  if (typeof stored !== 'object' || stored === null) return initial
  const kept = Object.entries(stored).filter(([key, value]) => {
    const own = (initial as Record<string, unknown>)[key]
    return (
      Object.hasOwn(initial, key) &&
      (own === null || (typeof own === typeof value && Array.isArray(own) === Array.isArray(value)))
    )
  })
  return { ...initial, ...Object.fromEntries(kept) }
}

/**
 * A form's unfinished work, kept in the encrypted store. Fields publish only finished text (ui/composed.ts), so what is
 * saved never holds half a word. `initial` is read once.
 */
export function useDraft<T extends object>(key: string, initial: T): Draft<T> {
  const [value, setValue] = useState(initial)
  const [restoredAt, setRestoredAt] = useState<string | null>(null)
  const [ready, setReady] = useState(false)
  const first = useRef(initial)
  const touched = useRef(false)
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; body: string; since: number } | null>(null)

  const flush = useCallback(async () => {
    const pending = waiting.current
    if (!pending) return
    clearTimeout(pending.timer)
    waiting.current = null
    // A draft that cannot be saved (read-only store, full disk) must not get in the way of the form itself.
    await api.drafts.save({ key, body: pending.body }).catch(() => undefined)
  }, [key])

  useEffect(() => {
    let left = false
    api.drafts
      .get({ key })
      .then(draft => {
        if (left || touched.current || !draft) return
        setValue(pickKnown(first.current, JSON.parse(draft.body)))
        setRestoredAt(draft.savedAt)
      })
      .catch(() => undefined)
      .finally(() => {
        if (!left) setReady(true)
      })
    const forget = saveBeforeLock(flush)
    return () => {
      left = true
      forget()
      void flush()
    }
  }, [key, flush])

  const set = useCallback(
    (next: T) => {
      touched.current = true
      setValue(next)
      const now = performance.now()
      const since = waiting.current?.since ?? now
      if (waiting.current) clearTimeout(waiting.current.timer)
      const delay = Math.min(DEBOUNCE_MS, Math.max(0, since + AT_LEAST_EVERY_MS - now))
      waiting.current = { body: JSON.stringify(next), since, timer: setTimeout(() => void flush(), delay) }
    },
    [flush],
  )

  const discard = useCallback(async () => {
    if (waiting.current) clearTimeout(waiting.current.timer)
    waiting.current = null
    touched.current = true
    setValue(first.current)
    setRestoredAt(null)
    await api.drafts.discard({ key })
  }, [key])

  return { value, set, restoredAt, ready, discard }
}
