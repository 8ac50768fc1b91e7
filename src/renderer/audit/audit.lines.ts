import { useCallback, useRef, useState } from 'react'
import type { AuditEntry, AuditFilter } from '../../shared/audit/audit'
import { api } from '../api/client'
import { useCall } from '../api/query'

export const PAGE_LINES = 200

/**
 * Puts the newest page before what is already loaded, newest first. Lines never change, so only new ones matter; when
 * more have been written than one page holds, what is loaded no longer joins on and is let go.
 */
export function joinNewest(loaded: readonly AuditEntry[], newest: readonly AuditEntry[]): readonly AuditEntry[] {
  const top = loaded[0]?.seq
  if (top === undefined) return newest
  const fresh = newest.filter(({ seq }) => seq > top)
  if (fresh.length === 0) return loaded
  return fresh.length === newest.length && newest.length >= PAGE_LINES ? newest : [...fresh, ...loaded]
}

/** Puts an older page behind what is loaded. */
export function joinOlder(loaded: readonly AuditEntry[], older: readonly AuditEntry[]): readonly AuditEntry[] {
  const bottom = loaded.at(-1)?.seq ?? Number.POSITIVE_INFINITY
  return [...loaded, ...older.filter(({ seq }) => seq < bottom)]
}

export interface AuditLines {
  readonly lines: readonly AuditEntry[]
  /** How many lines meet the conditions, loaded or not; undefined until the first page is here. */
  readonly total: number | undefined
  readonly error: unknown
  retry(): void
  loadOlder(): void
}

/**
 * The log under these conditions, below `before`, a page at a time. The newest page is a query like any other and comes
 * anew when something was written; older pages are kept here, because asking for all of them again would not end.
 * Conditions are fixed for the life of the component that calls this: it is mounted anew for others.
 */
export function useAuditLines(filter: AuditFilter, before: number | null): AuditLines {
  const newest = useCall('audit', 'list', { ...filter, before, limit: PAGE_LINES })
  const [loaded, setLoaded] = useState<Loaded>({ page: undefined, lines: [], ended: false })
  const [error, setError] = useState<unknown>(null)
  const loading = useRef(false)
  const page = newest.data?.entries

  // A new newest page is joined on while rendering, so that no picture shows the old lines under the new total.
  if (page && page !== loaded.page) {
    const lines = joinNewest(loaded.lines, page)
    setLoaded({ page, lines, ended: lines === page ? page.length < PAGE_LINES : loaded.ended })
  }

  const { lines, ended } = loaded
  const bottom = lines.at(-1)?.seq
  const loadOlder = useCallback(() => {
    if (loading.current || ended || bottom === undefined) return
    loading.current = true
    api.audit
      .list({ ...filter, before: bottom, limit: PAGE_LINES })
      .then(({ entries }) => {
        setLoaded(now => ({ ...now, lines: joinOlder(now.lines, entries), ended: entries.length < PAGE_LINES }))
        setError(null)
      })
      .catch(setError)
      .finally(() => {
        loading.current = false
      })
  }, [filter, bottom, ended])

  return {
    lines,
    total: newest.data?.total,
    error: newest.error ?? error,
    retry: () => {
      if (newest.isError) void newest.refetch()
      else loadOlder()
    },
    loadOlder,
  }
}

interface Loaded {
  /** The newest page that is already in `lines`. */
  readonly page: readonly AuditEntry[] | undefined
  readonly lines: readonly AuditEntry[]
  /** There is nothing older. */
  readonly ended: boolean
}
