import type { TimelineEntry } from '../../../shared/cadres/timeline'
import type { PartialDate } from '../../../shared/dates/partial-date'
import { dateWords } from '../cadres.words'

/** 2019.03—2019.05, or the one day. A span in days would not fit: its end is in the entry's own words. */
export const whenWords = ({ on, until }: Pick<TimelineEntry, 'on' | 'until'>): string =>
  until && until.length < 10 ? `${dateWords(on)}—${dateWords(until)}` : dateWords(on)

/** What is in force or near comes first, what lies far ahead last; between them as time has it. */
const urgency = ({ state, on }: TimelineEntry, today: PartialDate): number =>
  state === 'late' || state === 'today' || state === 'soon' ? 0 : on !== null && on > today ? 2 : 1

export const byUrgency = (entries: readonly TimelineEntry[], today: PartialDate): TimelineEntry[] =>
  entries.toSorted((a, b) => urgency(a, today) - urgency(b, today))
