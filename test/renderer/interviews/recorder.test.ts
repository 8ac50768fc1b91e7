import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createRecorder } from '../../../src/renderer/interviews/sound/recorder'
import { AppError } from '../../../src/shared/result'
import type { Piece, Recording, SoundId } from '../../../src/shared/sound/sound'

/** What a browser gives: a microphone, and a recorder that gives a piece when the test says so. */
class Track extends EventTarget {
  stopped = false
  stop(): void {
    this.stopped = true
  }
}
class Media extends EventTarget {
  static last: Media
  state: 'inactive' | 'recording' | 'paused' = 'inactive'
  constructor() {
    super()
    Media.last = this
  }
  start(): void {
    this.state = 'recording'
  }
  pause(): void {
    this.state = 'paused'
  }
  resume(): void {
    this.state = 'recording'
  }
  requestData(): void {
    this.give()
  }
  stop(): void {
    this.state = 'inactive'
    this.give()
    this.dispatchEvent(new Event('stop'))
  }
  give(): void {
    const data = { size: 3, arrayBuffer: () => Promise.resolve(Uint8Array.of(1, 2, 3).buffer) }
    this.dispatchEvent(Object.assign(new Event('dataavailable'), { data }))
  }
}
class Sound {
  createAnalyser = () => ({ fftSize: 0, getFloatTimeDomainData: (into: Float32Array) => into.fill(0.5) })
  createMediaStreamSource = () => ({ connect: () => {} })
  resume = () => Promise.resolve()
  close = () => Promise.resolve()
}

let track: Track
let ask: () => Promise<unknown>
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'setInterval', 'clearInterval'] })
  track = new Track()
  ask = () => Promise.resolve({ getTracks: () => [track] })
  vi.stubGlobal('MediaRecorder', Media)
  vi.stubGlobal('AudioContext', Sound)
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia: () => ask() } })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A recorder on a store that has ten seconds already, with everything that it did in order. */
function record(keep: (piece: Piece) => Promise<unknown> = () => Promise.resolve()) {
  const did: string[] = []
  const pieces: Piece[] = []
  const recorder = createRecorder({
    allow: async on => void did.push(on ? 'microphone' : 'no microphone'),
    begin: async () => ({ id: 'x' as SoundId, offsetMs: 10_000 }) as Recording,
    async keep(piece) {
      await keep(piece)
      pieces.push(piece)
      did.push(`piece ${piece.seq}`)
    },
    end: async () => void did.push('end'),
  })
  return { recorder, did, pieces, state: () => recorder.store.getState() }
}
const settle = () => vi.waitFor(() => Promise.resolve())

test('pieces bear what was recorded since the one before, without pauses; the moment lies on the axis', async () => {
  const { recorder, pieces, did, state } = record()
  await recorder.start()
  expect(state()).toEqual({ phase: 'recording', why: null })
  vi.advanceTimersByTime(1800)
  Media.last.give()
  vi.advanceTimersByTime(700)
  expect(recorder.moment()).toBe(12_500)
  recorder.pause()
  expect([state().phase, recorder.moment(), recorder.level()]).toEqual(['paused', null, 0])
  vi.advanceTimersByTime(60_000)
  expect(recorder.reached()).toBe(12_500)
  recorder.resume()
  vi.advanceTimersByTime(300)
  await recorder.stop()
  expect(pieces.map(({ seq, ms }) => [seq, ms])).toEqual([
    [0, 1800],
    [1, 700],
    [2, 300],
  ])
  expect([...(pieces[0]?.peaks ?? [])]).toEqual(Array.from({ length: 16 }, () => 128))
  // Whatever order the microphone is given back in: nothing comes after the end.
  expect(did.filter(each => each !== 'no microphone')).toEqual(['microphone', 'piece 0', 'piece 1', 'piece 2', 'end'])
  expect(track.stopped).toBe(true)
})

test('a full disk ends it with what is safe and what to do; the microphone is given back', async () => {
  const { recorder, did, state } = record(() => Promise.reject(new AppError('disk-full', '磁盘空间不足')))
  await recorder.start()
  vi.advanceTimersByTime(5000)
  Media.last.give()
  await vi.waitFor(() => expect(state().phase).toBe('off'))
  expect(state().why).toBe('磁盘已满，录音停在 00:15。录下的都在，记录可以接着写。请清理磁盘后再录')
  await vi.waitFor(() => expect(did.at(-1)).toBe('end'))
  expect(did).toContain('no microphone')
})

test('a microphone that is pulled out ends it, and the last piece is kept', async () => {
  const { recorder, pieces, state } = record()
  await recorder.start()
  vi.advanceTimersByTime(1000)
  track.dispatchEvent(new Event('ended'))
  await vi.waitFor(() => expect(pieces).toHaveLength(1))
  expect(state()).toEqual({ phase: 'off', why: '麦克风断开了，录音停在 00:11。插好以后可以接着录' })
})

test.each([
  ['NotFoundError', '没有找到麦克风'],
  ['NotAllowedError', '系统没有让本应用使用麦克风'],
  ['NotReadableError', '可能正被其他程序使用'],
])('%s: %s', async (name, words) => {
  ask = () => Promise.reject(new DOMException('', name))
  const { recorder, did, state } = record()
  await recorder.start()
  expect(state().phase).toBe('off')
  expect(state().why).toContain(words)
  expect(did).toEqual(['microphone', 'no microphone'])
})

test('left before it has begun, nothing is recorded', async () => {
  let give = (_stream: unknown): void => {}
  ask = () =>
    new Promise(resolve => {
      give = resolve
    })
  const { recorder, did, state } = record()
  const starting = recorder.start()
  await settle()
  await recorder.stop()
  give({ getTracks: () => [track] })
  await starting
  expect(state().phase).toBe('off')
  expect(track.stopped).toBe(true)
  expect(did).toEqual(['microphone', 'no microphone'])
})
