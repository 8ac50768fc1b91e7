import { type Piece, type SoundId, soundForm } from '../../../src/shared/sound/sound'
import { createStream } from '../../helpers/webm'

/** Pieces of an invented recording, one after the other. */
export function piecesFor(id: SoundId) {
  const stream = createStream()
  let seq = 0
  return (ms = 2000): Piece => ({
    id,
    seq: seq++,
    ms,
    peaks: Uint8Array.from({ length: soundForm.peaks }, (_, place) => place),
    bytes: stream.next(ms),
  })
}
