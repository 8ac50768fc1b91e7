import type { FromReader, ToReader } from '../shared/cadres/reader-protocol'
import { createReader } from './cadres/inside'

/** The part of Electron's ports that is used. Like core.ts, this file alone is bound to its process. */
interface Port {
  on(event: 'message', listener: (message: { data: unknown; ports: Port[] }) => void): void
  postMessage(message: unknown): void
  start?(): void
}
const parent = (process as unknown as { parentPort: Port }).parentPort

const answer = createReader()
async function read(core: Port, message: ToReader): Promise<void> {
  core.postMessage({ kind: 'answer', id: message.id, answers: await answer(message) } satisfies FromReader)
}

// Whatever nobody foresaw ends the process: the core tells the person, and the next file gets a fresh one.
process.on('uncaughtException', () => process.exit(1))
process.on('unhandledRejection', () => process.exit(1))

/** The shell says one thing: here is the core's port. Everything else comes over that. */
parent.on('message', ({ ports: [core] }) => {
  core?.on('message', ({ data }) => void read(core, data as ToReader))
  core?.start?.()
})
