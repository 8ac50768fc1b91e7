import { QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { Contract } from '../../shared/contract'
import type { AppError } from '../../shared/result'
import { type Api, api, onCoreEvent } from './client'

type Feature = Exclude<keyof Contract, 'shell'>
type Method<F extends Feature> = keyof Api[F] & string
type Input<F extends Feature, M extends Method<F>> = Api[F][M] extends (input: infer I) => unknown ? I : never
type Output<F extends Feature, M extends Method<F>> = Api[F][M] extends (input: never) => Promise<infer O> ? O : never

/** An isolated computer always reads as "offline", so queries never wait for a network. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })

/** What the store owns, fetched through the typed client and fetched anew when the core says that its feature changed. */
export function useCall<F extends Feature, M extends Method<F>>(feature: F, method: M, input: Input<F, M>) {
  return useQuery<Output<F, M>, AppError>({
    queryKey: [feature, method, input],
    queryFn: () => (api[feature][method] as (input: unknown) => Promise<Output<F, M>>)(input),
  })
}

interface Page {
  readonly rows: readonly unknown[]
  readonly total: number
}
type Row<O> = O extends { readonly rows: readonly (infer R)[] } ? R : never

/** A list a page at a time, without an end: `more` reads the next page, and is undefined when all is shown. */
export function useRows<F extends Feature, M extends Method<F>>(
  feature: F,
  method: M,
  input: Omit<Input<F, M>, 'offset' | 'limit'>,
  limit: number,
) {
  const found = useInfiniteQuery({
    queryKey: [feature, method, 'rows', input, limit],
    queryFn: ({ pageParam }) =>
      (api[feature][method] as (input: unknown) => Promise<Output<F, M> & Page>)({
        ...input,
        offset: pageParam,
        limit,
      }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const read = pages.reduce((sum, { rows }) => sum + rows.length, 0)
      return last.rows.length > 0 && read < last.total ? read : undefined
    },
  })
  const last = found.data?.pages.at(-1)
  return {
    rows: (found.data?.pages.flatMap(({ rows }) => rows) ?? []) as Row<Output<F, M>>[],
    /** What was told last beside its rows. */
    last,
    total: last?.total,
    isPending: found.isPending,
    error: found.error,
    retry: () => void found.refetch(),
    more: found.hasNextPage ? () => void found.fetchNextPage() : undefined,
  }
}

/** Fetches anew whatever is on screen after any change: files, units, posts, notices and audit lines show one another's facts. */
export function followChanges(client: QueryClient): () => void {
  return onCoreEvent(event => {
    // A saved draft is nobody else's business: no list shows it.
    if (event.kind !== 'changed' || event.feature === 'drafts') return
    // A backup changes nothing of what it copies.
    void client.invalidateQueries(event.feature === 'backups' ? { queryKey: ['backups'] } : undefined)
  })
}
