import { timelineEntry } from '../../shared/cadres/timeline'
import { offeredFor } from '../../shared/care-records/occasions'
import type { TimelineSource } from '../cadres/timeline'
import { eventsOf, list } from './care-records.repo'

const MOST = 200
const stamps = {
  住院: '医',
  重大疾病: '医',
  去世: '丧',
  受灾: '灾',
  生育: '育',
  结婚: '婚',
  家庭矛盾: '家',
  澄清正名: '清',
  其他: '事',
} as const

/** What happened in a life and what was done. That something was given is told, and not how much. */
export const careTimeline: TimelineSource = {
  needs: 'care.read',
  async find({ db, caller }, { id }) {
    const events = await eventsOf(db, caller, id)
    const asked = { cadreId: id, unitId: null, from: null, to: null, occasions: [], dimensions: [] }
    const { rows } = await list(db, caller, { ...asked, offset: 0, limit: MOST })
    return [
      ...events.map(({ id: event, kind, whom, on, until }) =>
        timelineEntry({
          id: `event-${event}`,
          kind: '生活',
          stamp: stamps[kind],
          title: whom === '本人' ? kind : `${whom}${kind}`,
          on,
          until,
          tab: 'care',
        }),
      ),
      ...rows
        .filter(({ withdrawnFor }) => withdrawnFor === null)
        .map(({ id: record, occasion, form, on, visitors }) =>
          timelineEntry({
            id: `care-${record}`,
            kind: '关爱',
            stamp: offeredFor[occasion].stamp,
            title: `${occasion}${form}`,
            detail: visitors,
            on,
            side: 'care',
            state: 'done',
            tab: 'care',
          }),
        ),
    ]
  },
}
