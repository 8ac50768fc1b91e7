import { memo, useEffect, useRef } from 'react'
import { noteFormTitles } from '../../../shared/interviews/interviews'
import { Icon } from '../../ui/icons'
import { clockOf } from '../interviews.words'
import { Moment } from '../sound/Moment'
import { type Hearing, useHeardLine } from '../sound/useHearing'
import type { Line, RecordStore } from './record.store'
import { useRecord } from './useRecord'

/** What was written, oldest first; a click or Enter takes a line into the box below. */
export function LinesPane({ store, hearing }: { store: RecordStore; hearing: Hearing | null }) {
  const lines = useRecord(store, state => state.lines)
  const editing = useRecord(store, state => state.current.id)
  const heardLine = useHeardLine(hearing, lines)
  const box = useRef<HTMLOListElement>(null)
  const count = useRef(0)
  useEffect(() => {
    const list = box.current
    if (!list || count.current === lines.length) return
    count.current = lines.length
    list.scrollTop = list.scrollHeight
  }, [lines])
  return (
    <ol className="itv-lines" ref={box} aria-label="已记下的内容">
      {lines.length === 0 && <li className="itv-lines-empty">在下面写第一条。每条自动记下时间，随写随存。</li>}
      {lines.map(line => (
        <LineRow
          key={line.id}
          line={line}
          store={store}
          editing={line.id === editing}
          hearing={hearing}
          heard={line.id === heardLine}
        />
      ))}
    </ol>
  )
}

interface LineRowProps {
  readonly line: Line
  readonly store: RecordStore
  readonly editing: boolean
  readonly hearing: Hearing | null
  readonly heard: boolean
}

const LineRow = memo(function LineRow({ line, store, editing, hearing, heard }: LineRowProps) {
  const { edit, remove } = store.getState()
  return (
    <li className="itv-line" data-form={line.form} data-heard={heard || undefined} aria-current={editing || undefined}>
      <time dateTime={line.at}>{clockOf(line.at)}</time>
      <button
        type="button"
        className="itv-line-text"
        onClick={() => edit(line.id)}
        title={line.locked ? '别人密封的，只有写的人能改' : '点开修改'}
      >
        <span className="dd-hidden">{noteFormTitles[line.form]}：</span>
        {line.text}
      </button>
      <span className="itv-line-marks">
        {line.sealed && (
          <span className="itv-tag itv-tag-sealed">
            <Icon name="lock" size={14} />
            密封
          </span>
        )}
        {line.mark !== null && (
          <span className={`itv-tag${line.mark === '承诺' ? ' itv-tag-promise' : ''}`}>{line.mark}</span>
        )}
        <Moment hearing={hearing} line={line} />
        {!line.locked && (
          <button type="button" className="itv-line-remove" aria-label="删去这一条" onClick={() => remove(line.id)}>
            <Icon name="close" size={14} />
          </button>
        )}
      </span>
    </li>
  )
})
