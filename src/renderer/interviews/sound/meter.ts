import { soundForm } from '../../../shared/sound/sound'

const EVERY_MS = 125
/** At 48 kHz these are 170 ms: nothing between two looks is missed. */
const SAMPLES = 8192
const MOST_KEPT = 1024

/** Listens to a stream for its loudness: now, and the peaks since they were last taken. */
export function createMeter(stream: MediaStream) {
  // Without a sink nothing of what is said is ever given to a loudspeaker.
  const context = new AudioContext({ sinkId: { type: 'none' } } as AudioContextOptions)
  const analyser = context.createAnalyser()
  analyser.fftSize = SAMPLES
  context.createMediaStreamSource(stream).connect(analyser)
  void context.resume()
  const samples = new Float32Array(SAMPLES)
  let level = 0
  let kept: number[] = []
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples)
    const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
    level = Math.min(255, Math.round(loudest * 255))
    if (kept.length < MOST_KEPT) kept.push(level)
  }, EVERY_MS)
  return {
    level: (): number => level,
    take(): Uint8Array<ArrayBuffer> {
      const peaks = spread(kept, soundForm.peaks)
      kept = []
      return peaks
    },
    stop(): void {
      clearInterval(timer)
      void context.close()
    },
  }
}
export type Meter = ReturnType<typeof createMeter>

/** As many values as are asked for: of several the loudest, and one for several where there are too few. */
export function spread(values: readonly number[], count: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: count }, (_, place) => {
    const from = Math.floor((place * values.length) / count)
    const to = Math.max(from + 1, Math.floor(((place + 1) * values.length) / count))
    return Math.max(0, ...values.slice(from, to))
  })
}
