import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { CheckedPerson, CheckFilter } from '../../../shared/checks/checks'
import { api } from '../../api/client'

export const everything: CheckFilter = { unitId: null, rules: [], sureness: [], dismissed: false }

const PAGE_PEOPLE = 100

/** A unit's findings, a page of people at a time. */
export function useChecks(filter: CheckFilter) {
  const found = useInfiniteQuery({
    queryKey: ['checks', 'list', filter],
    queryFn: ({ pageParam }) => api.checks.list({ filter, offset: pageParam, limit: PAGE_PEOPLE }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const read = pages.reduce((sum, { people }) => sum + people.length, 0)
      return read < last.total && last.people.length > 0 ? read : undefined
    },
    placeholderData: keepPreviousData,
  })
  return {
    people: (found.data?.pages.flatMap(({ people }) => people) ?? []) as readonly CheckedPerson[],
    /** Of the whole list, as the first page tells it. */
    summary: found.data?.pages[0],
    error: found.error,
    retry: () => void found.refetch(),
    more: found.hasNextPage ? () => void found.fetchNextPage() : undefined,
  }
}

/** Most people that one printed list holds. */
export const MOST_PRINTED = 2000
const PRINT_PAGE = 500

/** Everybody on the list, for paper. */
export async function allOf(filter: CheckFilter): Promise<CheckedPerson[]> {
  const people: CheckedPerson[] = []
  for (;;) {
    const page = await api.checks.list({ filter, offset: people.length, limit: PRINT_PAGE })
    people.push(...page.people)
    if (page.people.length === 0 || people.length >= Math.min(page.total, MOST_PRINTED)) return people
  }
}
