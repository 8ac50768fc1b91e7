import type { CoreEvent, Request } from '../../src/shared/ipc/client'
import { AppError, type Result } from '../../src/shared/result'

export type Answers = Record<string, (input: never) => unknown>

/** Puts a bridge in place of the preload's. A channel without an answer gives an empty object. */
export function installBridge(answers: Answers = {}) {
  const calls: { channel: string; input: unknown }[] = []
  const listeners = new Set<(event: CoreEvent) => void>()
  const bridge = {
    invoke: async ({ channel, input }: Request): Promise<Result<unknown>> => {
      calls.push({ channel, input })
      try {
        const answer = answers[channel]
        return { ok: true, value: answer ? await answer(input as never) : {} }
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        return { ok: false, error: { code: error.code, message: error.message, details: error.details } }
      }
    },
    on: (listener: (event: CoreEvent) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  Object.defineProperty(globalThis, 'dandang', { value: bridge, configurable: true })
  return {
    calls,
    channels: () => calls.map(({ channel }) => channel),
    tell: (event: CoreEvent): void => {
      for (const listener of listeners) listener(event)
    },
  }
}
