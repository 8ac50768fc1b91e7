import type { VersionedKind } from '../../../shared/interviews/kinds'
import { BankPick } from './BankPick'
import type { RecordStore } from './record.store'
import { useRecord } from './useRecord'

/** The outline: where the talk is, what was covered, what must still be. Alt and an arrow go on and back. */
export function OutlinePane({ kind, store }: { kind: VersionedKind; store: RecordStore }) {
  const part = useRecord(store, state => state.part)
  const lines = useRecord(store, state => state.lines)
  const { goToPart } = store.getState()
  const counts = new Map<string, number>()
  for (const line of lines) counts.set(line.part, (counts.get(line.part) ?? 0) + 1)
  const covered = kind.outline.filter(({ key }) => counts.has(key)).length
  return (
    <nav className="itv-outline" aria-label="提纲">
      <div className="itv-outline-head">
        <h2>提纲</h2>
        <span>
          {covered} / {kind.outline.length}
        </span>
      </div>
      <progress max={kind.outline.length} value={covered} aria-label="已谈到的部分" />
      <ol>
        {kind.outline.map(({ key, title, questions, required }) => (
          <li key={key} data-done={counts.has(key) || undefined} aria-current={key === part ? 'step' : undefined}>
            <button type="button" onClick={() => goToPart(key)}>
              <span>{title}</span>
              {counts.has(key) ? <small>{counts.get(key)} 条</small> : required && <small>必谈</small>}
            </button>
            {key === part && questions.length > 0 && (
              <ul>
                {questions.map(question => (
                  <li key={question}>{question}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
      <BankPick store={store} />
      <p className="itv-outline-keys">
        <span>
          <kbd>Alt ↓</kbd> 下一部分
        </span>
        <span>
          <kbd>Alt ↑</kbd> 上一部分
        </span>
      </p>
    </nav>
  )
}
