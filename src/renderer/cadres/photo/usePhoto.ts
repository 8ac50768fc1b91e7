import { useQuery } from '@tanstack/react-query'
import type { CadreId } from '../../../shared/cadres/cadres'
import type { PhotoId } from '../../../shared/photos/photos'
import { api } from '../../api/client'
import { addressOf } from '../../ui/photoAddress'

/** Portraits that nobody looks at any more are forgotten this soon. */
const KEEP_MS = 60_000
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
