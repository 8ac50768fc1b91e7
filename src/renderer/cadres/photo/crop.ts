import { mostPhotoWidth, portrait } from '../../../shared/photos/photos.rules'

export interface Size {
  readonly width: number
  readonly height: number
}
export interface Box extends Size {
  readonly x: number
  readonly y: number
}
/** What of a picture stands in the frame: how much it is enlarged, and the point of the picture in the frame's middle. */
export interface Crop {
  /** 1 shows as much as the frame's shape allows. */
  readonly zoom: number
  /** In the picture's own pixels. */
  readonly x: number
  readonly y: number
}

export const MOST_ZOOM = 6
const ratio = portrait.wide / portrait.high
const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)

/** The part of the picture that is cut out. */
export function boxOf(picture: Size, { zoom, x, y }: Crop): Box {
  const whole = Math.min(picture.width, picture.height * ratio)
  const width = whole / zoom
  const height = width / ratio
  return { x: x - width / 2, y: y - height / 2, width, height }
}

/** The nearest crop that leaves no edge of the frame empty. */
export function within(picture: Size, crop: Crop): Crop {
  const zoom = clamp(crop.zoom, 1, MOST_ZOOM)
  const { width, height } = boxOf(picture, { ...crop, zoom })
  return {
    zoom,
    x: clamp(crop.x, width / 2, picture.width - width / 2),
    y: clamp(crop.y, height / 2, picture.height - height / 2),
  }
}

/** Where one begins: the middle across, and the upper end, where portraits have their heads. */
export const firstCrop = (picture: Size): Crop => within(picture, { zoom: 1, x: picture.width / 2, y: 0 })

/** Moves the picture under the frame by so many parts of the frame's width. */
export function moved(picture: Size, crop: Crop, across: number, down: number): Crop {
  const { width } = boxOf(picture, crop)
  return within(picture, { ...crop, x: crop.x - across * width, y: crop.y - down * width })
}

export const zoomed = (picture: Size, crop: Crop, factor: number): Crop =>
  within(picture, { ...crop, zoom: crop.zoom * factor })

/** The size of what is kept: never larger than the part that was cut out, in whole threes by fours. */
export function keptSize(box: Size): Size {
  const unit = Math.max(1, Math.floor(Math.min(mostPhotoWidth, box.width) / portrait.wide))
  return { width: unit * portrait.wide, height: unit * portrait.high }
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
const STEP = 0.01
const FAR = 0.1
const ZOOM = 1.1

/** What a key does to the crop; undefined for keys that do nothing here. */
export function cropByKey(picture: Size, crop: Crop, key: string, far: boolean): Crop | undefined {
  const arrow = ARROWS[key]
  if (arrow) return moved(picture, crop, arrow[0] * (far ? FAR : STEP), arrow[1] * (far ? FAR : STEP))
  if (key === '+' || key === '=') return zoomed(picture, crop, ZOOM)
  if (key === '-') return zoomed(picture, crop, 1 / ZOOM)
  return key === '0' ? firstCrop(picture) : undefined
}
