import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { createReader } from '../../src/main/cadres/inside'
import type { ReaderProcess } from '../../src/main/cadres/reader-host'
import { type FromReader, readerLimits, type ToReader } from '../../src/shared/cadres/reader-protocol'

/** The reader's own code without a process around it. What crosses is copied as it is between processes. */
export function readerInside(): ReaderProcess {
  const reader = new EventEmitter()
  const answer = createReader()
  async function read(message: ToReader): Promise<void> {
    const answers = await answer(message)
    reader.emit('message', structuredClone({ kind: 'answer', id: message.id, answers } satisfies FromReader))
  }
  return {
    postMessage: message => void read(structuredClone(message)),
    on: (event: string, listener: (message: unknown) => void) => void reader.on(event, listener),
    kill: () => {},
  }
}

/** A process of its own under the application's ceiling of memory, on a script that `bundle` made of reader.child.ts. */
export function readerOutside(script: string, started: ChildProcess[] = []): ReaderProcess {
  const child = fork(script, [], {
    execArgv: [`--max-old-space-size=${readerLimits.heapMegabytes}`],
    serialization: 'advanced',
    stdio: 'ignore',
    env: {},
  })
  started.push(child)
  return {
    postMessage: message => void child.send(message),
    on: (event: string, listener: (message: unknown) => void) => void child.on(event, listener),
    kill: () => void child.kill('SIGKILL'),
  }
}
