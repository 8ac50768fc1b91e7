import { QueryClient, useQuery } from '@tanstack/react-query'
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

/** Fetches anew whatever is on screen after any change: files, units, posts, notices and audit lines show one another's facts. */
export function followChanges(client: QueryClient): () => void {
  return onCoreEvent(event => {
    // A saved draft is nobody else's business: no list shows it.
    if (event.kind !== 'changed' || event.feature === 'drafts') return
    void client.invalidateQueries()
  })
}
