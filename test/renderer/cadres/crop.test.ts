import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  boxOf,
  type Crop,
  cropByKey,
  firstCrop,
  keptSize,
  MOST_ZOOM,
  moved,
  within,
  zoomed,
} from '../../../src/renderer/cadres/photo/crop'
import { mayKeep } from '../../../src/shared/photos/photos.rules'
import { jpegOf } from '../../main/photos/pictures'

const tall = { width: 300, height: 800 }
const wide = { width: 800, height: 400 }

test('one begins with as much as the frame shows: the middle across, the upper end', () => {
  expect(boxOf(tall, firstCrop(tall))).toEqual({ x: 0, y: 0, width: 300, height: 400 })
  expect(boxOf(wide, firstCrop(wide))).toEqual({ x: 250, y: 0, width: 300, height: 400 })
})

test.each<[string, boolean, Crop]>([
  ['ArrowUp', false, { zoom: 1, x: 150, y: 203 }],
  ['ArrowUp', true, { zoom: 1, x: 150, y: 230 }],
  ['ArrowDown', true, { zoom: 1, x: 150, y: 200 }],
  ['ArrowLeft', true, { zoom: 1, x: 150, y: 200 }],
  ['+', false, { zoom: 1.1, x: 150, y: 200 }],
  ['-', false, { zoom: 1, x: 150, y: 200 }],
  ['0', false, { zoom: 1, x: 150, y: 200 }],
])('%s moves the picture under the frame and never past its edge', (key, far, crop) => {
  expect(cropByKey(tall, firstCrop(tall), key, far)).toEqual(crop)
})

test('other keys do nothing', () => {
  expect(cropByKey(tall, firstCrop(tall), 'a', false)).toBeUndefined()
  expect(cropByKey(tall, firstCrop(tall), 'Tab', false)).toBeUndefined()
})

test('dragging to the right shows what lies on the left', () => {
  const crop = zoomed(wide, firstCrop(wide), 2)
  expect(moved(wide, crop, 0.5, 0).x).toBe(crop.x - 75)
})

test('whatever is done, the frame is full, and what is cut can be kept', () => {
  const size = fc.record({ width: fc.integer({ min: 3, max: 9000 }), height: fc.integer({ min: 4, max: 9000 }) })
  const any = fc.double({ min: -1e4, max: 1e4, noNaN: true })
  fc.assert(
    fc.property(size, any, any, fc.double({ min: 0.001, max: 100, noNaN: true }), (picture, x, y, zoom) => {
      const crop = within(picture, { zoom, x, y })
      const box = boxOf(picture, crop)
      expect(crop.zoom).toBeLessThanOrEqual(MOST_ZOOM)
      expect(box.x).toBeGreaterThanOrEqual(-1e-6)
      expect(box.y).toBeGreaterThanOrEqual(-1e-6)
      expect(box.x + box.width).toBeLessThanOrEqual(picture.width + 1e-6)
      expect(box.y + box.height).toBeLessThanOrEqual(picture.height + 1e-6)
      const kept = keptSize(box)
      expect(mayKeep(jpegOf(kept.width, kept.height))).toEqual({ allowed: true })
    }),
  )
})
