import { useInfiniteQuery } from '@tanstack/react-query'
import type { ExportEntry } from '../../shared/exports/exports'
import type { RegisterFilter } from '../../shared/exports/register.rules'
import { api } from '../api/client'

const PAGE_ROWS = 200

/** The register a page at a time, the newest first. */
export function useRegister(filter: RegisterFilter) {
  const found = useInfiniteQuery({
    queryKey: ['exports', 'list', filter],
    queryFn: ({ pageParam }) => api.exports.list({ ...filter, offset: pageParam, limit: PAGE_ROWS }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const read = pages.reduce((sum, { entries }) => sum + entries.length, 0)
      return read < last.total ? read : undefined
    },
  })
  const [first] = found.data?.pages ?? []
  return {
    entries: (found.data?.pages.flatMap(({ entries }) => entries) ?? []) as readonly ExportEntry[],
    total: first?.total,
    years: first?.years ?? [],
    error: found.error,
    retry: () => void found.refetch(),
    more: found.hasNextPage ? () => void found.fetchNextPage() : undefined,
  }
}
