import { pictureSize } from '../../../shared/photos/picture-size'
import { AppError } from '../../../shared/result'

/** An A4 page at 600 dots an inch has 35 million; beyond this a picture would fill the memory. */
const MOST_PIXELS = 72_000_000

/** The part of WebCodecs that is used: it decodes inside this process, while a blob would pass through another. */
interface Decoder {
  decode(): Promise<{ readonly image: ImageBitmapSource & { close(): void } }>
  close(): void
}
type DecoderType = new (options: { readonly data: ArrayBuffer; readonly type: string }) => Decoder

/** Where the parts of a content come from, once its opening was asked for. */
export interface Parts {
  readonly open: () => Promise<{ readonly parts: number }>
  readonly part: (part: number) => Promise<{ readonly bytes: Uint8Array }>
}

/** Everything that a content of so many bytes holds, once. @throws AppError */
export async function readWhole(
  bytes: number,
  { open, part: read }: Parts,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const { parts } = await open()
  const whole = new Uint8Array(bytes)
  let at = 0
  for (let part = 0; part < parts && !signal.aborted; part += 1) {
    const piece = (await read(part)).bytes
    whole.set(piece, at)
    at += piece.byteLength
  }
  return whole
}

/** @throws AppError refused when it cannot be shown, with what to do instead */
export async function decodePicture(bytes: Uint8Array<ArrayBuffer>): Promise<ImageBitmap> {
  const size = pictureSize(bytes, MOST_PIXELS)
  if (!size) throw new AppError('refused', '这张图片太大或已损坏，不能在窗口里显示。可以另存后用看图程序打开')
  try {
    const { ImageDecoder } = globalThis as unknown as { ImageDecoder: DecoderType }
    const decoder = new ImageDecoder({ data: bytes.buffer, type: `image/${size.kind}` })
    const { image } = await decoder.decode()
    decoder.close()
    const picture = await createImageBitmap(image)
    image.close()
    return picture
  } catch {
    throw new AppError('refused', '这张图片打不开，可能已损坏。可以另存后用看图程序打开')
  }
}
