import { useState } from 'react'
import type { CadreId, ResumeEntry } from '../../../shared/cadres/cadres'
import type { TimelineEntry } from '../../../shared/cadres/timeline'
import { dateWords } from '../cadres.words'
import { entryKey } from '../useTimeline'
import { EntryTitle } from './EntryTitle'
import { whenWords } from './entry-words'
import { type Step, spanWords } from './stair'

const RESUME = '履历'
/** Drawn above year by year, or told by the résumé's own lines: shown when asked for. */
const quiet: ReadonlySet<string> = new Set(['考核', '职务', '学历', '到龄'])

interface CareerListProps {
  id: CadreId
  resume: readonly ResumeEntry[]
  steps: readonly Step[]
  entries: readonly TimelineEntry[]
}

type Line =
  | { readonly on: string; readonly entry: ResumeEntry; readonly step: Step | undefined; readonly place: number }
  | { readonly on: string; readonly told: TimelineEntry }

/** Everything in time, the latest first: the résumé's lines and what the modules tell, each kind as one wants it. */
export function CareerList({ id, resume, steps, entries }: CareerListProps) {
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set())
  const dated = entries.filter(({ on }) => on !== null)
  const kinds = [...new Set(dated.map(({ kind }) => kind))].toSorted(
    (a, b) => Number(quiet.has(a)) - Number(quiet.has(b)),
  )
  const isShown = (kind: string): boolean => quiet.has(kind) === turned.has(kind)
  const toggle = (kind: string): void => {
    const next = new Set(turned)
    if (!next.delete(kind)) next.add(kind)
    setTurned(next)
  }
  const lines: Line[] = [
    ...(isShown(RESUME)
      ? resume.map((entry, place) => ({
          on: entry.from ?? '',
          entry,
          place,
          step: steps.find(each => each.entry === entry),
        }))
      : []),
    ...dated.filter(({ kind }) => isShown(kind)).map(told => ({ on: told.on ?? '', told })),
  ].toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? 1 : -1))
  return (
    <>
      {kinds.length > 0 && (
        <div className="cdr-kinds" role="group" aria-label="列出哪些">
          {[RESUME, ...kinds].map(kind => (
            <button
              key={kind}
              type="button"
              className="cdr-kind"
              aria-pressed={isShown(kind)}
              onClick={() => toggle(kind)}
            >
              {kind}
              <small>{kind === RESUME ? resume.length : dated.filter(entry => entry.kind === kind).length}</small>
            </button>
          ))}
        </div>
      )}
      <ol className="cdr-cv">
        {lines.map(line =>
          'entry' in line ? (
            <li key={`resume-${line.place}`} className={line.step?.open ? 'cdr-cv-now' : undefined}>
              <span className="cdr-cv-when">{spanOf(line.entry)}</span>
              <span>{line.entry.text}</span>
              <span className="cdr-cv-span">{line.step && spanWords(line.step.to - line.step.from)}</span>
            </li>
          ) : (
            <li key={entryKey(line.told)} className="cdr-cv-told" data-side={line.told.side ?? undefined}>
              <span className="cdr-cv-when">{whenWords(line.told)}</span>
              <span>
                <i aria-hidden="true">{line.told.stamp}</i>
                <EntryTitle id={id} entry={line.told} />
                {line.told.detail !== '' && <small>{line.told.detail}</small>}
              </span>
              <span className="cdr-cv-span">{line.told.kind}</span>
            </li>
          ),
        )}
      </ol>
    </>
  )
}

const spanOf = ({ from, to }: ResumeEntry): string =>
  to ? `${dateWords(from)}—${dateWords(to)}` : from ? `${dateWords(from)} 起` : ''
