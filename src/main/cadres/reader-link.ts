import type { ToReader } from '../../shared/cadres/reader-protocol'
import type { FromCore } from '../../shared/ipc/core-protocol'
import type { ReaderProcess } from './reader-host'

/** The part of Electron's MessagePortMain that is used. */
interface Port {
  on(event: 'message', listener: (message: { data: unknown }) => void): void
  postMessage(message: unknown): void
  start?(): void
  close?(): void
}

interface Linked {
  port: Port | undefined
  readonly waiting: ToReader[]
  readonly heard: ((message: unknown) => void)[]
  readonly left: (() => void)[]
}

/**
 * Readers that the shell starts on the core's word. The shell makes the port between the two and keeps neither end, so
 * nothing of a file passes through it.
 */
export function createReaderLink(tell: (message: FromCore) => void) {
  const readers = new Map<number, Linked>()
  let last = 0

  function forget(id: number): Linked | undefined {
    const reader = readers.get(id)
    readers.delete(id)
    reader?.port?.close?.()
    return reader
  }

  return {
    fork(): ReaderProcess {
      last += 1
      const id = last
      const reader: Linked = { port: undefined, waiting: [], heard: [], left: [] }
      readers.set(id, reader)
      tell({ kind: 'start-reader', id })
      return {
        postMessage: message => (reader.port ? reader.port.postMessage(message) : void reader.waiting.push(message)),
        on: (event: 'message' | 'exit', listener: (message: unknown) => void) =>
          void (event === 'message' ? reader.heard : reader.left).push(listener),
        kill() {
          forget(id)
          tell({ kind: 'end-reader', id })
        },
      }
    },
    /** The shell has started the reader. */
    started(id: number, port: Port): void {
      const reader = readers.get(id)
      if (!reader) return port.close?.()
      reader.port = port
      port.on('message', ({ data }) => {
        for (const listener of reader.heard) listener(data)
      })
      port.start?.()
      for (const message of reader.waiting.splice(0)) port.postMessage(message)
    },
    /** The shell says that the reader is gone, or that there is none. */
    ended(id: number): void {
      for (const listener of forget(id)?.left ?? []) listener()
    },
  }
}
