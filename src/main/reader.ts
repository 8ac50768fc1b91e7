import type { FromReader, ToReader } from '../shared/cadres/reader-protocol'
import { readCadreFile } from './cadres/read-file'

/** The part of Electron's port that is used. Like core.ts, this file alone is bound to its process. */
interface Port {
  on(event: 'message', listener: (message: { data: unknown }) => void): void
  postMessage(message: unknown): void
}
const parent = (process as unknown as { parentPort: Port }).parentPort

async function read({ id, file }: ToReader): Promise<void> {
  parent.postMessage({ kind: 'answer', id, answer: await readCadreFile(file) } satisfies FromReader)
}

// Whatever nobody foresaw ends the process: the host tells the person, and the next file gets a fresh one.
process.on('uncaughtException', () => process.exit(1))
process.on('unhandledRejection', () => process.exit(1))

parent.on('message', ({ data }) => void read(data as ToReader))
