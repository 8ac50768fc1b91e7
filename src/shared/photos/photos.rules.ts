import { allowed, refused, type Verdict } from '../result'
import { pictureSize } from './picture-size'

/**
 * The frame of the form: a 2-inch portrait. The official editor wants a recent picture in colour, without a hat; what is
 * cut here is three wide and four high. Source: formats 1.6 and 3.
 */
export const portrait = { wide: 3, high: 4 } as const

/** A source picture larger than this is not opened. */
export const mostSourceBytes = 20_000_000
/** What is kept of it. */
export const mostPhotoBytes = 1_000_000
/** The frame of 36.3 mm at 300 dots an inch is 429 wide: below this the print is soft. */
export const fewestSharpPixels = 300
export const mostPhotoWidth = 720

/** Whether a file that a person chose can be opened as a picture at all. Nothing of it has been decoded yet. */
export function mayOpen(bytes: Uint8Array): Verdict {
  if (bytes.byteLength > mostSourceBytes) return refused('照片不能超过 20 MB，请先缩小')
  return pictureSize(bytes) ? allowed : refused('不是能用的照片。可以用 JPG、PNG、BMP，不超过 4000 万像素')
}

/** Whether what the page has cut can be kept: a JPEG of the frame's shape and of no more than is needed. */
export function mayKeep(bytes: Uint8Array): Verdict {
  const size = pictureSize(bytes)
  if (size?.kind !== 'jpeg') return refused('照片要先裁剪成 JPG 再保存')
  if (bytes.byteLength > mostPhotoBytes || size.width > mostPhotoWidth) return refused('照片太大，请重新裁剪')
  const off = Math.abs(size.width * portrait.high - size.height * portrait.wide)
  return off > portrait.high * 2 ? refused('照片要裁剪成宽 3 高 4 的样子') : allowed
}
