import { timelineEntry } from '../../shared/cadres/timeline'
import { keyOf } from '../cadres/cadres.repo'
import type { TimelineSource } from '../cadres/timeline'
import { takesOf } from './entitlements.repo'

/** Leave and 疗休养 of one person. */
export const entitlementsTimeline: TimelineSource = {
  needs: 'care.read',
  async find({ db, caller }, { id }) {
    const key = await keyOf(db, caller, id)
    return (await takesOf(db, id, key)).map(take =>
      timelineEntry({
        id: take.id,
        kind: '关爱',
        stamp: take.kind === '年休假' ? '休' : '养',
        title: take.kind,
        detail: `${take.days} 天`,
        on: take.from,
        side: 'care',
        state: 'done',
      }),
    )
  },
}
