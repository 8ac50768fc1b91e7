import { join } from 'node:path'
import { type MessagePortMain, utilityProcess } from 'electron'
import type { FromCore, ToCore } from '../../shared/ipc/core-protocol'

export interface CoreHost {
  send(message: ToCore, ports?: MessagePortMain[]): void
  readonly pid: number | undefined
  /** Asks the core to close the store and waits; whatever still runs after `limitMs` is killed. Resolves when the process is gone. */
  end(limitMs: number): Promise<void>
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
    stdio: 'ignore',
    env: surroundings(),
  })
  let ending = false
  const gone = new Promise<void>(resolve => {
    core.on('exit', code => {
      resolve()
      if (!ending) on.died(code)
    })
  })
  core.on('message', (message: FromCore) => on.message(message))
  core.postMessage(init)
  return {
    send: (message, ports = []) => core.postMessage(message, ports),
    get pid() {
      return core.pid
    },
    async end(limitMs) {
      ending = true
      core.postMessage({ kind: 'close' } satisfies ToCore)
      const late = setTimeout(() => core.kill(), limitMs)
      await gone
      clearTimeout(late)
    },
  }
}
