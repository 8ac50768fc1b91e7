import { addDays, Day } from '../../../shared/dates/add-months'
import { today } from '../../../shared/dates/today'
import { useCall } from '../../api/query'
import { dayOf } from '../interviews.words'

const MOST = 200

/** How many talks of one's own each of the next seven days holds, by YYYY-MM-DD, in words. */
export function useTalkWeek(): Readonly<Record<string, string>> {
  const first = Day.parse(today())
  const talks = useCall('interviews', 'list', {
    filter: {
      mine: true,
      from: first,
      to: addDays(first, 6),
      states: ['planned', 'open', 'closed', 'final'],
      kinds: [],
      cadreId: null,
      roundId: null,
    },
    offset: 0,
    limit: MOST,
  })
  const counts = new Map<string, number>()
  for (const { startsAt } of talks.data?.rows ?? []) {
    const day = dayOf(startsAt)
    counts.set(day, (counts.get(day) ?? 0) + 1)
  }
  return Object.fromEntries([...counts].map(([day, count]) => [day, `谈话 ${count}`]))
}
