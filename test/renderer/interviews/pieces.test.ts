import { expect, test } from 'vitest'
import { spread } from '../../../src/renderer/interviews/sound/meter'
import { createPieceQueue } from '../../../src/renderer/interviews/sound/pieces'
import { AppError, type ErrorCode } from '../../../src/shared/result'
import type { Piece, SoundId } from '../../../src/shared/sound/sound'

const piece = (seq: number): Piece => ({
  id: 'x' as SoundId,
  seq,
  ms: 2000,
  peaks: new Uint8Array(16),
  bytes: Uint8Array.of(seq % 256),
})

/** A core that answers when it is told to, and fails as often as it is told to. */
function slowCore(failures: ErrorCode[] = []) {
  const kept: number[] = []
  const errors: AppError[] = []
  let open = (): void => {}
  const gate = new Promise<void>(resolve => {
    open = resolve
  })
  const queue = createPieceQueue({
    async keep({ seq }) {
      await gate
      const code = failures.shift()
      if (code) throw new AppError(code, '没有保存')
      kept.push(seq)
    },
    failed: error => errors.push(error),
    wait: () => Promise.resolve(),
  })
  return { queue, kept, errors, open }
}

test('pieces wait in their order while the core is slow', async () => {
  const { queue, kept, open } = slowCore()
  for (let seq = 0; seq < 100; seq += 1) queue.push(piece(seq))
  expect(queue.waiting()).toBe(100)
  open()
  await queue.drained()
  expect(kept).toEqual(Array.from({ length: 100 }, (_, seq) => seq))
  expect(queue.waiting()).toBe(0)
})

test('a core that never catches up ends the recording instead of filling the memory', () => {
  const { queue, errors } = slowCore()
  for (let seq = 0; seq < 1000; seq += 1) queue.push(piece(seq))
  expect(errors.map(({ message }) => message)).toEqual(['磁盘太慢，录音跟不上'])
  expect(queue.waiting()).toBe(0)
})

test('what fails for a moment is sent again before anything else', async () => {
  const { queue, kept, errors, open } = slowCore(['internal', 'internal'])
  queue.push(piece(0))
  queue.push(piece(1))
  open()
  await queue.drained()
  expect([kept, errors]).toEqual([[0, 1], []])
})

test.each<ErrorCode>(['disk-full', 'refused', 'signed-out', 'conflict'])(
  '%s ends it at once, and is said',
  async code => {
    const { queue, kept, errors, open } = slowCore([code])
    queue.push(piece(0))
    queue.push(piece(1))
    open()
    await queue.drained()
    queue.push(piece(2))
    await queue.drained()
    expect(kept).toEqual([])
    expect(errors.map(error => error.code)).toEqual([code])
  },
)

test.each([
  [[], 4, [0, 0, 0, 0]],
  [[9], 4, [9, 9, 9, 9]],
  [[1, 2, 3, 4], 4, [1, 2, 3, 4]],
  [[1, 5, 2, 7, 0, 0, 3, 4], 4, [5, 7, 0, 4]],
  [[1, 2, 3], 2, [1, 3]],
])('%j spread over %i values is %j', (values, count, spreadOut) => {
  expect([...spread(values, count)]).toEqual(spreadOut)
})
