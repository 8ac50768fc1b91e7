import { timelineEntry } from '../../shared/cadres/timeline'
import type { TimelineSource } from '../cadres/timeline'
import { allAwards } from './medals.repo'

/** That somebody was handed the medal, and that it came back. What was decided and looked into before stays in the module. */
export const medalsTimeline: TimelineSource = {
  needs: 'honours.read',
  async find({ db, caller }, { id }) {
    const own = (await allAwards(db, caller)).filter(({ ref }) => ref.of === 'cadre' && ref.id === id)
    return own.map(award =>
      timelineEntry({
        id: award.id,
        kind: '荣誉',
        stamp: '章',
        title: '“光荣在党50年”纪念章',
        detail: award.back
          ? `${award.back.on.replaceAll('-', '.')} 收回（${award.back.how}）`
          : `编号 ${award.medalNo}`,
        on: award.on,
        side: 'care',
        state: award.back ? null : 'done',
      }),
    )
  },
}
