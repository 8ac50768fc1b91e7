import { spanWords } from '../interviews.words'
import type { Hearing } from './useHearing'

interface MomentProps {
  readonly hearing: Hearing | null
  readonly line: { readonly soundMs: number | null }
}

/** From a line to its sound; nothing while the sound is not open or the line has no moment. */
export function Moment({ hearing, line: { soundMs } }: MomentProps) {
  if (!hearing || soundMs === null) return null
  return (
    <button
      type="button"
      className="snd-moment"
      aria-label={`从 ${spanWords(soundMs)} 听起`}
      onClick={() => void hearing.player.playFrom(soundMs)}
    >
      ▸ {spanWords(soundMs)}
    </button>
  )
}
