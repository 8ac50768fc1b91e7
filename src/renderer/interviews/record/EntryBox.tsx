import { useEffect, useRef } from 'react'
import { type NoteForm, noteFormTitles, noteMarks } from '../../../shared/interviews/interviews'
import { isComposing, useComposedText } from '../../ui/composed'
import type { RecordStore } from './record.store'
import { useRecord } from './useRecord'

const forms = Object.keys(noteFormTitles) as NoteForm[]

/** The one line that is being written: large type, Enter for the next, marks by Alt and a digit. */
export function EntryBox({ store }: { store: RecordStore }) {
  const id = useRecord(store, state => state.current.id)
  const text = useRecord(store, state => state.current.text)
  const form = useRecord(store, state => state.current.form)
  const mark = useRecord(store, state => state.current.mark)
  const sealed = useRecord(store, state => state.current.sealed)
  const earlier = useRecord(store, state => state.lines.some(line => line.id === state.current.id))
  const { type, commit, setForm, toggleMark, toggleSealed, edit } = store.getState()
  const field = useComposedText<HTMLTextAreaElement>({ value: text, onChange: type, onEnter: commit })
  const { ref } = field
  // Another line in the box: it is written at once.
  const shown = useRef<string>(null)
  useEffect(() => {
    if (shown.current === id) return
    shown.current = id
    ref.current?.focus()
  }, [id, ref])
  return (
    <div className="itv-entry">
      <textarea
        {...field}
        rows={2}
        aria-label="记录"
        placeholder="写下一条，回车记下"
        spellCheck={false}
        maxLength={4000}
        onKeyDown={event => {
          if (isComposing(event.nativeEvent)) return
          if (event.altKey && /^[1-7]$/.test(event.key)) {
            event.preventDefault()
            const chosen = noteMarks[Number(event.key) - 1]
            if (chosen) toggleMark(chosen)
          } else if (event.altKey && event.key === '0') {
            event.preventDefault()
            toggleSealed()
          } else if (event.altKey && event.key === '9') {
            event.preventDefault()
            setForm(forms[(forms.indexOf(form) + 1) % forms.length] ?? '答')
          } else if (event.key === 'ArrowUp' && event.currentTarget.value === '') {
            const last = store.getState().lines.at(-1)
            if (last) {
              event.preventDefault()
              edit(last.id)
            }
          } else if (event.key === 'Escape' && earlier) commit()
          else if (event.key !== 'Enter' || !event.shiftKey) field.onKeyDown(event)
        }}
      />
      <div className="itv-entry-foot">
        <div className="itv-forms" role="radiogroup" aria-label="这一条是" title="Alt 9 换下一种">
          {forms.map(each => (
            <button
              key={each}
              type="button"
              role="radio"
              aria-checked={each === form}
              onClick={() => setForm(each)}
              tabIndex={-1}
            >
              {noteFormTitles[each]}
            </button>
          ))}
        </div>
        <div className="itv-marks">
          {noteMarks.map((each, at) => (
            <button
              key={each}
              type="button"
              aria-pressed={each === mark}
              aria-keyshortcuts={`Alt+${at + 1}`}
              onClick={() => {
                toggleMark(each)
                ref.current?.focus()
              }}
              tabIndex={-1}
            >
              {each}
              <kbd>Alt {at + 1}</kbd>
            </button>
          ))}
          <button
            type="button"
            aria-pressed={sealed}
            aria-keyshortcuts="Alt+0"
            title="密封的内容，别人说明理由才能看，查看留痕"
            onClick={() => {
              toggleSealed()
              ref.current?.focus()
            }}
            tabIndex={-1}
          >
            密封
            <kbd>Alt 0</kbd>
          </button>
        </div>
      </div>
    </div>
  )
}
