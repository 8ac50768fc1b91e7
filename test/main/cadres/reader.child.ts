import { EventEmitter } from 'node:events'

/** Electron's ports over the channel of a forked Node, so that the reader's own file runs as it is. */
const core = Object.assign(new EventEmitter(), { postMessage: (message: unknown) => void process.send?.(message) })
const parent = new EventEmitter()
Object.assign(process, { parentPort: parent })
await import('../../../src/main/reader')
process.on('message', data => void core.emit('message', { data, ports: [] }))
process.on('disconnect', () => process.exit(0))
parent.emit('message', { data: 'port', ports: [core] })
