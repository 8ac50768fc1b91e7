import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Shown } from '../../shared/albums/albums'
import { api } from '../api/client'
import type { HallPlan } from './HallDialog'
import { Portrait, sealOf, yearWords } from './portrait'

interface HallProps {
  readonly rows: readonly Shown[]
  readonly plan: HallPlan
  readonly onEnd: () => void
}

/** The wall on a hall's display: one screen after the other, by itself or by keys. It keeps nobody signed in. */
export function Hall({ rows, plan: { seconds, perPage }, onEnd }: HallProps) {
  const screens = Math.ceil(rows.length / perPage)
  const [at, setAt] = useState(0)
  const [paused, setPaused] = useState(false)
  useEffect(() => {
    void api.shell.setFullScreen({ on: true })
    return () => void api.shell.setFullScreen({ on: false })
  }, [])
  useEffect(() => {
    if (paused || screens < 2) return
    const turning = setTimeout(() => setAt((at + 1) % screens), seconds * 1000)
    return () => clearTimeout(turning)
  }, [at, paused, screens, seconds])
  useEffect(() => {
    const turn = (by: number) => () => setAt(now => (now + by + screens) % screens)
    const keys: Record<string, () => void> = {
      Escape: onEnd,
      ' ': () => setPaused(now => !now),
      ArrowRight: turn(1),
      PageDown: turn(1),
      ArrowLeft: turn(-1),
      PageUp: turn(-1),
      Home: () => setAt(0),
      End: () => setAt(screens - 1),
    }
    const onKey = (event: KeyboardEvent): void => {
      // Nothing behind the display hears a key; those of the application itself, such as locking, go through.
      if (event.ctrlKey || event.altKey || event.metaKey) return
      event.stopPropagation()
      event.preventDefault()
      keys[event.key]?.()
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [onEnd, screens])
  const shown = rows.slice(at * perPage, (at + 1) * perPage)
  return createPortal(
    <div className={perPage === 1 ? 'hall' : 'hall hall-six'} role="dialog" aria-modal="true" aria-label="大厅展示">
      <div className="hall-screen" key={at}>
        {shown.map(each => (
          <HallCard key={each.id} shown={each} />
        ))}
      </div>
      <p className="hall-foot" role="status">
        {at + 1} / {screens}
        {paused && '　已暂停'}
      </p>
    </div>,
    document.body,
  )
}

const HallCard = ({ shown }: { readonly shown: Shown }) => (
  <article className="hall-card">
    <Portrait shown={shown} />
    <div className="hall-words">
      <h2>{shown.name}</h2>
      <p className="hall-post">{shown.post || (shown.unitName === shown.name ? '' : shown.unitName)}</p>
      <p className="hall-honour">
        <i className="wall-seal">{sealOf(shown)}</i>
        <span>
          {shown.honour}
          <small>{yearWords(shown)}</small>
        </span>
      </p>
      <p className="hall-deeds">{shown.deeds}</p>
    </div>
  </article>
)
