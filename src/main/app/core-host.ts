import { join } from 'node:path'
import { type MessagePortMain, utilityProcess } from 'electron'
import type { FromCore, ToCore } from '../../shared/ipc/core-protocol'
import { createReaders } from './readers'

export interface CoreHost {
  send(message: ToCore, ports?: MessagePortMain[]): void
  readonly pid: number | undefined
  /**
   * Asks the core to close the store and waits; whatever still runs after `limitMs` is killed. With `backup` the core backs
   * up first. Resolves when the process is gone.
   */
  end(limitMs: number, backup?: boolean): Promise<void>
}

/** What a process needs of its surroundings to run at all; nothing that changes how Node or Electron behaves. */
const needed = [
  'PATH',
  'HOME',
  'LANG',
  'LC_ALL',
  'TZ',
  'TMPDIR',
  'TEMP',
  'TMP',
  'SystemRoot',
  'SystemDrive',
  'windir',
  'USERPROFILE',
]
const surroundings = (): Record<string, string> =>
  Object.fromEntries(needed.flatMap(name => (process.env[name] === undefined ? [] : [[name, process.env[name]]])))

/** Starts a core process bound to one store, with only those of this process's variables that a program needs. */
export function startCore(
  init: Extract<ToCore, { kind: 'init' }>,
  on: { message(message: FromCore): void; died(code: number): void },
): CoreHost {
  const core = utilityProcess.fork(join(__dirname, 'core.js'), [], {
    serviceName: 'dandang-core',
    // V8 lets the space for what is short-lived grow to 48 MB and keeps it; of what the core does nothing gets faster by it.
    execArgv: ['--js-flags=--max-semi-space-size=2'],
    stdio: 'ignore',
    env: surroundings(),
  })
  const send = (message: ToCore, ports: MessagePortMain[] = []): void => core.postMessage(message, ports)
  const readers = createReaders(send)
  let ending = false
  const gone = new Promise<void>(resolve => {
    core.on('exit', code => {
      readers.endAll()
      resolve()
      if (!ending) on.died(code)
    })
  })
  core.on('message', (message: FromCore) => {
    if (message.kind === 'start-reader') readers.start(message.id)
    else if (message.kind === 'end-reader') readers.end(message.id)
    else on.message(message)
  })
  send(init)
  return {
    send,
    get pid() {
      return core.pid
    },
    async end(limitMs, backup = false) {
      ending = true
      readers.endAll()
      send({ kind: 'close', backup })
      const late = setTimeout(() => core.kill(), limitMs)
      await gone
      clearTimeout(late)
    },
  }
}
