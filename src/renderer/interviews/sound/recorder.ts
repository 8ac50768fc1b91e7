import { createStore } from 'zustand/vanilla'
import { AppError } from '../../../shared/result'
import { type Piece, type Recording, type SoundId, soundForm } from '../../../shared/sound/sound'
import { spanWords } from '../interviews.words'
import { createMeter, type Meter } from './meter'
import { createPieceQueue } from './pieces'

type Phase = 'off' | 'starting' | 'recording' | 'paused'
interface RecorderState {
  readonly phase: Phase
  /** Why it did not begin or why it ended; null when the person ended it. */
  readonly why: string | null
}

export interface Sink {
  readonly allow: (on: boolean) => Promise<unknown>
  readonly begin: () => Promise<Recording>
  readonly keep: (piece: Piece) => Promise<unknown>
  readonly end: (id: SoundId) => Promise<unknown>
}

const noMicrophone: Record<string, string> = {
  NotFoundError: '没有找到麦克风。插上以后再开始录音',
  NotAllowedError: '系统没有让本应用使用麦克风。请在系统设置里允许，或者不录音',
  NotReadableError: '麦克风打不开，可能正被其他程序使用。关闭那个程序再试',
  AbortError: '麦克风打不开，可能正被其他程序使用。关闭那个程序再试',
}
const startWords = (error: unknown): string =>
  error instanceof AppError
    ? error.message
    : ((error instanceof DOMException ? noMicrophone[error.name] : undefined) ?? '录音没能开始')

const MOST_PIECE_MS = 120_000

/** What is open while a recording goes on. */
interface Running {
  readonly recording: Recording
  readonly media: MediaRecorder
  readonly stream: MediaStream
  readonly meter: Meter
  readonly queue: ReturnType<typeof createPieceQueue>
  /** Milliseconds recorded until the last pause, and when it went on after it; null while it is paused. */
  spent: number
  since: number | null
  /** Milliseconds that stand in pieces. */
  given: number
  seq: number
  /** Pieces come out of their blobs in the order in which they were made. */
  reading: Promise<void>
}

const elapsed = ({ spent, since }: Pick<Running, 'spent' | 'since'>): number =>
  spent + (since === null ? 0 : performance.now() - since)

/** Records the sound of one talk piece by piece. It holds no sound: what the core has is gone from here. */
export function createRecorder(sink: Sink) {
  const store = createStore<RecorderState>()(() => ({ phase: 'off', why: null }))
  const is = (phase: Phase, why: string | null = null): void => store.setState({ phase, why })
  let running: Running | undefined
  let stopping: Promise<void> | undefined
  /** Stopped before it had begun. */
  let left = false

  async function start(): Promise<void> {
    if (store.getState().phase !== 'off') return
    is('starting')
    left = false
    let stream: MediaStream | undefined
    try {
      await sink.allow(true)
      stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 }, video: false })
      if (left) throw new AppError('cancelled', '没有开始录音')
      running = listen(await sink.begin(), stream)
      is('recording')
      if (left) await stop()
    } catch (error) {
      for (const track of stream?.getTracks() ?? []) track.stop()
      void sink.allow(false)
      is('off', startWords(error))
    }
  }

  function listen(recording: Recording, stream: MediaStream): Running {
    const { mimeType, bitsPerSecond, pieceMs } = soundForm
    const media = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: bitsPerSecond })
    const own: Running = {
      recording,
      media,
      stream,
      meter: createMeter(stream),
      queue: createPieceQueue({ keep: sink.keep, failed: error => void stop(failureWords(error)) }),
      spent: 0,
      since: performance.now(),
      given: 0,
      seq: 0,
      reading: Promise.resolve(),
    }
    media.addEventListener('dataavailable', ({ data }) => {
      if (data.size > 0) take(own, data)
    })
    media.addEventListener('error', () => void stop(`录音出错，停在 ${momentWords()}`))
    // Stopping a track by its own method fires nothing: this is a microphone that was pulled out.
    for (const track of stream.getTracks())
      track.addEventListener('ended', () => void stop(`麦克风断开了，录音停在 ${momentWords()}。插好以后可以接着录`))
    media.start(pieceMs)
    return own
  }

  function take(own: Running, data: Blob): void {
    const ms = Math.min(MOST_PIECE_MS, Math.max(0, Math.round(elapsed(own) - own.given)))
    own.given += ms
    const seq = own.seq++
    const peaks = own.meter.take()
    own.reading = own.reading.then(async () =>
      own.queue.push({ id: own.recording.id, seq, ms, peaks, bytes: new Uint8Array(await data.arrayBuffer()) }),
    )
  }

  const moment = (own: Running): number => Math.round(own.recording.offsetMs + elapsed(own))
  const momentWords = (): string => spanWords(running ? moment(running) : 0)
  const failureWords = ({ code, message }: AppError): string =>
    code === 'disk-full'
      ? `磁盘已满，录音停在 ${momentWords()}。录下的都在，记录可以接着写。请清理磁盘后再录`
      : `${message}，录音停在 ${momentWords()}`

  /** Resolves when all that was recorded is in the store. @param why said to the person; null when they stopped it */
  function stop(why: string | null = null): Promise<void> {
    const own = running
    left = true
    if (!own) return Promise.resolve()
    stopping ??= finish(own, why).finally(() => {
      stopping = undefined
    })
    return stopping
  }

  async function finish(own: Running, why: string | null): Promise<void> {
    if (own.media.state !== 'inactive')
      await new Promise<void>(resolve => {
        own.media.addEventListener('stop', () => resolve(), { once: true })
        own.media.stop()
      })
    own.spent = elapsed(own)
    own.since = null
    running = undefined
    is('off', why)
    for (const track of own.stream.getTracks()) track.stop()
    own.meter.stop()
    void sink.allow(false)
    await own.reading
    await own.queue.drained()
    // What cannot be closed now is closed when the talk is opened next.
    await sink.end(own.recording.id).catch(() => undefined)
  }

  return {
    store,
    start,
    stop,
    /** Nothing is recorded until `resume`; what was recorded so far is sent at once. */
    pause(): void {
      if (!running || running.media.state !== 'recording') return
      running.media.requestData()
      running.media.pause()
      running.spent = elapsed(running)
      running.since = null
      is('paused')
    },
    resume(): void {
      if (!running || running.media.state !== 'paused') return
      running.media.resume()
      running.since = performance.now()
      is('recording')
    },
    /** The moment now on the axis of the talk; null while nothing is recorded. */
    moment: (): number | null => (running?.since == null ? null : moment(running)),
    /** How far the axis has come; 0 before anything was recorded here. */
    reached: (): number => (running ? moment(running) : 0),
    /** 0 to 255. */
    level: (): number => (running?.since == null ? 0 : running.meter.level()),
  }
}
export type Recorder = ReturnType<typeof createRecorder>
