import { expect, test } from 'vitest'
import { mayKeep, mayOpen, mostPhotoBytes, mostSourceBytes } from '../../../src/shared/photos/photos.rules'
import { pictureSize } from '../../../src/shared/photos/picture-size'
import { jpegOf, pngOf } from '../../main/photos/pictures'

test('a picture is known by its own first bytes', () => {
  expect(pictureSize(jpegOf(376, 460))).toEqual({ kind: 'jpeg', width: 376, height: 460 })
  expect(pictureSize(pngOf(300, 400))).toEqual({ kind: 'png', width: 300, height: 400 })
  expect(pictureSize(new Uint8Array())).toBeUndefined()
  expect(pictureSize(new TextEncoder().encode('<svg onload="x"></svg> 照片照片照片照片照片'))).toBeUndefined()
})

test.each<[string, Uint8Array, boolean]>([
  ['a scan', jpegOf(4000, 6000), true],
  ['exactly the most pixels', pngOf(8000, 5000), true],
  ['one row more', pngOf(8000, 5001), false],
  ['a bomb that says it is vast', pngOf(4_000_000_000, 4_000_000_000), false],
  ['nothing wide', jpegOf(0, 400), false],
  ['no picture', new TextEncoder().encode('不是照片'), false],
  ['the largest file', jpegOf(30, 40, 1, mostSourceBytes - 20), true],
  ['a byte more', jpegOf(30, 40, 1, mostSourceBytes), false],
])('opening %s', (_title, bytes, may) => {
  expect(mayOpen(bytes).allowed).toBe(may)
})

test.each<[string, Uint8Array, string | undefined]>([
  ['three by four', jpegOf(480, 640), undefined],
  ['rounded by a pixel', jpegOf(479, 638), undefined],
  ['of the editor’s own shape', jpegOf(376, 460), '照片要裁剪成宽 3 高 4 的样子'],
  ['too wide', jpegOf(723, 964), '照片太大，请重新裁剪'],
  ['too many bytes', jpegOf(480, 640, 1, mostPhotoBytes), '照片太大，请重新裁剪'],
  ['a PNG', pngOf(480, 640), '照片要先裁剪成 JPG 再保存'],
])('keeping one that is %s', (_title, bytes, reason) => {
  const verdict = mayKeep(bytes)
  expect(verdict.allowed ? undefined : verdict.reason).toBe(reason)
})
