import { useQuery } from '@tanstack/react-query'
import type { CadreId } from '../../../shared/cadres/cadres'
import type { Photo, PhotoId } from '../../../shared/photos/photos'
import { api } from '../../api/client'

/** Portraits that nobody looks at any more are forgotten this soon. */
const KEEP_MS = 60_000
/** As many bytes as a call takes arguments without complaint. */
const SLICE = 0x8000

/** The picture as an address that holds it: in memory alone, while a blob may be moved to the disk. */
function addressOf({ kind, bytes }: Photo): string {
  let text = ''
  for (let at = 0; at < bytes.byteLength; at += SLICE) text += String.fromCharCode(...bytes.subarray(at, at + SLICE))
  return `data:image/${kind};base64,${btoa(text)}`
}

/** The address of a portrait for an `img`; undefined while it is on its way, and when there is none. */
export function usePhoto(cadreId: CadreId, id: PhotoId | null): string | undefined {
  const photo = useQuery({
    // Apart from what `changed` makes stale: what an id names never changes.
    queryKey: ['portrait', cadreId, id],
    queryFn: async () => (id === null ? null : addressOf(await api.photos.show({ cadreId, id }))),
    enabled: id !== null,
    gcTime: KEEP_MS,
  })
  return photo.data ?? undefined
}
