import { useQuery } from '@tanstack/react-query'
import type { Shown } from '../../shared/albums/albums'
import { type HonourFilter, wholeRegister } from '../../shared/honours/honours'
import type { AppError } from '../../shared/result'
import { api } from '../api/client'

export type WallFilter = Omit<HonourFilter, 'revoked'>
const { revoked: _revoked, ...wholeWall } = wholeRegister

export { wholeWall }

const SLICE = 500

/** Everything that a filter finds, some hundreds at a time: what hangs on a wall is counted in hundreds. */
export function useWall(filter: WallFilter) {
  return useQuery<readonly Shown[], AppError>({
    queryKey: ['albums', 'wall', filter],
    queryFn: async () => {
      const rows: Shown[] = []
      for (;;) {
        const slice = await api.albums.wall({ ...filter, offset: rows.length, limit: SLICE })
        rows.push(...slice.rows)
        if (slice.rows.length === 0 || rows.length >= slice.total) return rows
      }
    },
    placeholderData: shown => shown,
  })
}
