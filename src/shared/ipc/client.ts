import { AppError, type Result } from '../result'
import type { Client, ContractShape, JobOptions, Progress } from './define'

/** A request as it crosses to the core or the shell. `id` names it for progress and cancel. */
export interface Request {
  readonly id: string
  readonly channel: string
  readonly input: unknown
}

/** What comes back unasked. */
export type CoreEvent =
  | { readonly kind: 'changed'; readonly feature: string }
  | ({ readonly kind: 'progress'; readonly id: string } & Progress)
  /** The application is about to lock: unsaved drafts are saved now, then `shell.flushed` is called. */
  | { readonly kind: 'locking' }
  /** The core is bound anew: what the page knows about the session is out of date. */
  | { readonly kind: 'core-restarted' }
  | { readonly kind: 'menu'; readonly command: string }
  /** Files were opened with this application: shell.openedFiles tells which. */
  | { readonly kind: 'files-opened' }

/** The reserved channel that cancels a running job by its request id. */
export const CANCEL = 'cancel'

/** One way to send a request and one to hear events: the preload's bridge in the application, the dispatch itself in tests. */
export interface Bridge {
  invoke(request: Request): Promise<Result<unknown>>
  /** @returns a function that stops listening. */
  on(listener: (event: CoreEvent) => void): () => void
}

let count = 0

/**
 * A client typed by the contract and holding none of its schemas.
 * `then` stays undefined, or `await api` would call a channel of that name.
 */
export function createClient<Shape extends ContractShape>(bridge: Bridge): Client<Shape> {
  const call = async (channel: string, input: unknown, options: JobOptions = {}): Promise<unknown> => {
    const id = `r${++count}`
    const cancel = (): void => void bridge.invoke({ id: `${id}c`, channel: CANCEL, input: id })
    const stop = options.onProgress
      ? bridge.on(event => {
          if (event.kind === 'progress' && event.id === id) options.onProgress?.(event)
        })
      : undefined
    options.signal?.addEventListener('abort', cancel, { once: true })
    try {
      const result = await bridge.invoke({ id, channel, input })
      if (result.ok) return result.value
      throw new AppError(result.error.code, result.error.message, result.error.details)
    } finally {
      stop?.()
      options.signal?.removeEventListener('abort', cancel)
    }
  }
  const methods = (feature: string): object =>
    new Proxy(
      {},
      {
        get: (_, method) =>
          method === 'then'
            ? undefined
            : (input: unknown, options?: JobOptions) => call(`${feature}.${String(method)}`, input, options),
      },
    )
  return new Proxy(
    {},
    { get: (_, feature) => (feature === 'then' ? undefined : methods(String(feature))) },
  ) as Client<Shape>
}
