import { classTitle } from '../../shared/attachments/attachments.rules'
import { timelineEntry } from '../../shared/cadres/timeline'
import type { TimelineSource } from '../cadres/timeline'
import { list } from './attachments.repo'

/** What lies in the file as an attachment, where it is known when it was made. */
export const attachmentsTimeline: TimelineSource = {
  needs: 'cadres.read',
  async find({ db }, { id }) {
    const dated = (await list(db, id)).filter(({ documentOn, removedAt }) => documentOn !== null && removedAt === null)
    return dated.map(attachment =>
      timelineEntry({
        id: attachment.id,
        kind: '附件',
        stamp: '附',
        title: attachment.title,
        detail: [classTitle(attachment.category), attachment.documentNumber].filter(part => part !== '').join('，'),
        on: attachment.documentOn,
        tab: 'attachments',
      }),
    )
  },
}
