import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { readPhoto } from '../../../src/main/cadres/photo'
import { createCity } from '../../../src/main/demo/city'
import { toJpeg } from '../../../src/main/demo/jpeg'
import { PartialDate } from '../../../src/shared/dates/partial-date'

const city = createCity({ seed: '澄州', people: 300, on: PartialDate.parse('2026-11') })

test('a portrait is a small picture of four to five, the same one each time', () => {
  const bytes = city.portraitAt(3)
  expect(readPhoto(bytes)).toMatchObject({ kind: 'jpeg', width: 320, height: 400 })
  expect(bytes.length).toBeLessThan(16_000)
  expect(city.portraitAt(3)).toEqual(bytes)
  expect(createHash('sha256').update(bytes).digest('hex').slice(0, 16)).toBe('7c97443d1721ecb2')
  expect(city.portraitAt(4)).not.toEqual(bytes)
})

test('of one colour nothing is left but its mean', () => {
  const pixels = new Uint8Array(16 * 16)
  const bytes = toJpeg({ width: 16, height: 16, pixels, palette: [[255, 255, 255]] })
  expect(readPhoto(bytes)).toMatchObject({ width: 16, height: 16 })
  // Sixteen components after the headers, each in a few bits.
  expect(bytes.length).toBeLessThan(640)
})
