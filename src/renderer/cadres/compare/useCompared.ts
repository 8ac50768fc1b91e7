import { useQueries } from '@tanstack/react-query'
import type { CadreId } from '../../../shared/cadres/cadres'
import { api } from '../../api/client'

/** The files of those who are compared, and what every module knows of each. */
export function useCompared(ids: readonly CadreId[]) {
  const files = useQueries({
    queries: ids.map(id => ({ queryKey: ['cadres', 'get', { id }], queryFn: () => api.cadres.get({ id }) })),
  })
  const timelines = useQueries({
    queries: ids.map(id => ({ queryKey: ['cadres', 'timeline', { id }], queryFn: () => api.cadres.timeline({ id }) })),
  })
  const all = [...files, ...timelines]
  return {
    people: files.flatMap(({ data }, index) => {
      const entries = timelines[index]?.data
      return data && entries
        ? [{ cadre: data.cadre, photo: data.photo, entries, decided: data.decided ?? undefined }]
        : []
    }),
    error: all.find(({ error }) => error !== null)?.error ?? null,
    isPending: all.some(({ isPending }) => isPending),
    retry: (): void => {
      for (const one of all) if (one.isError) void one.refetch()
    },
  }
}
export type ComparedPerson = ReturnType<typeof useCompared>['people'][number]
