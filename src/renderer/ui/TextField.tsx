import { type ReactNode, useId } from 'react'
import { countChars, useComposedText } from './composed'
import { Icon } from './icons'

interface TextFieldProps {
  label: string
  value: string
  onChange: (text: string) => void
  onEnter?: (text: string) => void
  hint?: ReactNode
  /** What is wrong, in words. It takes the hint's place. */
  error?: string | undefined
  /** Counted under the field and never cut: cutting would break a word being composed. */
  maxChars?: number
  placeholder?: string
  /** For numbers, dates and codes: full-width characters become half-width on leaving. Never for names. */
  nfkc?: boolean
  multiline?: boolean
  rows?: number
  required?: boolean
  disabled?: boolean
  autoFocus?: boolean
  /** The label is read out but not shown. */
  hideLabel?: boolean
  /** Usual wordings to take from; anything else may be written all the same. */
  suggestions?: readonly string[] | undefined
}

/** A labelled field that obeys the rules of Chinese input. */
export function TextField(props: TextFieldProps) {
  const id = useId()
  const { value, onChange, onEnter, nfkc, maxChars, multiline } = props
  const field = useComposedText<HTMLInputElement & HTMLTextAreaElement>({
    value,
    onChange,
    onEnter: multiline ? undefined : onEnter,
    nfkc,
  })
  const length = maxChars === undefined ? 0 : countChars(value)
  const error =
    props.error ??
    (maxChars !== undefined && length > maxChars ? `最多 ${maxChars} 个字，现有 ${length} 个` : undefined)
  const below = error ?? props.hint
  const shared = {
    ...field,
    id,
    className: 'dd-input',
    placeholder: props.placeholder,
    disabled: props.disabled,
    autoFocus: props.autoFocus,
    required: props.required,
    spellCheck: false,
    autoComplete: 'off',
    'aria-invalid': error !== undefined || undefined,
    'aria-describedby': below !== undefined ? `${id}-below` : undefined,
  }
  return (
    <div className="dd-field">
      <label htmlFor={id} className={props.hideLabel ? 'dd-hidden' : 'dd-label'}>
        {props.label}
      </label>
      {multiline ? (
        <textarea {...shared} rows={props.rows ?? 3} />
      ) : (
        <input {...shared} type="text" list={props.suggestions && `${id}-list`} />
      )}
      {props.suggestions && (
        <datalist id={`${id}-list`}>
          {props.suggestions.map(text => (
            <option key={text} value={text} />
          ))}
        </datalist>
      )}
      <div className="dd-below">
        <span id={`${id}-below`} className={error === undefined ? 'dd-hint' : 'dd-wrong'}>
          {below}
        </span>
        {maxChars !== undefined && length > maxChars * 0.8 && (
          <span className="dd-count">
            {length}/{maxChars}
          </span>
        )}
      </div>
    </div>
  )
}

interface SearchFieldProps {
  label: string
  value: string
  onChange: (text: string) => void
  onEnter?: (text: string) => void
  placeholder?: string
  autoFocus?: boolean
}

/** A filter box: publishes finished text only, Esc empties it. */
export function SearchField({ label, value, onChange, onEnter, placeholder, autoFocus }: SearchFieldProps) {
  const field = useComposedText({ value, onChange, onEnter, onEscape: () => onChange('') })
  return (
    <div className="dd-search" role="search">
      <Icon name="search" size={16} />
      <input
        {...field}
        type="text"
        aria-label={label}
        placeholder={placeholder}
        autoFocus={autoFocus}
        spellCheck={false}
        autoComplete="off"
      />
      {value !== '' && (
        <button
          type="button"
          aria-label="清空"
          onClick={() => {
            onChange('')
            field.ref.current?.focus()
          }}
        >
          <Icon name="close" size={14} />
        </button>
      )}
    </div>
  )
}
