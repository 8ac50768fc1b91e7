import { useState } from 'react'

/** One act at a time, and what went wrong with it. */
export function useActs() {
  const [error, setError] = useState<unknown>(null)
  const act = (work: Promise<unknown>): void => void work.then(() => setError(null), setError)
  return { error, act }
}
