import { useMemo } from 'react'
import { useStore } from 'zustand'
import { Button } from '../../ui/Button'
import { spanWords } from '../interviews.words'
import './sound.css'
import type { Hearing } from './useHearing'
import { Waveform } from './Waveform'

interface PlayerProps {
  readonly hearing: Hearing
  readonly lines: readonly { readonly soundMs: number | null }[]
  readonly onClose: () => void
}

/** The sound of a talk in one line: play, where it is, the whole of it as a waveform. */
export function Player({ hearing: { heard, player }, lines, onClose }: PlayerProps) {
  const playing = useStore(player.store, state => state.playing)
  const seconds = useStore(player.store, ({ ms }) => Math.floor(ms / 1000))
  const why = useStore(player.store, state => state.why)
  const moments = useMemo(() => lines.flatMap(({ soundMs }) => (soundMs === null ? [] : [soundMs])), [lines])
  return (
    <section className="snd-player" aria-label="回听">
      <Button size="small" onClick={() => player.toggle()}>
        {playing ? '暂停' : '播放'}
      </Button>
      <span className="snd-time">
        {spanWords(seconds * 1000)} / {spanWords(player.endMs)}
      </span>
      <Waveform heard={heard} player={player} moments={moments} />
      <Button size="small" kind="link" onClick={onClose}>
        关闭
      </Button>
      {why !== null && (
        <p className="snd-why" role="alert">
          {why}
        </p>
      )}
    </section>
  )
}
