import { useEffect, useState } from 'react'

const EACH_MS = 10_000

/** Now in milliseconds; moves on by itself. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), EACH_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
