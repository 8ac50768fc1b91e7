import type * as z from 'zod'
import type { Capability } from '../accounts/roles'

/**
 * How a call is carried out.
 * - query: reads; with `reveals` it shows a sensitive field and leaves an audit line.
 * - command: writes in one transaction that also holds its audit line.
 * - scratch: keeps the caller's own unfinished work (drafts); no audit line.
 * - job: long work with progress and cancel; what it writes goes through one commit.
 * - gate: touches the vault (sign-in, passwords, keys, restoring), may await the KDF and take long; what it writes goes
 *   through one commit.
 * - shell: answered by the Electron shell: windows, dialogs, settings of this computer. Never sees the store.
 */
export type Kind = 'query' | 'command' | 'scratch' | 'job' | 'gate' | 'shell'

/** Who may call: anyone at the gate, any signed-in account, or one that holds the capability. */
export type Need = 'anyone' | 'signed-in' | Capability

export interface EndpointOptions {
  /** What the call does, in the words of the audit page. */
  readonly title: string
  readonly needs: Need
  /** Shows a sensitive field: the reading is audited. */
  readonly reveals?: boolean
  /**
   * Writes what the store holds to a file outside it: `plain` can be read by other programs, `sealed` is encrypted to somebody.
   * IT may forbid either; paper is not meant.
   */
  readonly leaves?: 'plain' | 'sealed'
  /** What it writes is on nobody else's screen: no page fetches anything anew because of it. */
  readonly quiet?: boolean
  /** Works even while the password is due for change or the store is read-only. */
  readonly always?: boolean
}

export interface Endpoint<K extends Kind, I extends z.ZodType, O extends z.ZodType> extends EndpointOptions {
  readonly kind: K
  readonly input: I
  readonly output: O
}
export type AnyEndpoint = Endpoint<Kind, z.ZodType, z.ZodType>
export type ContractShape = Record<string, Record<string, AnyEndpoint>>

const define =
  <K extends Kind>(kind: K) =>
  <I extends z.ZodType, O extends z.ZodType>(input: I, output: O, options: EndpointOptions): Endpoint<K, I, O> => ({
    kind,
    input,
    output,
    ...options,
  })

export const query = define('query')
export const command = define('command')
export const scratch = define('scratch')
export const job = define('job')
export const gate = define('gate')
/** The shell holds no accounts, so everyone at this computer may use what it offers. */
export const shell = <I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  title: string,
): Endpoint<'shell', I, O> => define('shell')(input, output, { title, needs: 'anyone', always: true })

type In<E> = E extends { input: infer I extends z.ZodType } ? z.output<I> : never
type Out<E> = E extends { output: infer O extends z.ZodType } ? z.output<O> : never

/** What must be implemented, by kind: `Contexts` maps a kind to what its handler may touch. */
export type Handlers<Shape extends ContractShape, Contexts extends Record<Kind, unknown>> = {
  [F in keyof Shape]: {
    [M in keyof Shape[F]]: (context: Contexts[Shape[F][M]['kind']], input: In<Shape[F][M]>) => Promise<Out<Shape[F][M]>>
  }
}

export interface Progress {
  readonly done: number
  readonly total: number
  readonly note?: string
}
/** The part of AbortSignal that is needed: this layer knows neither DOM nor Node. */
export interface Cancelling {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void, options?: { once: boolean }): void
  removeEventListener(type: 'abort', listener: () => void): void
}
export interface JobOptions {
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: Cancelling
}

/** What the renderer sees. */
export type Client<Shape extends ContractShape> = {
  [F in keyof Shape]: {
    [M in keyof Shape[F]]: Shape[F][M]['kind'] extends 'job' | 'gate'
      ? (input: z.input<Shape[F][M]['input']>, options?: JobOptions) => Promise<Out<Shape[F][M]>>
      : (input: z.input<Shape[F][M]['input']>) => Promise<Out<Shape[F][M]>>
  }
}

export type Channel = `${string}.${string}`

export const channelsOf = (shape: ContractShape): Channel[] =>
  Object.entries(shape).flatMap(([feature, methods]) => Object.keys(methods).map((m): Channel => `${feature}.${m}`))

/** The endpoint of a channel name that may come from anywhere; undefined when the contract has none. */
export function endpointOf(shape: ContractShape, channel: unknown): AnyEndpoint | undefined {
  if (typeof channel !== 'string') return undefined
  const [feature, method, ...rest] = channel.split('.')
  if (feature === undefined || method === undefined || rest.length > 0 || !Object.hasOwn(shape, feature))
    return undefined
  const methods = shape[feature]
  return methods && Object.hasOwn(methods, method) ? methods[method] : undefined
}
