import { useRef, useState } from 'react'
import type { Verdict } from '../../shared/result'
import { countChars, isComposing, useComposedText } from '../ui/composed'
import { describeError } from '../ui/errorWords'

interface NameFieldProps {
  label: string
  initial: string
  judge: (name: string) => Verdict
  /** Resolves when the name is stored. `byKey` tells Enter from leaving the field, when focus already went elsewhere. */
  onDone: (name: string, byKey: boolean) => Promise<void>
  /** Nothing is to be changed. */
  onCancel: (byKey: boolean) => void
}

const MAX_NAME = 60

/** The name of a unit, typed in its own line. Enter keeps it, Esc gives up, leaving keeps what can be kept. */
export function NameField({ label, initial, judge, onDone, onCancel }: NameFieldProps) {
  const [text, setText] = useState(initial)
  const [wrong, setWrong] = useState<string | null>(null)
  const busy = useRef(false)
  const name = text.trim()
  const verdict = judge(name)
  const problem =
    countChars(name) > MAX_NAME
      ? `最多 ${MAX_NAME} 个字，现有 ${countChars(name)} 个`
      : name !== '' && name !== initial && !verdict.allowed
        ? verdict.reason
        : wrong

  const keep = async (typed: string, byKey: boolean): Promise<void> => {
    const wanted = typed.trim()
    if (busy.current) return
    if (wanted === '' || wanted === initial) return onCancel(byKey)
    if (countChars(wanted) > MAX_NAME || !judge(wanted).allowed) return
    busy.current = true
    try {
      await onDone(wanted, byKey)
      setText('')
      setWrong(null)
    } catch (error) {
      setWrong(describeError(error).what)
    } finally {
      busy.current = false
    }
  }
  const { onBlur, ...field } = useComposedText({
    value: text,
    onChange: setText,
    onEnter: typed => void keep(typed, true),
  })
  return (
    <span className="unit-name-field">
      <input
        {...field}
        type="text"
        className="dd-input"
        aria-label={label}
        aria-invalid={problem !== null || undefined}
        placeholder="单位名称"
        autoFocus
        spellCheck={false}
        autoComplete="off"
        onFocus={event => event.currentTarget.select()}
        onBlur={event => {
          onBlur(event)
          void keep(event.currentTarget.value, false)
        }}
        onKeyDown={event => {
          // The tree's own keys (Delete, arrows) belong to the text while one types.
          event.stopPropagation()
          if (event.key === 'Escape' && !isComposing(event.nativeEvent)) onCancel(true)
          else field.onKeyDown(event)
        }}
      />
      {problem !== null && (
        <span className="dd-wrong" role="alert">
          {problem}
        </span>
      )}
    </span>
  )
}
