import { useState } from 'react'
import { TextField } from '../../ui/TextField'

interface NumbersFieldProps {
  readonly label: string
  readonly hint: string
  readonly values: readonly number[]
  /** An empty list while what is written is not whole numbers. */
  readonly onChange: (values: number[]) => void
}

/** Several whole numbers, written with 、 between them. */
export function NumbersField({ label, hint, values, onChange }: NumbersFieldProps) {
  const [text, setText] = useState(values.join('、'))
  const read = (written: string): void => {
    setText(written)
    const parts = written.split(/[、，,\s]+/).filter(part => part !== '')
    onChange(parts.every(part => /^-?\d{1,3}$/.test(part)) ? parts.map(Number) : [])
  }
  return <TextField label={label} value={text} onChange={read} hint={hint} nfkc />
}
