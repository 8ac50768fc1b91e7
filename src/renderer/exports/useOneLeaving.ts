import { useState } from 'react'

/**
 * Carries out what leaves, one at a time, and keeps why it could not.
 * @param leave asks for the place and does it; null when the person gave up choosing one
 * @param refusal why it may not be done now
 */
export function useOneLeaving<T>(
  leave: () => Promise<T | null>,
  refusal: string | undefined,
  onDone: (done: T) => void,
): { readonly busy: boolean; readonly error: unknown; carryOut(): Promise<void> } {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  return {
    busy,
    error,
    async carryOut() {
      if (refusal !== undefined || busy) return
      setBusy(true)
      setError(null)
      try {
        const done = await leave()
        if (done) onDone(done)
      } catch (failure) {
        setError(failure)
      } finally {
        setBusy(false)
      }
    },
  }
}
