import { Modal } from 'antd'
import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useState } from 'react'
import type { Shown } from '../../shared/albums/albums'
import { Button } from '../ui/Button'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { useRowWindow } from '../ui/useRowWindow'
import { Hall } from './Hall'
import { HallDialog, type HallPlan } from './HallDialog'
import { Portrait, sealOf, yearWords } from './portrait'
import { useWall, type WallFilter, wholeWall } from './useWall'
import { WallFilters } from './WallFilters'
import './albums.css'

/** Pixels of a row of cards with the room below it, and the least width of a card. */
const ROW_PX = 244
const LEAST_CARD = 300

/** 荣誉墙: portraits, names, honours and deeds, the latest first; full screen for a hall's display. */
export function WallTab() {
  const [filter, setFilter] = useState<WallFilter>(wholeWall)
  const [asking, setAsking] = useState(false)
  const [hall, setHall] = useState<HallPlan>()
  const [open, setOpen] = useState<Shown>()
  const endHall = useCallback(() => setHall(undefined), [])
  const wall = useWall(filter)
  const rows = wall.data ?? []
  return (
    <div className="dd-tab wall">
      <div className="wall-head">
        <WallFilters value={filter} onChange={setFilter} />
        <span className="wall-count" role="status">
          {rows.length > 0 && `共 ${rows.length} 项`}
        </span>
        <Button
          kind="primary"
          reason={rows.length === 0 ? '没有可以展示的荣誉' : undefined}
          onClick={() => setAsking(true)}
        >
          大厅展示
        </Button>
      </div>
      {wall.isPending && <Loading />}
      {wall.error && <ErrorNote error={wall.error} onRetry={() => void wall.refetch()} />}
      {wall.data?.length === 0 && (
        <EmptyState title="这里还没有荣誉" hint="荣誉册里登记的、没有撤销的荣誉会出现在墙上。换一个条件试试。" />
      )}
      {rows.length > 0 && <Cards rows={rows} onOpen={setOpen} />}
      {asking && <HallDialog count={rows.length} onStart={setHall} onClose={() => setAsking(false)} />}
      {hall && <Hall rows={rows} plan={hall} onEnd={endHall} />}
      <Modal
        open={open !== undefined}
        onCancel={() => setOpen(undefined)}
        footer={null}
        width={720}
        centered
        destroyOnHidden
      >
        {open && <Whole shown={open} />}
      </Modal>
    </div>
  )
}

interface CardsProps {
  readonly rows: readonly Shown[]
  readonly onOpen: (shown: Shown) => void
}

/** Only the rows of cards in sight exist. Arrows go from card to card, Enter opens one. */
function Cards({ rows, onOpen }: CardsProps) {
  const [columns, setColumns] = useState(3)
  const [at, setAt] = useState(0)
  const count = Math.ceil(rows.length / columns)
  const { box, first, last, measure } = useRowWindow<HTMLDivElement>({ rowPx: ROW_PX, count, spareRows: 2 })
  useLayoutEffect(() => {
    const element = box.current
    if (!element || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => setColumns(Math.max(1, Math.floor(element.clientWidth / LEAST_CARD))))
    observer.observe(element)
    return () => observer.disconnect()
  }, [box])
  const here = Math.min(at, rows.length - 1)
  useEffect(() => {
    const card = box.current?.querySelector<HTMLElement>(`[data-place="${here}"]`)
    if (box.current?.contains(document.activeElement)) card?.focus()
  }, [box, here])

  const moves: Record<string, number> = {
    ArrowLeft: here - 1,
    ArrowRight: here + 1,
    ArrowUp: here - columns,
    ArrowDown: here + columns,
    Home: 0,
    End: rows.length - 1,
    PageUp: here - columns * 2,
    PageDown: here + columns * 2,
  }
  const onKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    const next = moves[event.key]
    if (next === undefined || event.ctrlKey || event.altKey) return
    event.preventDefault()
    const place = Math.max(0, Math.min(rows.length - 1, next))
    const element = event.currentTarget
    const row = Math.floor(place / columns) * ROW_PX
    if (row < element.scrollTop) element.scrollTop = row
    else if (row + ROW_PX > element.scrollTop + element.clientHeight)
      element.scrollTop = row + ROW_PX - element.clientHeight
    measure()
    setAt(place)
  }
  const places = Array.from({ length: (last - first) * columns }, (_, index) => first * columns + index)
  return (
    <div ref={box} className="wall-box" onScroll={measure} onKeyDown={onKey}>
      <div className="wall-room" style={{ height: count * ROW_PX }}>
        <ul
          className="wall-cards"
          aria-label="荣誉墙"
          style={{ top: first * ROW_PX, gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
        >
          {places.map(place => {
            const shown = rows[place]
            return shown ? (
              <li key={shown.id} aria-setsize={rows.length} aria-posinset={place + 1}>
                <button
                  type="button"
                  className="wall-card"
                  data-place={place}
                  tabIndex={place === here ? 0 : -1}
                  onFocus={() => setAt(place)}
                  onClick={() => onOpen(shown)}
                >
                  <Card shown={shown} />
                </button>
              </li>
            ) : null
          })}
        </ul>
      </div>
    </div>
  )
}

const Card = ({ shown }: { readonly shown: Shown }) => (
  <>
    <Portrait shown={shown} />
    <span className="wall-who">
      <b className="wall-name">{shown.name}</b>
      <span className="wall-post">{shown.post || (shown.unitName === shown.name ? '' : shown.unitName)}</span>
      <span className="wall-honour">
        <i className="wall-seal">{sealOf(shown)}</i>
        <span>
          <em>{shown.honour}</em>
          <small>{yearWords(shown)}</small>
        </span>
      </span>
    </span>
    <span className="wall-deeds">{shown.deeds || '事迹待补'}</span>
  </>
)

const Whole = ({ shown }: { readonly shown: Shown }) => (
  <article className="wall-whole">
    <Portrait shown={shown} />
    <div>
      <h2>{shown.name}</h2>
      <p className="wall-post">{shown.post || shown.unitName}</p>
      <p className="wall-given">{shown.honour}</p>
      <p className="wall-post">{[yearWords(shown), shown.authority].filter(Boolean).join('　')}</p>
      <p className="wall-text">{shown.deeds || '登记册里还没有写事迹。'}</p>
    </div>
  </article>
)
