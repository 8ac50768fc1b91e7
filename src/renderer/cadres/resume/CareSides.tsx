import { useState } from 'react'
import type { CadreId } from '../../../shared/cadres/cadres'
import { Side, sideTitles, type TimelineEntry } from '../../../shared/cadres/timeline'
import { today } from '../../../shared/dates/today'
import { BasisWord } from '../../ui/BasisWord'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/states'
import { entryKey, useTimeline } from '../useTimeline'
import { EntryTitle } from './EntryTitle'
import { byUrgency, whenWords } from './entry-words'
import { Restrictions } from './Restrictions'

const empty: Record<Side, string> = {
  strict: '没有记录。提醒、诫勉、处分和核查登记以后，按时间列在这里，影响期内会在页首提示。',
  care: '没有记录。表扬奖励、谈心、走访和疗休养登记以后，按时间列在这里。',
}
/** As many as stand in view at once. */
const SHOWN = 6

/** 严管 and 厚爱 side by side, each with what the modules have recorded, the latest first. */
export function CareSides({ id }: { id: CadreId }) {
  const { entries, error, retry } = useTimeline(id)
  return (
    <section className="dd-card cdr-sides" aria-label="严管与厚爱">
      {error !== null && <ErrorNote error={error} onRetry={retry} />}
      {Side.options.map(side => (
        <SideList
          key={side}
          id={id}
          side={side}
          entries={byUrgency(
            entries.filter(entry => entry.side === side),
            today(),
          )}
        />
      ))}
    </section>
  )
}

function SideList({ id, side, entries }: { id: CadreId; side: Side; entries: readonly TimelineEntry[] }) {
  const [all, setAll] = useState(false)
  const more = entries.length - SHOWN
  return (
    <div>
      <header>
        <h2>{sideTitles[side]}</h2>
        {entries.length > 0 && <span>{entries.length} 件</span>}
      </header>
      {side === 'strict' && <Restrictions />}
      {entries.length === 0 ? (
        <p className="cdr-side-empty">{empty[side]}</p>
      ) : (
        <ol className="cdr-side">
          {(all ? entries : entries.slice(0, SHOWN)).map(entry => (
            <SideItem key={entryKey(entry)} id={id} entry={entry} />
          ))}
        </ol>
      )}
      {more > 0 && (
        <Button kind="link" size="small" onClick={() => setAll(!all)}>
          {all ? '收起' : `还有 ${more} 件`}
        </Button>
      )}
    </div>
  )
}

function SideItem({ id, entry }: { id: CadreId; entry: TimelineEntry }) {
  const { detail, side, state, basis } = entry
  return (
    <li data-side={side} data-state={state ?? undefined}>
      <EntryTitle id={id} entry={entry} />
      <span>
        {[whenWords(entry), detail].filter(text => text !== '').join('，')}
        {basis && <BasisWord basis={basis} />}
      </span>
    </li>
  )
}
