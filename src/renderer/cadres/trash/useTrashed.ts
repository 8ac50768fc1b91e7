import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { TrashedRow } from '../../../shared/cadres/cadres.contract'
import { api } from '../../api/client'

const PAGE_ROWS = 100

/** What lies in the trash, a page at a time. */
export function useTrashed(text: string) {
  const found = useInfiniteQuery({
    queryKey: ['cadres', 'trashed', text],
    queryFn: ({ pageParam }) => api.cadres.trashed({ text, offset: pageParam, limit: PAGE_ROWS }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const read = pages.reduce((sum, { rows }) => sum + rows.length, 0)
      return read < last.total && last.rows.length > 0 ? read : undefined
    },
    placeholderData: keepPreviousData,
  })
  return {
    rows: (found.data?.pages.flatMap(({ rows }) => rows) ?? []) as readonly TrashedRow[],
    total: found.data?.pages[0]?.total,
    error: found.error,
    retry: () => void found.refetch(),
    more: found.hasNextPage ? () => void found.fetchNextPage() : undefined,
  }
}
