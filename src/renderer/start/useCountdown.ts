import { useEffect, useState } from 'react'

/** Seconds left until a moment; computed from the clock, since timers drift while a computer sleeps. */
export function useCountdown(): { left: number; start: (seconds: number) => void } {
  const [until, setUntil] = useState(0)
  const [left, setLeft] = useState(0)
  useEffect(() => {
    if (until === 0) return
    const tick = (): void => {
      const seconds = Math.max(0, Math.ceil((until - Date.now()) / 1000))
      setLeft(seconds)
      if (seconds === 0) setUntil(0)
    }
    tick()
    const timer = setInterval(tick, 250)
    return () => clearInterval(timer)
  }, [until])
  return {
    left,
    start: seconds => {
      setLeft(seconds)
      setUntil(seconds > 0 ? Date.now() + seconds * 1000 : 0)
    },
  }
}
