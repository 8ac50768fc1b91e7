import { useState } from 'react'
import { useComposedText } from '../ui/composed'

interface PieceProps<T> {
  label: string
  before?: string
  after?: string
  placeholder?: string
  isWide?: boolean
  value: T
  read: (text: string) => T
  show: (value: T) => string
  onChange: (value: T) => void
}

/**
 * A short field within a sentence. It keeps what was typed as long as that means the value, so that 2012. is not rewritten
 * while the month is still to come.
 */
export function Piece<T>({ label, before, after, placeholder, isWide, value, read, show, onChange }: PieceProps<T>) {
  const [typed, setTyped] = useState(() => show(value))
  const meant = JSON.stringify(value)
  const text = JSON.stringify(read(typed)) === meant ? typed : show(value)
  const field = useComposedText({
    value: text,
    onChange: next => {
      setTyped(next)
      const change = read(next)
      if (JSON.stringify(change) !== meant) onChange(change)
    },
    nfkc: !isWide,
  })
  return (
    <label className={isWide ? 'qry-piece qry-wide' : 'qry-piece'}>
      {before}
      <input
        {...field}
        className="dd-input"
        type="text"
        aria-label={label}
        placeholder={placeholder}
        spellCheck={false}
        autoComplete="off"
      />
      {after}
    </label>
  )
}
