import { timelineEntry } from '../../shared/cadres/timeline'
import { PartialDate } from '../../shared/dates/partial-date'
import { today } from '../../shared/dates/today'
import type { InterviewHeader } from '../../shared/interviews/interviews'
import { stateTitles } from '../../shared/interviews/interviews'
import type { TimelineSource } from '../cadres/timeline'
import * as interviews from './interviews.repo'
import { plansTalks } from './plans-talks'

/** More talks than a working life has. */
const MOST = 500

/** Kinds that stand under 严管 and those that stand under 厚爱; the others belong to neither side. Source: rule book §7. */
const strict = new Set(['integrity', 'reminder', 'inquiry', 'admonition'])
const caring = new Set(['care', 'retirement', 'clarified', 'return-visit'])

const names = (people: readonly { readonly name: string }[]): string => people.map(({ name }) => name).join('、')

/** A talk that should have begun long ago is late; one that waits for passwords is nearly done. */
function stateOf({ state, startsAt }: InterviewHeader, now: number) {
  if (state === 'final') return 'done'
  if (state !== 'planned') return 'today'
  return Date.parse(startsAt) < now ? 'late' : 'soon'
}

/** Talks of one person: who, when, which kind and how far it is. Nothing of what was said. */
export const talksTimeline: TimelineSource = {
  needs: 'interviews.hold',
  async find({ db, caller, now }, { id }) {
    const filter = {
      mine: false,
      from: null,
      to: null,
      kinds: [],
      roundId: null,
      cadreId: id,
      unitId: null,
      talkerId: null,
    }
    const { rows } = await interviews.list(db, caller, plansTalks(caller), {
      filter: { ...filter, states: ['planned', 'open', 'closed', 'final'] },
      offset: 0,
      limit: MOST,
    })
    return (await interviews.headersOf(db, rows, caller.id)).map(header =>
      timelineEntry({
        id: header.id,
        kind: '谈话',
        stamp: '谈',
        title: header.kindTitle,
        detail: [`谈话人 ${names(header.talkers)}`, stateTitles[header.state]].join('，').slice(0, 600),
        on: header.heldOn === null ? today(new Date(header.startsAt)) : PartialDate.parse(header.heldOn),
        side: strict.has(header.kind) ? 'strict' : caring.has(header.kind) ? 'care' : null,
        state: stateOf(header, now()),
        tab: 'talks',
      }),
    )
  },
}
