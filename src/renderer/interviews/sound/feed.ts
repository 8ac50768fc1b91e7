import type { Heard } from '../../../shared/sound/sound'
import type { ReadPieces } from './player'

const TYPE = 'audio/webm; codecs="opus"'
/** So much lies ready before the moment that is heard, and so much stays behind it. */
const AHEAD_S = 20
const BEHIND_S = 10
const AT_ONCE = 8

/**
 * Feeds one recording to an audio element, a few pieces at a time. The stream is linear: it is entered where a cluster begins,
 * with the stream's head before it, and goes on from there.
 */
export function createFeed(audio: HTMLAudioElement, heard: Heard, read: ReadPieces, failed: (error: unknown) => void) {
  const source = new MediaSource()
  const address = URL.createObjectURL(source)
  audio.src = address
  const opened = once(source, 'sourceopen').then(() => {
    URL.revokeObjectURL(address)
    const buffer = source.addSourceBuffer(TYPE)
    source.duration = heard.durationMs / 1000
    return buffer
  })
  let head: Uint8Array<ArrayBuffer> | undefined
  let next = 0
  /** What is being done to the buffer, one thing after the other. A jump makes everything before it stale. */
  let busy: Promise<void> = Promise.resolve()
  let jump = 0
  let stopped = false

  async function append(buffer: SourceBuffer, bytes: Uint8Array): Promise<void> {
    if (bytes.length === 0) return
    const done = once(buffer, 'updateend')
    buffer.appendBuffer(new Uint8Array(bytes))
    await done
  }
  async function drop(buffer: SourceBuffer, from: number, to: number): Promise<void> {
    const done = once(buffer, 'updateend')
    buffer.remove(from, to)
    await done
  }

  /** The bytes before the first cluster: without them no decoder begins. */
  async function headOf(): Promise<Uint8Array> {
    if (!head) {
      const [first] = await read(heard.id, 0, 1)
      head = new Uint8Array(first?.subarray(0, heard.entries[0]?.at ?? first.length) ?? [])
    }
    return head
  }

  async function enter(buffer: SourceBuffer, ms: number): Promise<void> {
    const entry = heard.entries.findLast(each => each.ms <= ms) ?? heard.entries[0]
    if (!entry) return
    if (source.readyState === 'open') buffer.abort()
    await drop(buffer, 0, Number.POSITIVE_INFINITY)
    await append(buffer, await headOf())
    const [piece] = await read(heard.id, entry.seq, 1)
    await append(buffer, piece?.subarray(entry.at) ?? new Uint8Array())
    next = entry.seq + 1
  }

  /** Goes on until enough lies ahead. @param own the jump that this belongs to */
  async function fill(buffer: SourceBuffer, own: number): Promise<void> {
    const goesOn = (): boolean => !stopped && own === jump
    while (goesOn() && next < heard.pieces && endOf(buffer, audio.currentTime) < audio.currentTime + AHEAD_S) {
      const pieces = await read(heard.id, next, AT_ONCE)
      if (pieces.length === 0) break
      for (const piece of pieces) {
        if (!goesOn()) return
        await append(buffer, piece)
        next += 1
      }
    }
    if (!goesOn()) return
    const start = buffer.buffered.length > 0 ? buffer.buffered.start(0) : 0
    if (start < audio.currentTime - BEHIND_S * 2) await drop(buffer, 0, audio.currentTime - BEHIND_S)
    if (next >= heard.pieces && source.readyState === 'open') source.endOfStream()
  }

  const turn = (work: (buffer: SourceBuffer) => Promise<void>): Promise<void> => {
    const done = busy.then(async () => {
      const buffer = await opened
      if (!stopped) await work(buffer)
    })
    busy = done.catch(() => undefined)
    return done
  }
  const goOn = (): void =>
    void turn(buffer => fill(buffer, jump)).catch((error: unknown) => {
      if (!stopped) failed(error)
    })
  audio.addEventListener('timeupdate', goOn)

  return {
    /** Resolves when the moment can be heard. */
    goTo(ms: number): Promise<void> {
      const own = ++jump
      return turn(async buffer => {
        if (own !== jump) return
        const seconds = ms / 1000
        if (!holds(buffer, seconds)) await enter(buffer, ms)
        if (own !== jump) return
        audio.currentTime = seconds
        await fill(buffer, own)
      })
    },
    stop(): void {
      stopped = true
      audio.removeEventListener('timeupdate', goOn)
    },
  }
}

const once = (target: EventTarget, event: string): Promise<void> =>
  new Promise(resolve => {
    target.addEventListener(event, () => resolve(), { once: true })
  })

const holds = ({ buffered }: SourceBuffer, seconds: number): boolean =>
  Array.from({ length: buffered.length }, (_, i) => i).some(
    i => buffered.start(i) <= seconds && seconds < buffered.end(i),
  )

/** How far it is buffered from a moment on; the moment itself where nothing is. */
const endOf = ({ buffered }: SourceBuffer, seconds: number): number =>
  Math.max(seconds, ...Array.from({ length: buffered.length }, (_, i) => buffered.end(i)).filter(end => end > seconds))
