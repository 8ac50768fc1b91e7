import { useEffect, useState } from 'react'
import { dayKey } from './home.dates'

/**
 * Today on this computer. The page may stay open over midnight or a night's sleep of the computer, when timers drift,
 * so the day is compared every minute and whenever the window is looked at again.
 */
export function useToday(): Date {
  const [today, setToday] = useState(() => new Date())
  useEffect(() => {
    const look = (): void => setToday(known => (dayKey(known) === dayKey(new Date()) ? known : new Date()))
    const timer = setInterval(look, 60_000)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
  return today
}
