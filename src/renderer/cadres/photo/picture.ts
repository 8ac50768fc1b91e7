import { mayOpen, mostPhotoBytes, mostSourceBytes } from '../../../shared/photos/photos.rules'
import { AppError, insist } from '../../../shared/result'
import { type Box, keptSize } from './crop'

/**
 * Opens a file that a person chose, dropped or pasted. It is looked at by its head first, and decoded here, in the
 * sandbox of the page, and nowhere else.
 * @throws AppError refused in words for the person
 */
export async function openPicture(file: Blob): Promise<ImageBitmap> {
  // Not even read when it is too large.
  if (file.size > mostSourceBytes) insist(mayOpen(new Uint8Array(mostSourceBytes + 1)))
  const bytes = new Uint8Array(await file.arrayBuffer())
  insist(mayOpen(bytes))
  try {
    return await createImageBitmap(new Blob([bytes]), { imageOrientation: 'from-image' })
  } catch {
    throw new AppError('refused', '这张照片打不开，可能已损坏。请换一张')
  }
}

function paper(width: number, height: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (!context) throw new AppError('refused', '这台计算机现在画不出照片，请关掉一些窗口再试')
  // Where a PNG is transparent, the paper shows.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'high'
  return [canvas, context]
}

/** A scan that lies on its side, turned to the right by a quarter. */
export async function turned(picture: ImageBitmap): Promise<ImageBitmap> {
  const [canvas, context] = paper(picture.height, picture.width)
  context.translate(picture.height, 0)
  context.rotate(Math.PI / 2)
  context.drawImage(picture, 0, 0)
  return createImageBitmap(canvas)
}

const encoded = (canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> =>
  new Promise(resolve => canvas.toBlob(resolve, 'image/jpeg', quality))

/** Aimed at: a portrait of the form has about 100 KB. */
const ENOUGH_BYTES = 300_000

/** What is cut out, drawn anew as a JPEG: nothing else of the file that it came from is kept. */
export async function cut(picture: ImageBitmap, box: Box): Promise<Uint8Array<ArrayBuffer>> {
  const { width, height } = keptSize(box)
  const [canvas, context] = paper(width, height)
  context.drawImage(picture, box.x, box.y, box.width, box.height, 0, 0, width, height)
  for (const quality of [0.92, 0.85, 0.75, 0.6]) {
    const blob = await encoded(canvas, quality)
    if (blob && (blob.size <= ENOUGH_BYTES || (quality === 0.6 && blob.size <= mostPhotoBytes)))
      return new Uint8Array(await blob.arrayBuffer())
  }
  throw new AppError('refused', '照片裁剪不成，请换一张')
}

/** The first picture among what was dropped or pasted. */
export const pictureAmong = (data: DataTransfer | null): File | undefined =>
  [...(data?.files ?? [])].find(file => file.type.startsWith('image/')) ?? data?.files[0]
