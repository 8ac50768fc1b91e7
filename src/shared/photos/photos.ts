import * as z from 'zod'

export const PhotoId = z.uuid().brand<'PhotoId'>()
export type PhotoId = z.infer<typeof PhotoId>

export const PictureKind = z.enum(['jpeg', 'png', 'bmp'])
export type PictureKind = z.infer<typeof PictureKind>

/** A portrait as it is kept: its bytes as they came, never decoded outside the page's sandbox. */
export const Photo = z.object({ kind: PictureKind, bytes: z.instanceof(Uint8Array) })
export type Photo = z.infer<typeof Photo>

/** A portrait took the place of another, or of none. */
export const PhotoChange = z.object({
  kind: z.literal('photo'),
  before: PhotoId.nullable(),
  after: PhotoId.nullable(),
})
export type PhotoChange = z.infer<typeof PhotoChange>
