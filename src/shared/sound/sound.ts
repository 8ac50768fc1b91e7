import * as z from 'zod'

export const SoundId = z.uuid().brand<'SoundId'>()
export type SoundId = z.infer<typeof SoundId>

/**
 * How sound is taken down: opus in webm, 24 kbit/s, about 11 MB an hour. A kill may cost two seconds, so a piece is a little
 * shorter: cutting it and writing it to the disk take their time too.
 */
export const soundForm = {
  mimeType: 'audio/webm;codecs=opus',
  bitsPerSecond: 24_000,
  pieceMs: 1800,
  /** So many loudness values stand for one piece, however long it is. */
  peaks: 16,
} as const

/** running: its pieces come in, or came until the application was killed; done: stopped; broken: closed after a kill. */
const SoundState = z.enum(['running', 'done', 'broken', 'removed'])

/** One stretch of sound between its start and its stop. Pauses are not in it. */
export const Recording = z.object({
  id: SoundId,
  state: SoundState,
  /** Where it begins on the one axis of its talk, in milliseconds: after all earlier ones. */
  offsetMs: z.int().min(0),
  durationMs: z.int().min(0),
  pieces: z.int().min(0),
  beganAt: z.iso.datetime(),
  /** When its last piece came in. */
  endedAt: z.iso.datetime(),
  byName: z.string(),
})
export type Recording = z.infer<typeof Recording>

/** A piece as it is sent for keeping: the bytes of the stream since the piece before. */
export const Piece = z.object({
  id: SoundId,
  /** From 0, without a gap. */
  seq: z.int().min(0).max(1_000_000),
  ms: z.int().min(0).max(120_000),
  /** `soundForm.peaks` values, 0 is silence and 255 as loud as can be told. */
  peaks: z.instanceof(Uint8Array).refine(({ length }) => length === soundForm.peaks, '响度的个数不对'),
  bytes: z.instanceof(Uint8Array).refine(({ length }) => length > 0 && length <= 2 ** 20, '录音片段的大小不对'),
})
export type Piece = z.infer<typeof Piece>

/** Where the stream can be entered: a cluster begins in piece `seq` at byte `at`; its sound begins at `ms`. */
const Entry = z.object({ seq: z.int().min(0), at: z.int().min(0), ms: z.int().min(0) })

/** A recording that was opened for hearing. */
export const Heard = Recording.extend({
  /** Length of each piece in milliseconds. */
  lengths: z.array(z.int().min(0)),
  /** `soundForm.peaks` values for each piece. */
  peaks: z.instanceof(Uint8Array),
  entries: z.array(Entry),
})
export type Heard = z.infer<typeof Heard>
