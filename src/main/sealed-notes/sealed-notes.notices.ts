import { contactStanding, nextContactOf } from '../../shared/sealed-notes/sealed-notes.rules'
import { dayNow } from '../ipc/clock'
import type { NoticeSource } from '../notices/notices.source'
import { zero } from '../store/seal'
import { listOf, tryOpen } from './sealed-notes.repo'

/** Contacts that are due, a number alone: reckoned from what is sealed to whoever is signed in, and told to nobody else. */
export const sealedNotesNotices: NoticeSource = {
  needs: 'care.edit',
  async find({ db, caller, keys, now }) {
    const on = dayNow({ now })
    const standings = (await listOf(db, caller.id)).map(row => {
      const found = tryOpen(keys, row)
      if (found.state !== 'open') return 'none'
      zero(found.key)
      return contactStanding(on, nextContactOf(found.content.contacts))
    })
    const late = standings.filter(standing => standing === 'late').length
    const due = late + standings.filter(standing => standing === 'today').length
    if (due === 0) return []
    return [
      {
        id: 'sealed-notes',
        level: late > 0 ? 'late' : 'today',
        title: '心理关怀',
        detail: `${due} 件到期`,
        route: '/care/sealed',
      },
    ]
  },
}
