import { expect, test } from 'vitest'
import type { Recording } from '../../../src/shared/sound/sound'
import { axisEnd, mayRecord, mayRemove, recordingAt } from '../../../src/shared/sound/sound.rules'
import { clusterIn } from '../../../src/shared/sound/webm.rules'
import { createStream } from '../../helpers/webm'

test.each([
  [true, '同意', 'open', null],
  [false, '同意', 'open', '安全策略没有允许'],
  [true, '未询问', 'open', '先问本人'],
  [true, '不同意', 'open', '不同意录音'],
  [true, '同意', 'planned', '没有打开'],
  [true, '同意', 'closed', '没有打开'],
  [true, '同意', 'final', '没有打开'],
] as const)('policy %s, consent %s, talk %s: %s', (policy, consent, state, words) => {
  const verdict = mayRecord(policy, consent, state)
  expect(verdict.allowed).toBe(words === null)
  if (!verdict.allowed) expect(verdict.reason).toContain(words)
})

test.each([
  ['open', true],
  ['closed', false],
  ['final', false],
] as const)('sound of a talk that is %s may be removed: %s', (state, may) => {
  expect(mayRemove(state).allowed).toBe(may)
})

const recording = (offsetMs: number, durationMs: number, state: Recording['state'] = 'done') =>
  ({ offsetMs, durationMs, state }) as Recording

test('moments of the axis find their recording; what was removed keeps its place', () => {
  const all = [recording(0, 4000), recording(4000, 2000, 'removed'), recording(6000, 1000), recording(7000, 1000)]
  expect(axisEnd([])).toBe(0)
  expect(axisEnd(all)).toBe(8000)
  expect([0, 3999, 5000, 6500, 7000, 8001].map(ms => recordingAt(all, ms)?.offsetMs)).toEqual([
    0,
    0,
    undefined,
    6000,
    7000,
    undefined,
  ])
})

test('a cluster is found where it begins, with its time', () => {
  const stream = createStream()
  const first = stream.next(2000)
  const at = clusterIn(first)?.at ?? -1
  expect([...first.subarray(at, at + 4)]).toEqual([0x1f, 0x43, 0xb6, 0x75])
  expect(clusterIn(first)?.ms).toBe(0)
  expect(clusterIn(stream.next(2000))).toBeNull()
  stream.next(24_000)
  expect(clusterIn(stream.next(4000))?.ms).toBe(30_000)
})

test('bytes that only look like a cluster, and one that is cut off, are none', () => {
  expect(clusterIn(Uint8Array.of(0x1f, 0x43, 0xb6, 0x75))).toBeNull()
  expect(clusterIn(Uint8Array.of(0x1f, 0x43, 0xb6, 0x75, 0x81, 0xa3, 0x81, 0x01))).toBeNull()
  expect(clusterIn(Uint8Array.of(0x1f, 0x1f, 0x43, 0xb6, 0x75, 0x84, 0xe7, 0x82, 0x01, 0x02))).toEqual({
    at: 1,
    ms: 258,
  })
})
