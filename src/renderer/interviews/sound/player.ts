import { createStore } from 'zustand/vanilla'
import { AppError } from '../../../shared/result'
import type { Heard, SoundId } from '../../../shared/sound/sound'
import { axisEnd, recordingAt } from '../../../shared/sound/sound.rules'
import { createFeed } from './feed'

interface PlayerState {
  readonly playing: boolean
  /** Where the axis of the talk is being heard. */
  readonly ms: number
  readonly why: string | null
}

export type ReadPieces = (id: SoundId, from: number, count: number) => Promise<readonly Uint8Array[]>

const LOOK_MS = 100

/** Plays the recordings of a talk as if they were one, and holds half a minute of them. */
export function createPlayer(heard: readonly Heard[], read: ReadPieces) {
  const store = createStore<PlayerState>()(() => ({ playing: false, ms: heard[0]?.offsetMs ?? 0, why: null }))
  const audio = new Audio()
  const endMs = axisEnd(heard)
  let at: Heard | undefined
  let feed: ReturnType<typeof createFeed> | undefined
  let timer: ReturnType<typeof setInterval> | undefined
  let jump = 0

  const failed = (error: unknown): void => {
    audio.pause()
    store.setState({ playing: false, why: error instanceof AppError ? error.message : '这段录音放不出来' })
  }
  const look = (): void => {
    if (at && !audio.seeking)
      store.setState({ ms: Math.min(endMs, at.offsetMs + Math.round(audio.currentTime * 1000)) })
  }
  audio.addEventListener('playing', () => {
    clearInterval(timer)
    timer = setInterval(look, LOOK_MS)
  })
  audio.addEventListener('pause', () => clearInterval(timer))
  audio.addEventListener('error', () => {
    if (audio.error) failed(audio.error)
  })
  audio.addEventListener('ended', () => {
    const next = at && heard.find(({ offsetMs }) => offsetMs > (at?.offsetMs ?? 0))
    if (next && store.getState().playing) void go(next.offsetMs, true)
    else store.setState({ playing: false, ms: at ? at.offsetMs + at.durationMs : 0 })
  })

  /** The recording at a moment, or the next one where nothing was recorded. */
  const near = (ms: number): Heard | undefined =>
    recordingAt(heard, ms) ?? heard.find(({ offsetMs }) => offsetMs > ms) ?? heard.at(-1)

  async function go(ms: number, play: boolean): Promise<void> {
    const target = near(ms)
    if (!target) return
    const within = Math.min(Math.max(0, ms - target.offsetMs), Math.max(0, target.durationMs - 50))
    store.setState({ ms: target.offsetMs + within, why: null, playing: play })
    const own = ++jump
    try {
      if (target !== at || !feed) {
        feed?.stop()
        at = target
        feed = createFeed(audio, target, read, failed)
      }
      await feed.goTo(within)
      if (own === jump && store.getState().playing) await audio.play()
    } catch (error) {
      // What another jump has overtaken ends as it likes.
      if (own === jump) failed(error)
    }
  }

  return {
    store,
    endMs,
    seek: (ms: number): Promise<void> => go(Math.min(endMs, Math.max(0, ms)), store.getState().playing),
    playFrom: (ms: number): Promise<void> => go(ms, true),
    toggle(): void {
      const { playing, ms } = store.getState()
      if (playing) {
        audio.pause()
        store.setState({ playing: false })
      } else void go(ms >= endMs - 50 ? 0 : ms, true)
    },
    stop(): void {
      clearInterval(timer)
      audio.pause()
      feed?.stop()
      audio.removeAttribute('src')
      audio.load()
    },
  }
}
export type Player = ReturnType<typeof createPlayer>
