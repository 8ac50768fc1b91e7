import { useEffect, useEffectEvent, useState } from 'react'

/** Asks once when the page opens, before the workspace and its queries are there. */
export function useAsked<T>(ask: () => Promise<T>): { data: T | undefined; error: unknown } {
  const [answer, setAnswer] = useState<{ data: T | undefined; error: unknown }>({ data: undefined, error: null })
  const asked = useEffectEvent(ask)
  useEffect(() => {
    let gone = false
    const put = (next: typeof answer): void => {
      if (!gone) setAnswer(next)
    }
    asked().then(
      data => put({ data, error: null }),
      (error: unknown) => put({ data: undefined, error }),
    )
    return () => {
      gone = true
    }
  }, [])
  return answer
}
