import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { CoreEvent, Request } from '../shared/ipc/client'
import type { FromCore, ToCore } from '../shared/ipc/core-protocol'
import type { Channel } from '../shared/ipc/define'
import { workerRunner } from './backups/worker-runner'
import { createReaderHost } from './cadres/reader-host'
import { createReaderLink } from './cadres/reader-link'
import type { Dispatch } from './ipc/dispatch'
import { createGrantedFiles } from './ipc/granted-files'
import { createPress } from './ipc/press'
import { createGatehouse } from './session/gatehouse'
import { FLOOR_PARAMS } from './store/kdf'

/** The part of Electron's MessagePortMain that is used. This file alone is bound to the utility process. */
interface Port {
  on(event: 'message', listener: (message: { data: unknown; ports: Port[] }) => void): void
  postMessage(message: unknown): void
  start?(): void
  close?(): void
}
const parent = (process as unknown as { parentPort: Port }).parentPort

/** What a page asks before anything else. */
const STATE = 'session.state' satisfies Channel

const tellShell = (message: FromCore): void => parent.postMessage(message)
const files = createGrantedFiles()
const readers = createReaderLink(tellShell)
const press = createPress(tellShell)
let page: Port | undefined
let ready: Promise<Dispatch> | undefined
let close = (): void => {}
let backUp = async (): Promise<void> => {}

const codeOf = (error: unknown): string => {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : ''
}
/** What nobody foresaw reaches the shell as a name and a code: a message could quote what a person typed. */
const unexpected = (channel: string, error: unknown): void =>
  tellShell({
    kind: 'unexpected',
    channel,
    name: error instanceof Error ? error.name : typeof error,
    code: codeOf(error),
  })

/** Every feature. Reading it takes longer than all a locked page waits for, so what that page asks does not need it. */
const loadFeatures = () => import('./features')

async function start(init: Extract<ToCore, { kind: 'init' }>): Promise<Dispatch> {
  const clock = { now: Date.now, newId: randomUUID }
  const emit = (event: CoreEvent): void => page?.postMessage(event)
  const gatehouse = createGatehouse({
    ...init,
    ...(init.demo ? { kdf: FLOOR_PARAMS, ballastBytes: 0 } : {}),
    clock,
    files,
    reader: createReaderHost(readers.fork),
    press: press.press,
    longWork: workerRunner(join(__dirname, 'backup-worker.js')),
    backedUp: () => emit({ kind: 'changed', feature: 'backups' }),
    sessionChanged: session =>
      tellShell({ kind: 'session', signedIn: true, idleSeconds: session.idleSeconds, unit: session.unit }),
  })
  backUp = () => gatehouse.backups.onQuit()
  close = () => {
    // What was being written in the clear goes first: closing may take longer than the shell waits.
    files.abandonAll()
    gatehouse.close()
  }
  const log = (entry: { channel: string; outcome: string; ms: number }): void => tellShell({ kind: 'log', ...entry })
  let whole: Promise<Dispatch> | undefined
  const loadWhole = (): Promise<Dispatch> =>
    (whole ??= loadFeatures().then(({ createDispatch, handlers }) =>
      createDispatch({ handlers, gatehouse, clock, emit, log, unexpected }),
    ))
  if (init.demo) {
    const failed = (error: unknown): void => unexpected('demo', error)
    const progress = (done: number, total: number): void => tellShell({ kind: 'demo', done, total })
    const { openDemo } = await loadFeatures()
    const demo = await openDemo({ gatehouse, clock, size: init.demo, emit, progress }).catch(failed)
    void demo?.whole.catch(failed)
  }
  return async request => {
    if (whole === undefined && request.channel === STATE) {
      const value = await gatehouse.state().catch(() => undefined)
      setImmediate(() => void loadWhole())
      if (value) return { ok: true, value }
    }
    return (await loadWhole())(request)
  }
}

/** One request is one message; the answer bears its id. A newer page's port takes the place of the last one. */
function serve(port: Port): void {
  page?.close?.()
  page = port
  const answer = async (request: Request): Promise<void> => {
    const dispatch = await ready
    if (dispatch) port.postMessage({ id: request.id, result: await dispatch(request) })
  }
  port.on('message', ({ data }) => void answer(data as Request))
  port.start?.()
}

/** What cannot be answered ends the process: the shell notices, and starts a fresh, locked one. */
const endAfter = (error: unknown): void => {
  unexpected('core', error)
  process.exit(1)
}
process.on('uncaughtException', endAfter)
process.on('unhandledRejection', endAfter)

async function end(backup: boolean): Promise<void> {
  try {
    if (backup) await backUp()
  } finally {
    try {
      close()
    } finally {
      process.exit(0)
    }
  }
}

parent.on('message', ({ data, ports }) => {
  const message = data as ToCore
  if (message.kind === 'init') ready = start(message)
  else if (message.kind === 'port' && ports[0]) serve(ports[0])
  else if (message.kind === 'grant') files.grant(message.token, message.path)
  else if (message.kind === 'grant-reading') files.grantReading(message.token, message.paths)
  else if (message.kind === 'reader' && ports[0]) readers.started(message.id, ports[0])
  else if (message.kind === 'reader-ended') readers.ended(message.id)
  else if (message.kind === 'close') void end(message.backup)
  else if ('run' in message) press.hear(message, ports[0])
})
