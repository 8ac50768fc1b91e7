import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { type Heard, soundForm } from '../../../shared/sound/sound'
import { spanWords } from '../interviews.words'
import type { Player } from './player'

interface WaveformProps {
  readonly heard: readonly Heard[]
  readonly player: Player
  /** Moments that lines are tied to. */
  readonly moments: readonly number[]
}

const STEP_MS = 5000
const PAGE_MS = 30_000

/** All sound of a talk on one axis, drawn from the peaks that were kept with it; a click or a key goes to a moment. */
export function Waveform({ heard, player, moments }: WaveformProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const ms = useStore(player.store, state => state.ms)
  const { endMs } = player
  useEffect(() => {
    const box = canvas.current
    if (!box) return undefined
    const paint = (): void => draw(box, heard, moments, endMs)
    const sizes = new ResizeObserver(paint)
    sizes.observe(box)
    const looks = new MutationObserver(paint)
    looks.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    return () => {
      sizes.disconnect()
      looks.disconnect()
    }
  }, [heard, moments, endMs])

  const seekTo = (event: PointerEvent<HTMLElement>): void => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    void player.seek(((event.clientX - left) / width) * endMs)
  }
  const press = (event: KeyboardEvent): void => {
    const steps: Record<string, number> = {
      ArrowLeft: ms - STEP_MS,
      ArrowRight: ms + STEP_MS,
      PageUp: ms - PAGE_MS,
      PageDown: ms + PAGE_MS,
      Home: 0,
      End: endMs,
    }
    const to = steps[event.key]
    if (to !== undefined) void player.seek(to)
    else if (event.key === ' ' || event.key === 'Enter') player.toggle()
    else return
    event.preventDefault()
  }
  return (
    <div
      className="snd-wave"
      role="slider"
      tabIndex={0}
      aria-label="录音位置"
      aria-valuemin={0}
      aria-valuemax={endMs}
      aria-valuenow={ms}
      aria-valuetext={`${spanWords(ms)}，共 ${spanWords(endMs)}`}
      onKeyDown={press}
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId)
        seekTo(event)
      }}
      onPointerMove={event => {
        if (event.buttons === 1) seekTo(event)
      }}
    >
      <canvas ref={canvas} />
      <i style={{ left: `${endMs === 0 ? 0 : (ms / endMs) * 100}%` }} />
    </div>
  )
}

/** Loudest value of each column of pixels. The ear judges by ratios, so heights are roots. */
function draw(box: HTMLCanvasElement, heard: readonly Heard[], moments: readonly number[], endMs: number): void {
  const scale = window.devicePixelRatio
  const [width, height] = [Math.round(box.clientWidth * scale), Math.round(box.clientHeight * scale)]
  box.width = width
  box.height = height
  const pen = box.getContext('2d')
  if (!pen || endMs === 0) return
  const columns = new Uint8Array(width)
  const column = (ms: number): number => Math.floor((ms / endMs) * (width - 1))
  for (const { offsetMs, lengths, peaks } of heard) {
    let from = offsetMs
    for (const [seq, length] of lengths.entries()) {
      for (let i = 0; i < soundForm.peaks; i += 1) {
        const peak = peaks[seq * soundForm.peaks + i] ?? 0
        const till = column(from + (length * (i + 1)) / soundForm.peaks)
        for (let x = column(from + (length * i) / soundForm.peaks); x <= till; x += 1)
          columns[x] = Math.max(columns[x] ?? 0, peak)
      }
      from += length
    }
  }
  const style = getComputedStyle(box)
  pen.fillStyle = style.color
  for (const [x, peak] of columns.entries()) {
    const tall = Math.max(scale, Math.sqrt(peak / 255) * height * 0.9)
    pen.fillRect(x, (height - tall) / 2, 1, tall)
  }
  pen.fillStyle = style.borderColor
  for (const moment of moments) pen.fillRect(Math.floor((moment / endMs) * (width - 2)), 0, 2 * scale, 5 * scale)
}
