import {
  type ReactNode,
  type Ref,
  useEffect,
  useEffectEvent,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import { attachMask, type Mask } from './masked'

export interface PasswordHandle {
  getValue: () => string
  clear: () => void
  focus: () => void
}

interface PasswordFieldProps {
  label: string
  ref?: Ref<PasswordHandle>
  /** Called after every change with the whole password: for judging it, never for keeping it. */
  onEdit?: (value: string) => void
  hint?: ReactNode
  error?: string | undefined
  autoFocus?: boolean
  disabled?: boolean
}

/**
 * A password field whose characters never are in the page: the input holds bullets alone, because Chromium hands the
 * text of a focused input to its browser process for input methods.
 */
export function PasswordField({ label, ref, onEdit, hint, error, autoFocus, disabled }: PasswordFieldProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [capsLock, setCapsLock] = useState(false)
  const mask = useRef<Mask>(null)
  const edited = useEffectEvent((value: string) => onEdit?.(value))
  useEffect(() => {
    if (!input.current) return
    const attached = attachMask(input.current, value => edited(value))
    mask.current = attached
    return () => attached.detach()
  }, [])

  useImperativeHandle(
    ref,
    () => ({
      getValue: () => mask.current?.getValue() ?? '',
      clear: () => mask.current?.clear(),
      focus: () => input.current?.focus(),
    }),
    [],
  )

  const watchCapsLock = (event: { getModifierState: (key: 'CapsLock') => boolean }): void =>
    setCapsLock(event.getModifierState('CapsLock'))

  const below = error ?? hint
  return (
    <div className="dd-field">
      <label htmlFor={id} className="dd-label">
        {label}
      </label>
      <input
        ref={input}
        id={id}
        type="password"
        className="dd-input"
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        autoFocus={autoFocus}
        disabled={disabled}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={`${id}-below`}
        onKeyDown={watchCapsLock}
        onKeyUp={watchCapsLock}
        onMouseDown={watchCapsLock}
        onBlur={() => setCapsLock(false)}
      />
      <div className="dd-below" id={`${id}-below`} aria-live="polite">
        <span className={error === undefined ? 'dd-hint' : 'dd-wrong'}>{below}</span>
        {capsLock && <span className="dd-caps">大写锁定已打开</span>}
      </div>
    </div>
  )
}
