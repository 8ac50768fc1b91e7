import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { CadreRow } from '../../shared/cadres/cadres.contract'
import { api } from '../api/client'

const PAGE_ROWS = 100
/** So many rows above and below are there before they come in sight. */
const AHEAD_ROWS = 50
/** Whoever drags the bar passes pages that nobody reads: what lies far away is asked for where the bar rests. */
const REST_MS = 60
/** As many as a search gives; who is not among them needs another word. */
export const SEARCH_ROWS = 100

export interface CadreRows {
  readonly total: number | undefined
  readonly error: unknown
  /** Undefined while its page is being read. */
  rowAt(index: number): CadreRow | undefined
  retry(): void
}

/** Whether a page is the one after or before that of a moment ago, or has been in sight for a moment. */
function useRested(page: number): boolean {
  const [rested, setRested] = useState(page)
  useEffect(() => {
    const timer = setTimeout(() => setRested(page), REST_MS)
    return () => clearTimeout(timer)
  }, [page])
  return Math.abs(page - rested) <= 1
}

/** A long list a page at a time: only the pages around what is in sight are asked for. `name` says all that it depends on. */
export function usePagedRows(
  name: readonly unknown[],
  { first, last }: { readonly first: number; readonly last: number },
  read: (page: { offset: number; limit: number }) => Promise<{ rows: CadreRow[]; total: number }>,
): CadreRows {
  const [known, setKnown] = useState<number>()
  const end = Math.max(0, Math.min(last + AHEAD_ROWS, known ?? last) - 1)
  const from = Math.floor(Math.max(0, Math.min(first - AHEAD_ROWS, end)) / PAGE_ROWS)
  const to = Math.floor(end / PAGE_ROWS)
  const enabled = useRested(from)
  const pages = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  const results = useQueries({
    queries: pages.map(page => ({
      queryKey: [...name, page],
      queryFn: () => read({ offset: page * PAGE_ROWS, limit: PAGE_ROWS }),
      enabled,
    })),
  })
  // A page on its way must not make the list collapse.
  const total = results.find(({ data }) => data !== undefined)?.data?.total ?? known
  if (total !== known) setKnown(total)
  return {
    total,
    error: results.find(({ error }) => error !== null)?.error ?? null,
    rowAt: index => results[Math.floor(index / PAGE_ROWS) - from]?.data?.rows[index % PAGE_ROWS],
    retry: () => {
      for (const result of results) if (result.isError) void result.refetch()
    },
  }
}

/** What the words find, the best first. The last answer stays until the next is here. */
export function useFoundRows(text: string): CadreRows {
  const input = { text, limit: SEARCH_ROWS }
  const found = useQuery({
    queryKey: ['cadres', 'search', input],
    queryFn: () => api.cadres.search(input),
    placeholderData: keepPreviousData,
  })
  return {
    total: found.data?.length,
    error: found.error,
    rowAt: index => found.data?.[index],
    retry: () => void found.refetch(),
  }
}
