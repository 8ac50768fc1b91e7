import { type PointerEvent, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/icons'

interface PictureStageProps {
  picture: ImageBitmap
  title: string
  onTurn: (by: -1 | 1) => void
}

const STEP = 1.25
const [LEAST, MOST] = [0.05, 8]
const within = (zoom: number): number => Math.min(MOST, Math.max(LEAST, zoom))

/** A picture to be looked at closely: zoomed, turned and pushed about, by pointer or keys. */
export function PictureStage({ picture, title, onTurn }: PictureStageProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const stage = useRef<HTMLDivElement>(null)
  const [quarter, setQuarter] = useState(0)
  /** Null fits the whole picture into the window. */
  const [zoom, setZoom] = useState<number | null>(null)
  const [fit, setFit] = useState(1)
  const lies = quarter % 2 === 1
  const [width, height] = lies ? [picture.height, picture.width] : [picture.width, picture.height]

  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context) return
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, width, height)
    context.translate(width / 2, height / 2)
    context.rotate((quarter * Math.PI) / 2)
    context.drawImage(picture, -picture.width / 2, -picture.height / 2)
  }, [picture, quarter, width, height])
  useLayoutEffect(() => {
    const box = stage.current
    if (!box) return
    const measure = (): void => setFit(within(Math.min(box.clientWidth / width, box.clientHeight / height, 1)))
    measure()
    const watching = new ResizeObserver(measure)
    watching.observe(box)
    return () => watching.disconnect()
  }, [width, height])
  // The keys belong to the picture as soon as it is there.
  useEffect(() => stage.current?.focus(), [])

  const shown = zoom ?? fit
  const enlarge = (by: number): void => setZoom(within(shown * by))
  const keys: Readonly<Record<string, () => void>> = {
    '+': () => enlarge(STEP),
    '=': () => enlarge(STEP),
    '-': () => enlarge(1 / STEP),
    '0': () => setZoom(null),
    '1': () => setZoom(1),
    r: () => setQuarter((quarter + 1) % 4),
    R: () => setQuarter((quarter + 3) % 4),
    PageUp: () => onTurn(-1),
    PageDown: () => onTurn(1),
  }
  const press = useEffectEvent((event: KeyboardEvent): void => {
    const act = event.isComposing || event.ctrlKey || event.altKey ? undefined : keys[event.key]
    // The picture's dialog may itself hold the focus, or nothing may; what lies above it keeps its keys.
    const isHere =
      event.target === document.body || stage.current?.closest('.ant-modal-wrap')?.contains(event.target as Node)
    if (!act || !isHere) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => press(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  const pan = (event: PointerEvent): void => {
    if (event.buttons !== 1 || !stage.current) return
    stage.current.scrollBy(-event.movementX, -event.movementY)
  }
  return (
    <div className="att-look">
      <div className="att-tools" role="toolbar" aria-label="看图">
        <Button icon={<Icon name="minus" size={16} />} onClick={() => enlarge(1 / STEP)}>
          缩小
        </Button>
        <span>{Math.round(shown * 100)}%</span>
        <Button icon={<Icon name="plus" size={16} />} onClick={() => enlarge(STEP)}>
          放大
        </Button>
        <Button onClick={() => setZoom(null)}>适合窗口</Button>
        <Button onClick={() => setZoom(1)}>原大</Button>
        <Button icon={<Icon name="refresh" size={16} />} onClick={() => setQuarter((quarter + 1) % 4)}>
          向右转
        </Button>
        <small>按键：＋ － 缩放，0 适合窗口，R 向右转，PageUp、PageDown 换一件</small>
      </div>
      <div
        ref={stage}
        className="att-stage"
        role="group"
        aria-label={title}
        tabIndex={-1}
        onPointerMove={pan}
        onWheel={event => event.ctrlKey && enlarge(event.deltaY < 0 ? STEP : 1 / STEP)}
      >
        <canvas
          ref={canvas}
          width={width}
          height={height}
          role="img"
          aria-label={title}
          style={{ width: width * shown, height: height * shown }}
        />
      </div>
    </div>
  )
}
