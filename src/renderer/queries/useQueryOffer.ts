import { useEffect, useMemo } from 'react'
import { Day } from '../../shared/dates/add-months'
import { today } from '../../shared/dates/today'
import { count } from '../cadres/cadres.words'
import { type Offer, offerExport } from '../exports/ask'
import { useQueriesStore } from './queries.store'
import type { Answer } from './useAnswer'

/** What an export from here would take: who is picked, else everybody in the list in sight, on the day that it was reckoned. */
export function useQueryOffer({ asked, counts }: Answer): Offer | null {
  const { picked, which, sort } = useQueriesStore()
  const total = counts?.[which]
  const offer = useMemo((): Offer | null => {
    if (picked.size > 0) return { label: `选中的 ${picked.size} 人`, whom: { by: 'ids', ids: [...picked.keys()] } }
    if (!asked || total === undefined || total === 0) return null
    const question = { tree: asked.tree, on: asked.on ?? Day.parse(today()) }
    const label = `${which === 'matching' ? '查到的' : '无法判断的'} ${count(total)} 人`
    return { label, whom: { by: 'query', question, which, sort } }
  }, [picked, asked, which, sort, total])
  useEffect(() => (offer ? offerExport(offer) : undefined), [offer])
  return offer
}
