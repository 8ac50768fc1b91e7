import { EventEmitter } from 'node:events'
import { expect, test, vi } from 'vitest'
import { createReaderHost } from '../../../src/main/cadres/reader-host'
import type { FromReader, ReadAnswer, ToReader } from '../../../src/shared/cadres/reader-protocol'

const answer: ReadAnswer = { ok: false, failure: { code: 'empty', line: null, why: '文件是空的' } }
type Behaviour = (ask: ToReader, self: FakeReader) => void
const asked = (ask: ToReader): readonly string[] =>
  ask.kind === 'read' ? ask.files.map(({ name }) => name) : ask.names
const answers: Behaviour = (ask, self) =>
  self.say({ kind: 'answer', id: ask.id, answers: asked(ask).map(() => answer) })

class FakeReader extends EventEmitter {
  killed = false
  constructor(private readonly behaviour: Behaviour) {
    super()
  }
  say(message: FromReader | object): void {
    setImmediate(() => this.emit('message', message))
  }
  postMessage(ask: ToReader): void {
    this.behaviour(ask, this)
  }
  kill(): void {
    this.killed = true
    setImmediate(() => this.emit('exit', 1))
  }
}

function hostWith(behaviours: Behaviour[], limits = { wallMs: 50, idleMs: 10_000 }) {
  const readers: FakeReader[] = []
  const host = createReaderHost(() => {
    const reader = new FakeReader(behaviours[readers.length] ?? answers)
    readers.push(reader)
    return reader
  }, limits)
  const readAll = (names: string[]) => host.read(names.map(name => ({ name, bytes: new Uint8Array(), picture: null })))
  const read = async (name: string): Promise<ReadAnswer> => {
    const [only, ...rest] = await readAll([name])
    if (!only || rest.length > 0) throw new Error('not one answer')
    return only
  }
  return { host, read, readAll, readers }
}
const codeOf = (result: ReadAnswer): string => (result.ok ? 'read' : result.failure.code)

test('one reader reads file after file, one at a time', async () => {
  let inside = 0
  let most = 0
  const slow: Behaviour = (ask, self) => {
    inside += 1
    most = Math.max(most, inside)
    setTimeout(() => {
      inside -= 1
      answers(ask, self)
    }, 2)
  }
  const { read, readers } = hostWith([slow])
  const results = await Promise.all(['a', 'b', 'c'].map(read))
  expect(results).toEqual([answer, answer, answer])
  expect([readers.length, most]).toEqual([1, 1])
})

test('a reader that takes too long is killed, and the next file gets a fresh one', async () => {
  const { read, readers } = hostWith([() => {}])
  const results = await Promise.all([read('a'), read('b')])
  expect(results.map(codeOf)).toEqual(['took-too-long', 'empty'])
  expect(readers.map(({ killed }) => killed)).toEqual([true, false])
})

test('a reader that dies costs the file that it read and no other', async () => {
  const dies: Behaviour = (_ask, self) => void setImmediate(() => self.emit('exit', 134))
  const { read, readers } = hostWith([dies, dies])
  expect((await Promise.all([read('a'), read('b'), read('c')])).map(codeOf)).toEqual([
    'reader-ended',
    'reader-ended',
    'empty',
  ])
  expect(readers).toHaveLength(3)
})

test.each<[string, (id: number) => object]>([
  ['no answer at all', () => ({ hello: 1 })],
  [
    'a record of another shape',
    id => ({ kind: 'answer', id, answers: [{ ok: true, value: { people: [{}], warnings: [] } }] }),
  ],
  [
    'a failure of another shape',
    id => ({ kind: 'answer', id, answers: [{ ok: false, failure: { code: 'x', line: -1, why: 1 } }] }),
  ],
])('%s is not believed, and that reader is not used again', async (_name, message) => {
  const { read, readers } = hostWith([({ id }, self) => self.say(message(id))])
  expect(codeOf(await read('a'))).toBe('reader-ended')
  expect(readers[0]?.killed).toBe(true)
  expect(codeOf(await read('b'))).toBe('empty')
})

test('an answer to another question is not taken', async () => {
  const wrong: Behaviour = ({ id }, self) => self.say({ kind: 'answer', id: id + 7, answers: [answer] })
  expect(codeOf(await hostWith([wrong]).read('a'))).toBe('took-too-long')
})

const silent: Behaviour = () => {}
const diesSoon: Behaviour = (_ask, self) => void setImmediate(() => self.emit('exit', 134))
const tooFew: Behaviour = ({ id }, self) => self.say({ kind: 'answer', id, answers: [] })
test.each([
  ['dies', diesSoon, 'reader-ended'],
  ['takes too long', silent, 'took-too-long'],
  ['answers too few', tooFew, 'reader-ended'],
] as const)(
  'of several files in one message, the one on which the reader %s costs no other',
  async (_name, bad, code) => {
    const onB: Behaviour = (ask, self) => (asked(ask).includes('b') ? bad : answers)(ask, self)
    const { readAll } = hostWith(Array.from({ length: 9 }, () => onB))
    expect((await readAll(['a', 'b', 'c', 'd'])).map(codeOf)).toEqual(['empty', code, 'empty', 'empty'])
  },
)

test('a package goes to the reader once, and again to the one that follows it', async () => {
  const brought: boolean[] = []
  const onB: Behaviour = (ask, self) => {
    if (ask.kind === 'inside') brought.push(ask.package !== null)
    ;(asked(ask).includes('b') ? diesSoon : answers)(ask, self)
  }
  const { host } = hostWith(Array.from({ length: 9 }, () => onB))
  const zip = { load: () => Promise.resolve(new Uint8Array(1)) }
  const codes = async (...names: string[]): Promise<string[]> => (await host.readInside(zip, names)).map(codeOf)
  expect(await codes('1', '2')).toEqual(['empty', 'empty'])
  expect(await codes('3')).toEqual(['empty'])
  expect(await codes('a', 'b', 'c')).toEqual(['empty', 'reader-ended', 'empty'])
  // Brought; kept; kept, and the reader dies; then each alone: brought, kept until it dies again, brought.
  expect(brought).toEqual([true, false, false, true, false, true])
  const vanished = { load: () => Promise.resolve(undefined) }
  expect((await host.readInside(vanished, ['a'])).map(codeOf)).toEqual(['not-readable'])
})

test('ending answers what waits, and reading can begin again', async () => {
  const { host, read, readers } = hostWith([() => {}])
  const waiting = [read('a'), read('b')]
  await new Promise(resolve => void setImmediate(resolve))
  host.end()
  expect((await Promise.all(waiting)).map(codeOf)).toEqual(['reader-ended', 'reader-ended'])
  expect(readers[0]?.killed).toBe(true)
  expect(codeOf(await read('c'))).toBe('empty')
  host.end()
  host.end()
})

test('a reader with nothing to do goes', async () => {
  const { read, readers } = hostWith([], { wallMs: 50, idleMs: 5 })
  await read('a')
  await vi.waitFor(() => expect(readers[0]?.killed).toBe(true))
  await read('b')
  expect(readers).toHaveLength(2)
})

test('where no process can be started, the person is told', async () => {
  const host = createReaderHost(() => {
    throw new Error('no memory')
  })
  const [only] = await host.read([{ name: 'a', bytes: new Uint8Array(), picture: null }])
  expect(only && codeOf(only)).toBe('reader-ended')
})
