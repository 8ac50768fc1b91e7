import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { DuplicatePair, DuplicateSureness } from '../../shared/duplicates/duplicates'
import { api } from '../api/client'

const PAGE_PAIRS = 50

/** Pairs that may be one person, or those that were said to be two, a page at a time. */
export function usePairs(slice: { sureness: DuplicateSureness | null; dismissed: boolean }) {
  const found = useInfiniteQuery({
    queryKey: ['duplicates', 'list', slice],
    queryFn: ({ pageParam }) => api.duplicates.list({ ...slice, offset: pageParam, limit: PAGE_PAIRS }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const read = pages.reduce((sum, { pairs }) => sum + pairs.length, 0)
      return read < last.total && last.pairs.length > 0 ? read : undefined
    },
    placeholderData: keepPreviousData,
  })
  return {
    pairs: (found.data?.pages.flatMap(({ pairs }) => pairs) ?? []) as readonly DuplicatePair[],
    /** Of the whole list, as the first page tells it. */
    summary: found.data?.pages[0],
    error: found.error,
    retry: () => void found.refetch(),
    more: found.hasNextPage ? () => void found.fetchNextPage() : undefined,
  }
}
