import { useEffect, useRef } from 'react'
import { boxOf, type Crop, cropByKey, moved, zoomed } from './crop'

/** The stage, and the frame in its middle, in CSS pixels. The stylesheet draws the frame at the same place. */
const STAGE = { width: 300, height: 340 } as const
const FRAME_WIDTH = 219
const WHEEL = 0.0015

interface CropFrameProps {
  picture: ImageBitmap
  crop: Crop
  onChange: (crop: Crop) => void
}

/** The picture under a frame of the form's shape: dragged, zoomed by wheel, and all of it by keys. */
export function CropFrame({ picture, crop, onChange }: CropFrameProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const drag = useRef<{ x: number; y: number } | null>(null)

  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!canvas.current || !context) return
    const dots = devicePixelRatio
    canvas.current.width = STAGE.width * dots
    canvas.current.height = STAGE.height * dots
    const box = boxOf(picture, crop)
    const scale = (FRAME_WIDTH * dots) / box.width
    const left = (canvas.current.width - box.width * scale) / 2 - box.x * scale
    const top = (canvas.current.height - box.height * scale) / 2 - box.y * scale
    context.imageSmoothingQuality = 'high'
    context.drawImage(picture, left, top, picture.width * scale, picture.height * scale)
  }, [picture, crop])

  return (
    <div
      className="cdp-stage"
      role="group"
      tabIndex={0}
      aria-label="照片裁剪框"
      aria-description="方向键移动照片，按住 Shift 移得快，加号减号缩放，数字 0 还原"
      onKeyDown={event => {
        if (event.ctrlKey || event.altKey) return
        const next = cropByKey(picture, crop, event.key, event.shiftKey)
        if (!next) return
        event.preventDefault()
        onChange(next)
      }}
      onWheel={event => onChange(zoomed(picture, crop, Math.exp(-event.deltaY * WHEEL)))}
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId)
        drag.current = { x: event.clientX, y: event.clientY }
      }}
      onPointerMove={event => {
        if (!drag.current) return
        const [across, down] = [event.clientX - drag.current.x, event.clientY - drag.current.y]
        drag.current = { x: event.clientX, y: event.clientY }
        onChange(moved(picture, crop, across / FRAME_WIDTH, down / FRAME_WIDTH))
      }}
      onPointerUp={() => {
        drag.current = null
      }}
    >
      <canvas ref={canvas} style={STAGE} />
      <span className="cdp-frame" aria-hidden="true" />
    </div>
  )
}
