import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import type { PaperPage } from '../../shared/papers/paper-page'
import { type Sheet, sheetSides, uprightA4 } from '../../shared/papers/sheet-size'
import { Button } from '../ui/Button'
import { PaperPages } from './PaperPages'

const steps = [50, 70, 85, 100, 125, 150, 200] as const
const PIXELS_PER_MM = 96 / 25.4
/** Blank pixels around a sheet. */
const AROUND = 48
/** Percents that a sheet made to fit never passes. */
const LEAST = 30
const MOST = 130

interface ProofPaneProps {
  /** What the pages are of. */
  name: string
  /** Undefined until they are laid out. */
  pages: readonly PaperPage[] | undefined
  sheet?: Sheet
  photo?: string | undefined | ((key: string) => string | undefined)
  /** What stands on a covered cell, by its key. */
  cover?: (key: string) => ReactNode
  /** How many pages and sheets there are, and what else is worth knowing of them. */
  words: string
  /** Where each person has pages of their own. */
  turn?: { readonly place: number; readonly people: number; readonly onPlace: (place: number) => void }
}

/** Every page as it will be printed, as large as one likes. */
export function ProofPane({ name, pages, sheet = uprightA4, photo, cover, words, turn }: ProofPaneProps) {
  const scroll = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState({ width: 0, height: 0 })
  const [zoom, setZoom] = useState<number | 'width' | 'page'>('width')
  useLayoutEffect(() => {
    const pane = scroll.current
    if (!pane || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => setRoom({ width: pane.clientWidth, height: pane.clientHeight }))
    observer.observe(pane)
    return () => observer.disconnect()
  }, [])
  const fitting = (pixels: number, side: number): number =>
    Math.max(LEAST, Math.min(MOST, Math.floor(((pixels - AROUND) / side) * 100)))
  const sides = sheetSides(sheet)
  const shown =
    zoom === 'width'
      ? fitting(room.width, sides.width * PIXELS_PER_MM)
      : zoom === 'page'
        ? fitting(room.height, sides.height * PIXELS_PER_MM)
        : zoom
  const larger = steps.find(step => step > shown)
  const smaller = steps.findLast(step => step < shown)
  const go = (next: number): void => {
    if (turn && next >= 0 && next < turn.people) turn.onPlace(next)
  }
  const onKey = (event: KeyboardEvent): void => {
    if (!turn || event.ctrlKey || event.altKey) return
    if (event.key === 'ArrowLeft') go(turn.place - 1)
    else if (event.key === 'ArrowRight') go(turn.place + 1)
    else return
    event.preventDefault()
  }
  return (
    <section className="pap-proof" aria-label="预览" onKeyDown={onKey}>
      <div className="pap-tools">
        {turn && turn.people > 1 && (
          <span className="pap-turn">
            <Button
              size="small"
              reason={turn.place === 0 ? '已是第一人' : undefined}
              onClick={() => go(turn.place - 1)}
            >
              上一人
            </Button>
            <span role="status">
              第 {turn.place + 1} / {turn.people} 人
            </span>
            <Button
              size="small"
              reason={turn.place + 1 >= turn.people ? '已是最后一人' : undefined}
              onClick={() => go(turn.place + 1)}
            >
              下一人
            </Button>
          </span>
        )}
        <span className="pap-count">{words}</span>
        <span className="pap-zoom" role="group" aria-label="缩放">
          <Button
            size="small"
            reason={smaller === undefined ? '已是最小' : undefined}
            onClick={() => smaller !== undefined && setZoom(smaller)}
          >
            缩小
          </Button>
          <output>{shown}%</output>
          <Button
            size="small"
            reason={larger === undefined ? '已是最大' : undefined}
            onClick={() => larger !== undefined && setZoom(larger)}
          >
            放大
          </Button>
          <Button size="small" onClick={() => setZoom('width')}>
            页宽
          </Button>
          <Button size="small" onClick={() => setZoom('page')}>
            整页
          </Button>
        </span>
      </div>
      {/* The pages scroll by keys once they have the focus. */}
      <div ref={scroll} className="pap-scroll" tabIndex={0} role="group" aria-label={`${name}各页`}>
        <div className="pap-pages" style={{ zoom: shown / 100 }}>
          {pages && <PaperPages name={name} sheet={sheet} pages={pages} photo={photo} cover={cover} />}
        </div>
      </div>
    </section>
  )
}
