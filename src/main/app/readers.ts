import { join } from 'node:path'
import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron'
import { readerLimits } from '../../shared/cadres/reader-protocol'
import type { ToCore } from '../../shared/ipc/core-protocol'

/** Windows starts no process without these; everything else of this one's variables stays here. */
const needed = ['SystemRoot', 'windir']
const surroundings = (): Record<string, string> =>
  Object.fromEntries(needed.flatMap(name => (process.env[name] === undefined ? [] : [[name, process.env[name]]])))

/** A process without a key, a store or a path, with a ceiling on its memory. */
const forkReader = (): UtilityProcess =>
  utilityProcess.fork(join(__dirname, 'reader.js'), [], {
    serviceName: 'dandang-reader',
    stdio: 'ignore',
    env: surroundings(),
    // Electron hands V8 its flags in this form only: the plain flag is taken and has no effect (measured).
    execArgv: [`--js-flags=--max-old-space-size=${readerLimits.heapMegabytes}`],
  })

/** The disposable readers of one core: started and ended on its word, and ended with it. */
export function createReaders(tellCore: (message: ToCore, ports?: MessagePortMain[]) => void) {
  const running = new Map<number, UtilityProcess>()
  const end = (id: number): void => {
    const reader = running.get(id)
    running.delete(id)
    reader?.kill()
  }
  return {
    start(id: number): void {
      const reader = forkReader()
      running.set(id, reader)
      reader.on('exit', () => {
        if (running.delete(id)) tellCore({ kind: 'reader-ended', id })
      })
      const { port1, port2 } = new MessageChannelMain()
      reader.postMessage('port', [port1])
      tellCore({ kind: 'reader', id }, [port2])
    },
    end,
    endAll(): void {
      for (const id of running.keys()) end(id)
    },
  }
}
