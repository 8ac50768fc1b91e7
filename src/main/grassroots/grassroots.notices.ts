import { unitsOver } from '../../shared/grassroots/burdens.rules'
import { isPlanLate } from '../../shared/grassroots/facilities.rules'
import type { Notice } from '../../shared/notices/notices.contract'
import { dayNow } from '../ipc/clock'
import type { NoticeSource } from '../notices/notices.source'
import * as burdens from './burdens.repo'
import * as facilities from './facilities.repo'

/** Plans for facilities that are late, and units to which more was sent than the cap allows: numbers alone. */
export const grassrootsNotices: NoticeSource = {
  needs: 'care.edit',
  async find(context) {
    const { db, caller } = context
    const on = dayNow(context)
    const year = Number(on.slice(0, 4))
    const late = (await facilities.current(db, caller)).filter(row => isPlanLate(row, on)).length
    const caps = await burdens.caps(db)
    const over = caps.length === 0 ? 0 : unitsOver((await burdens.board(db, caller, year)).units, caps, year)
    const found: Notice[] = []
    if (late > 0)
      found.push({
        id: 'grassroots-facilities',
        level: 'late',
        title: '基层设施计划逾期',
        detail: `${late} 项`,
        route: '/care/grassroots',
      })
    if (over > 0)
      found.push({
        id: 'grassroots-burdens',
        level: 'today',
        title: '基层负担超过限额',
        detail: `${over} 个单位`,
        route: '/care/grassroots/burdens',
      })
    return found
  },
}
