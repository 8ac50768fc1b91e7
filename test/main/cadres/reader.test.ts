import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FromReader, type ToReader } from '../../../src/shared/cadres/reader-protocol'

const folder = join(import.meta.dirname, '../../samples/lrmx')

test('the reader answers what the core asks, in the shape that the core accepts', async () => {
  const parent = new EventEmitter()
  const port = Object.assign(new EventEmitter(), {
    postMessage: (message: unknown) => void port.emit('answer', message),
  })
  const untouched = ['uncaughtException', 'unhandledRejection'].map(
    name => [name, process.listeners(name as 'exit')] as const,
  )
  Object.assign(process, { parentPort: parent })
  await import('../../../src/main/reader')
  parent.emit('message', { data: 'port', ports: [port] })
  const ask = (id: number, name: string): Promise<FromReader> =>
    new Promise(resolve => {
      port.once('answer', message => resolve(FromReader.parse(structuredClone(message))))
      const file = { name, bytes: new Uint8Array(readFileSync(join(folder, name))), picture: null }
      port.emit('message', { data: structuredClone({ kind: 'read', id, files: [file] } satisfies ToReader) })
    })
  const person = await ask(1, '赖鑫0.lrmx')
  expect(person).toMatchObject({ id: 1, answers: [{ ok: true, value: { people: [{ fields: { name: '赖鑫' } }] } }] })
  expect(await ask(2, 'truth.json')).toMatchObject({ id: 2, answers: [{ ok: false, failure: { code: 'wrong-kind' } }] })
  for (const [name, listeners] of untouched) {
    for (const added of process.listeners(name as 'exit').filter(listener => !listeners.includes(listener)))
      process.removeListener(name, added)
  }
})
