import { contract } from '../../shared/contract'
import { CANCEL, type CoreEvent, type Request } from '../../shared/ipc/client'
import { type AnyEndpoint, type Channel, endpointOf, type Progress } from '../../shared/ipc/define'
import { mayLeave } from '../../shared/it-policy/it-policy.rules'
import { AppError, type Failure, insist, type Result } from '../../shared/result'
import type { Gatehouse } from '../session/gatehouse'
import type { OpenStore } from '../session/open-store'
import { toStoreError } from '../store/store-errors'
import { createCommits } from './commit'
import type { AuditDetail, Clock, CommandContext, Commit, CoreHandlers, QueryContext } from './contexts'

export type Dispatch = (request: Request) => Promise<Result<unknown>>

export interface DispatchOptions {
  readonly handlers: CoreHandlers
  readonly gatehouse: Gatehouse
  readonly clock: Clock
  emit(event: CoreEvent): void
  /** Called for every request: channel, outcome and duration alone may be logged. */
  log(entry: { channel: string; outcome: string; ms: number }): void
  /** Called with what nobody foresaw. The error itself stays in the core. */
  unexpected(channel: string, error: unknown): void
}

type Run = (context: unknown, input: unknown) => Promise<unknown>
interface Call {
  readonly channel: Channel
  readonly endpoint: AnyEndpoint
  readonly input: unknown
  readonly run: Run
}

interface Following {
  readonly signal: AbortSignal
  progress(state: Progress): void
}

const PROGRESS_INTERVAL_MS = 100

/**
 * The whole boundary of the core: parse, check, run, audit, convert. It knows nothing of Electron, so tests call it directly.
 * A command is one transaction with one audit line; if the line cannot be written, the command fails.
 */
export function createDispatch(options: DispatchOptions): Dispatch {
  const { gatehouse, clock, emit } = options
  const running = new Map<string, AbortController>()

  const commitOn = createCommits(clock, emit)

  /** A refusal is a fact too: it is written in a transaction of its own, since the command's own was undone. */
  async function recordRefusal(
    store: OpenStore,
    channel: Channel,
    error: AppError,
    detail: AuditDetail,
  ): Promise<void> {
    await commitOn(
      store,
      channel,
      'refused',
    )(async ({ record }) => record({ ...detail, details: error.logged ?? error.message }))
  }

  async function runOpen(store: OpenStore, call: Call, request: Request): Promise<unknown> {
    const { channel, endpoint, input, run } = call
    let detail: AuditDetail = {}
    const note = (more: AuditDetail): void => void (detail = { ...detail, ...more })
    const reading: QueryContext = {
      ...clock,
      db: store.root,
      caller: store.caller,
      record: note,
      keys: store.keys,
      isLockedOut: store.isLockedOut,
      limits: store.limits,
    }
    const commit = commitOn(store, channel)
    try {
      if (endpoint.leaves) insist(mayLeave(store.limits, endpoint.leaves))
      switch (endpoint.kind) {
        case 'query':
          return await (endpoint.reveals
            ? commit(context =>
                run({ ...context, record: (more: AuditDetail) => (note(more), context.record(more)) }, input),
              )
            : run(reading, input))
        case 'command':
          return await commit(context =>
            run(
              {
                ...context,
                record: (more: AuditDetail) => (note(more), context.record(more)),
              } satisfies CommandContext,
              input,
            ),
          )
        case 'scratch':
          return await commitOn(store, channel, 'done', false, endpoint.quiet)(context => run(context, input))
        case 'job':
          return await followed(request.id, following =>
            call.run({ ...reading, gatehouse, ...following, commit }, input),
          )
        default:
          throw new AppError('invalid-input', '这个请求不归数据库处理')
      }
    } catch (error) {
      if (error instanceof AppError && error.code === 'refused') await recordRefusal(store, channel, error, detail)
      throw error
    }
  }

  /** Long work under its request's id: it tells how far it has come, and can be stopped. */
  async function followed(id: string, work: (following: Following) => Promise<unknown>): Promise<unknown> {
    if (running.has(id)) throw new AppError('conflict', '同一项工作正在进行')
    const controller = new AbortController()
    running.set(id, controller)
    let last = 0
    const progress = (state: Progress): void => {
      const now = performance.now()
      if (now - last < PROGRESS_INTERVAL_MS && state.done < state.total) return
      last = now
      emit({ kind: 'progress', id, ...state })
    }
    try {
      return await work({ progress, signal: controller.signal })
    } finally {
      running.delete(id)
    }
  }

  /** Who may do this now. The order: signed in, fits the contract, password not due, capability, store writable. */
  function admit(endpoint: AnyEndpoint, store: OpenStore | undefined): void {
    if (endpoint.needs === 'anyone') return
    if (!store) throw new AppError('signed-out', '已锁定，请先登录')
    if (store.passwordDue() && !endpoint.always) throw new AppError('refused', '请先修改密码，再做其他事')
    if (endpoint.needs !== 'signed-in' && !store.capabilities.includes(endpoint.needs))
      throw new AppError('forbidden', '您的账户没有这项权限')
    const writes = endpoint.kind !== 'query' && endpoint.kind !== 'job'
    if (store.readOnly && writes && !endpoint.always)
      throw new AppError('refused', '数据可能被换成了旧的，在安全保密管理员确认之前只能查看')
  }

  async function carryOut(request: Request): Promise<unknown> {
    const endpoint = endpointOf(contract, request.channel)
    if (!endpoint || endpoint.kind === 'shell') throw new AppError('invalid-input', '没有这个请求')
    const channel = request.channel as Channel
    const store = gatehouse.store
    if (endpoint.needs !== 'anyone' && !store) throw new AppError('signed-out', '已锁定，请先登录')
    const parsed = endpoint.input.safeParse(request.input)
    if (!parsed.success)
      throw new AppError('invalid-input', parsed.error.issues.map(issue => issue.message).join('；'), {
        fields: parsed.error.issues.map(issue => issue.path.join('.')),
      })
    try {
      admit(endpoint, store)
    } catch (error) {
      if (store && error instanceof AppError && error.code === 'forbidden')
        await recordRefusal(store, channel, error, {})
      throw error
    }
    const [feature, method] = channel.split('.') as [string, string]
    const run = (options.handlers as unknown as Record<string, Record<string, Run>>)[feature]?.[method]
    if (!run) throw new AppError('internal', '这项功能没有实现')
    const call: Call = { channel, endpoint, input: parsed.data, run }
    if (endpoint.kind === 'gate') return followed(request.id, following => runGate(call, following))
    if (!store) throw new AppError('signed-out', '已锁定，请先登录')
    return runOpen(store, call, request)
  }

  /** A gate call may open the store while it runs, so its commit looks the store up when it is used. */
  async function runGate(call: Call, following: Following): Promise<unknown> {
    const commit: Commit = run => {
      const open = gatehouse.store
      if (!open) throw new AppError('signed-out', '已锁定，请先登录')
      return commitOn(open, call.channel)(run)
    }
    try {
      const caller = gatehouse.store?.caller
      return await call.run({ ...clock, ...following, gatehouse, caller, commit }, call.input)
    } catch (error) {
      if (gatehouse.store && error instanceof AppError && ['refused', 'wrong-password'].includes(error.code))
        await recordRefusal(gatehouse.store, call.channel, error, {})
      throw error
    }
  }

  return async request => {
    const started = performance.now()
    const finish = (outcome: string): void =>
      options.log({ channel: request.channel, outcome, ms: Math.round(performance.now() - started) })
    if (request.channel === CANCEL) {
      running.get(String(request.input))?.abort()
      return { ok: true, value: {} }
    }
    try {
      const value = await carryOut(request)
      finish('done')
      return { ok: true, value }
    } catch (error) {
      const failure = toFailure(error, gatehouse)
      if (failure.code === 'internal' || failure.code === 'store-damaged') options.unexpected(request.channel, error)
      finish(failure.code)
      return { ok: false, error: failure }
    }
  }
}

/** A full disk gives up its reserve, so that the next attempt, or a deletion, has room to succeed. */
function toFailure(error: unknown, gatehouse: Gatehouse): Failure {
  const known = error instanceof AppError ? error : toStoreError(error)
  if (known.code === 'disk-full' && gatehouse.makeRoom())
    return { code: known.code, message: `${known.message}。已让出预留空间，请清理磁盘后再试`, details: known.details }
  return { code: known.code, message: known.message, details: known.details }
}
