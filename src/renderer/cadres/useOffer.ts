import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { api } from '../api/client'
import { type Offer, offerExport } from '../exports/ask'
import { useCadresStore } from './cadres.store'
import { SEARCH_ROWS } from './useCadreRows'

/** What an export from this list would take: who is picked, else who was found, else everybody that the conditions find. */
export function useOffer(): Offer | null {
  const { filter, sort, text, picked } = useCadresStore()
  const searching = text.trim() !== ''
  const asked = { text, limit: SEARCH_ROWS }
  const found = useQuery({
    queryKey: ['cadres', 'search', asked],
    queryFn: () => api.cadres.search(asked),
    enabled: searching,
  })
  const rows = searching ? found.data : undefined
  const offer = useMemo((): Offer | null => {
    if (picked.size > 0) return { label: `选中的 ${picked.size} 人`, whom: { by: 'ids', ids: [...picked.keys()] } }
    if (!searching) {
      const narrowed = filter.unitId !== null || filter.status.length > 0
      return { label: narrowed ? '当前名单' : '全部干部', whom: { by: 'list', filter, sort } }
    }
    return rows ? { label: `找到的 ${rows.length} 人`, whom: { by: 'ids', ids: rows.map(({ id }) => id) } } : null
  }, [filter, sort, picked, searching, rows])
  useEffect(() => (offer ? offerExport(offer) : undefined), [offer])
  return offer
}
