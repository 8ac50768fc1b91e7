import { useEffect, useEffectEvent, useState } from 'react'
import { api } from '../api/client'
import { saveBeforeLock } from '../api/drafts'

const KEY = 'place'
const DEBOUNCE_MS = 800

const routeIn = (body: string): string | undefined => {
  try {
    const { route } = JSON.parse(body) as { route?: unknown }
    return typeof route === 'string' ? route : undefined
  } catch {
    return undefined
  }
}

/**
 * Brings the account back to the page it last stood on, and remembers where it goes. Kept in the encrypted store like
 * a draft. Returns whether the page may be shown: until the answer is there, nothing is, so that no page flashes by.
 */
export function usePlace(
  location: string,
  go: (route: string) => void,
  isOffered: (route: string) => boolean,
): boolean {
  const [ready, setReady] = useState(false)
  const comeBack = useEffectEvent((route: string | undefined) => {
    if (location === '/' && route !== undefined && isOffered(route)) go(route)
  })

  useEffect(() => {
    let left = false
    api.drafts
      .get({ key: KEY })
      .then(draft => {
        if (!left && draft) comeBack(routeIn(draft.body))
      })
      .catch(() => undefined)
      .finally(() => {
        if (!left) setReady(true)
      })
    return () => {
      left = true
    }
  }, [])

  useEffect(() => {
    if (!ready) return
    const save = () => api.drafts.save({ key: KEY, body: JSON.stringify({ route: location }) }).catch(() => undefined)
    const timer = setTimeout(() => void save(), DEBOUNCE_MS)
    const forget = saveBeforeLock(save)
    return () => {
      clearTimeout(timer)
      forget()
    }
  }, [ready, location])

  return ready
}
