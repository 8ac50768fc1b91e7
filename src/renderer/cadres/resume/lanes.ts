import type { TimelineEntry } from '../../../shared/cadres/timeline'
import { monthsOf } from '../../../shared/dates/partial-date'

/** What stands under the stair on the same axis. Months since the year 0; `to` is the month after the last. */
export interface LaneMark {
  readonly entry: TimelineEntry
  readonly from: number
  /** Null for what is a mark and no bar. */
  readonly to: number | null
  /** Which of the lane's lines it stands on, from 0: what lasts at the same time is not drawn over each other. */
  readonly line: number
}
export interface Lane {
  readonly kind: string
  readonly lines: number
  readonly marks: readonly LaneMark[]
}

/** Kinds that the stair itself or the words tell better than a mark. */
const notDrawn: ReadonlySet<string> = new Set(['经历', '到龄', '学历'])
/** These come first; what modules add follows in their own order. */
const first = ['职务', '考核', '奖惩', '培训']
const place = (kind: string): number => (first.includes(kind) ? first.indexOf(kind) : first.length)

/** A year alone is drawn in its middle; a post that is held reaches to now. */
function spanOf({ on, until, kind, state }: TimelineEntry, now: number): Pick<LaneMark, 'from' | 'to'> | undefined {
  if (on === null) return undefined
  const { earliest, latest } = monthsOf(on)
  const from = earliest === latest ? earliest : earliest + 6
  if (until) return { from, to: monthsOf(until).latest + 1 }
  return { from, to: kind === '职务' && state === 'today' ? now : null }
}

function laneOf(kind: string, entries: readonly TimelineEntry[], now: number): Lane {
  /** Until when each line is taken. */
  const taken: number[] = []
  const marks = entries
    .flatMap(entry => {
      const span = spanOf(entry, now)
      return span ? [{ entry, ...span }] : []
    })
    .toSorted((a, b) => a.from - b.from)
    .map(({ entry, from, to }): LaneMark => {
      if (to === null) return { entry, from, to, line: 0 }
      const free = taken.findIndex(end => end <= from)
      const line = free === -1 ? taken.length : free
      taken[line] = to
      return { entry, from, to, line }
    })
  return { kind, lines: Math.max(1, taken.length), marks }
}

/** One lane for each kind that has anything with a date. `now` in months since the year 0. */
export function lanesOf(entries: readonly TimelineEntry[], now: number): readonly Lane[] {
  const kinds = [...new Set(entries.map(({ kind }) => kind))].filter(kind => !notDrawn.has(kind))
  return kinds
    .toSorted((a, b) => place(a) - place(b))
    .map(kind =>
      laneOf(
        kind,
        entries.filter(entry => entry.kind === kind),
        now,
      ),
    )
    .filter(({ marks }) => marks.length > 0)
}

/** Height of a lane, its lines below each other. */
export const laneHeight = ({ lines }: Lane): number => 15 + lines * 7
