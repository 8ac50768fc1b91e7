import { useEffect, useState } from 'react'

const two = (n: number): string => String(n).padStart(2, '0')

const minuteOf = (now: Date): string =>
  `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())} ${two(now.getHours())}:${two(now.getMinutes())}`

/** The clock to the minute, for the watermark. */
export function useMinute(): string {
  const [minute, setMinute] = useState(() => minuteOf(new Date()))
  useEffect(() => {
    const timer = setInterval(() => setMinute(minuteOf(new Date())), 10_000)
    return () => clearInterval(timer)
  }, [])
  return minute
}
