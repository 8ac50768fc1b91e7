import { capabilitiesOf } from '../../shared/accounts/roles'
import type { NoticeSource } from '../notices/notices.source'
import { countsOf, escalatedHere } from './escalated'

/** What is to be told upwards, waits for an answer, or was answered: numbers, and nobody's name. */
export const careEscalationsNotices: NoticeSource = {
  needs: 'care.oversee',
  async find(context) {
    const counts = countsOf(await escalatedHere(context, null))
    // Whoever does the work is told what was answered.
    const answered = capabilitiesOf(context.caller.roles).includes('care.edit') ? counts.已批示 : 0
    if (counts.未上报 + counts.等批示 + answered === 0) return []
    const told = [
      ...(counts.未上报 > 0 ? [`请上报 ${counts.未上报} 件`] : []),
      ...(counts.等批示 > 0 ? [`等批示 ${counts.等批示} 件`] : []),
      ...(answered > 0 ? [`已批示待办 ${answered} 件`] : []),
    ]
    return [
      {
        id: 'care-escalations',
        level: counts.未上报 > 0 ? 'late' : 'today',
        title: '关爱逾期较久的',
        detail: told.join('，'),
        route: '/care/escalations',
      },
    ]
  },
}
