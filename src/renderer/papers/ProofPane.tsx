import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import type { FormPages as Laid } from '../../shared/cadres/form/form-layout.rules'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'
import { FormPages } from './FormPages'

const steps = [50, 70, 85, 100, 125, 150, 200] as const
/** Pixels of a sheet at its real size, and the blank around it. */
const SHEET = { width: 793.7, height: 1122.5 }
const AROUND = 48
/** Percents that a sheet made to fit never passes. */
const LEAST = 30
const MOST = 130

const cover = () => <Icon name="lock" size={16} />

interface ProofPaneProps {
  laid: Laid | undefined
  photo: string | undefined
  place: number
  people: number
  onPlace: (place: number) => void
}

/** Every page as it will be printed, as large as one likes, person by person. */
export function ProofPane({ laid, photo, place, people, onPlace }: ProofPaneProps) {
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
  const fitting = (pixels: number, sheet: number): number =>
    Math.max(LEAST, Math.min(MOST, Math.floor(((pixels - AROUND) / sheet) * 100)))
  const shown =
    zoom === 'width' ? fitting(room.width, SHEET.width) : zoom === 'page' ? fitting(room.height, SHEET.height) : zoom
  const larger = steps.find(step => step > shown)
  const smaller = steps.findLast(step => step < shown)
  const go = (next: number): void => {
    if (next >= 0 && next < people) onPlace(next)
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey) return
    if (event.key === 'ArrowLeft') go(place - 1)
    else if (event.key === 'ArrowRight') go(place + 1)
    else return
    event.preventDefault()
  }
  const pages = laid?.pages.length ?? 0
  return (
    <section className="pap-proof" aria-label="预览" onKeyDown={onKey}>
      <div className="pap-tools">
        {people > 1 && (
          <span className="pap-turn">
            <Button size="small" reason={place === 0 ? '已是第一人' : undefined} onClick={() => go(place - 1)}>
              上一人
            </Button>
            <span role="status">
              第 {place + 1} / {people} 人
            </span>
            <Button
              size="small"
              reason={place + 1 >= people ? '已是最后一人' : undefined}
              onClick={() => go(place + 1)}
            >
              下一人
            </Button>
          </span>
        )}
        <span className="pap-count">
          {pages > 0 && `A4 共 ${pages} 页，双面打印 ${Math.ceil(pages / 2)} 张`}
          {laid && laid.resume.pt < 9 && `，简历缩到 ${laid.resume.pt} 磅`}
        </span>
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
      <div ref={scroll} className="pap-scroll" tabIndex={0} role="group" aria-label="任免审批表各页">
        <div className="pap-pages" style={{ zoom: shown / 100 }}>
          {laid && <FormPages pages={laid.pages} photo={photo} cover={cover} />}
        </div>
      </div>
    </section>
  )
}
