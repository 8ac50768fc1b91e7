import { timelineEntry } from '../../shared/cadres/timeline'
import { Day } from '../../shared/dates/add-months'
import { clockOf } from '../../shared/measures/measures.rules'
import type { TimelineSource } from '../cadres/timeline'
import { calendarIn } from '../holidays/holidays.repo'
import { list } from './measures.repo'

const states = { late: 'late', today: 'today', soon: 'soon', running: 'today', done: 'done' } as const

/** 提醒 and 函询 of one person. A 诫勉 stands in the file itself and comes from there. */
export const measuresTimeline: TimelineSource = {
  needs: 'measures.read',
  async find({ db, caller }, { id }, on) {
    const { rows } = await list(db, caller, { kinds: ['提醒', '函询'], cadreId: id, offset: 0, limit: 200 })
    const calendar = await calendarIn(db)
    return rows.map(measure => {
      const clock = clockOf(measure, Day.parse(on), calendar)
      return timelineEntry({
        id: measure.id,
        kind: '监督',
        stamp: measure.kind === '函询' ? '函' : '提',
        title: measure.kind,
        detail: [measure.documentNumber, clock.words].filter(text => text !== '').join('，'),
        on: measure.on,
        side: 'strict',
        state: states[clock.state],
        basis: clock.basis,
      })
    })
  },
}
