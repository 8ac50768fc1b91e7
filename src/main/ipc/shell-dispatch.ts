import { endpointOf, type Handlers, type Kind } from '../../shared/ipc/define'
import { AppError, type Result } from '../../shared/result'
import { shellContract } from '../../shared/shell/shell.contract'

/** The shell's own part of the contract alone: reading all of it takes as long as a tenth of the start. */
const contract = { shell: shellContract }

export type ShellHandlers = Handlers<typeof contract, Record<Kind, undefined>>['shell']

/** Parses, runs and converts a request for the shell's own feature. It knows nothing of Electron. */
export const createShellDispatch =
  (handlers: ShellHandlers, log: (channel: string, outcome: string) => void) =>
  async (request: unknown): Promise<Result<unknown>> => {
    const { channel, input } = (request ?? {}) as { channel?: unknown; input?: unknown }
    try {
      const endpoint = endpointOf(contract, channel)
      if (endpoint?.kind !== 'shell') throw new AppError('invalid-input', '没有这个请求')
      const parsed = endpoint.input.safeParse(input)
      if (!parsed.success) throw new AppError('invalid-input', '请求的内容不对')
      const method = String(channel).slice('shell.'.length) as keyof ShellHandlers
      const run = handlers[method] as (context: undefined, input: unknown) => Promise<unknown>
      return { ok: true, value: await run(undefined, parsed.data) }
    } catch (error) {
      const failure = error instanceof AppError ? error : new AppError('internal', '窗口程序没有完成这个请求')
      log(typeof channel === 'string' ? channel : 'unknown', failure.code)
      return { ok: false, error: { code: failure.code, message: failure.message, details: failure.details } }
    }
  }
export type ShellDispatch = ReturnType<typeof createShellDispatch>
