import { useEffect, useState } from 'react'
import { api } from '../../api/client'
import { saveBeforeLock } from '../../api/drafts'
import { Remembered, useOpenPeople } from './open.store'

const KEY = 'cadres.open'
const DEBOUNCE_MS = 800

/** Once for each page that is loaded: the store keeps the rest. */
let asked = false
/** A page that is loaded anew asks again. */
export const forgetAsked = (): void => void (asked = false)

/** Whose files were open, kept for the account as its place is. */
export function useRemembered(): void {
  const people = useOpenPeople(state => state.people)
  const restore = useOpenPeople(state => state.restore)
  const [ready, setReady] = useState(asked)

  useEffect(() => {
    if (asked) return
    asked = true
    api.drafts
      .get({ key: KEY })
      .then(draft => {
        const known = draft && Remembered.safeParse(JSON.parse(draft.body))
        if (known?.success) restore(known.data.people)
      })
      .catch(() => undefined)
      .finally(() => setReady(true))
  }, [restore])

  useEffect(() => {
    if (!ready) return
    const save = () => api.drafts.save({ key: KEY, body: JSON.stringify({ people }) }).catch(() => undefined)
    const timer = setTimeout(() => void save(), DEBOUNCE_MS)
    const forget = saveBeforeLock(save)
    return () => {
      clearTimeout(timer)
      forget()
    }
  }, [ready, people])
}
