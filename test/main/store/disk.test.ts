import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { freeBytes, makeBallast, releaseBallast, requireFree, sizeOf } from '../../../src/main/store/disk'
import { AppError } from '../../../src/shared/result'
import { expectCode, tempFolder } from './fixtures'

test('free room is a number of bytes, and asking for more says how much is missing', async () => {
  const folder = tempFolder()
  const free = freeBytes(folder)
  expect(free).toBeGreaterThan(0)
  expect(() => requireFree(folder, 1)).not.toThrow()
  await expectCode('disk-full', () => requireFree(folder, free + 10 * 2 ** 30))
  try {
    requireFree(folder, free + 10 * 2 ** 30)
  } catch (error) {
    expect((error as AppError).message).toMatch(/还需要腾出约 \d+ MB/)
  }
  await expectCode('store-missing', () => freeBytes(join(folder, 'none')))
})

test('ballast takes real room until it is released', () => {
  const folder = tempFolder()
  const bytes = 3 * 2 ** 20
  expect(makeBallast(folder, bytes)).toBe(true)
  expect(makeBallast(folder, bytes)).toBe(true)
  const path = join(folder, 'ballast.bin')
  expect(sizeOf(path)).toBe(bytes)
  expect(statSync(path).blocks * 512).toBeGreaterThanOrEqual(bytes)
  expect(releaseBallast(folder)).toBe(true)
  expect(releaseBallast(folder)).toBe(false)
  expect(sizeOf(path)).toBe(0)
})

test('ballast is not forced onto a disk that is short of room', () => {
  const folder = tempFolder()
  expect(makeBallast(folder, freeBytes(folder))).toBe(false)
  expect(sizeOf(join(folder, 'ballast.bin'))).toBe(0)
})
