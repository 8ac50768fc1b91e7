import { type RefObject, useEffect, useMemo, useRef } from 'react'

const BULLET = '•'
const MAX_CHARS = 128

export interface Masked {
  getValue: () => string
  clear: () => void
}

/** Where a deletion starts and ends, by what the person pressed. Words are not told apart behind bullets: they go whole. */
function deletion(inputType: string, start: number, end: number, length: number): [number, number] {
  if (start !== end) return [start, end]
  if (/^delete(Word|SoftLine|HardLine)Backward$/.test(inputType)) return [0, end]
  if (/^delete(Word|SoftLine|HardLine)Forward$/.test(inputType)) return [start, length]
  if (inputType === 'deleteContentForward') return [start, Math.min(length, start + 1)]
  return [Math.max(0, start - 1), end]
}

/** What of `value` was put in among the bullets, and how many bullets still stand before and after it. */
function foreignPart(value: string): { before: number; text: string; after: number } | undefined {
  const all = [...value]
  const first = all.findIndex(character => character !== BULLET)
  if (first === -1) return undefined
  const last = all.findLastIndex(character => character !== BULLET)
  return { before: first, text: all.slice(first, last + 1).join(''), after: all.length - last - 1 }
}

/**
 * Keeps a password input's characters in memory and bullets in its value. Every edit is taken before the browser
 * carries it out; what reaches the input all the same (a tool that sets the value) is moved out of it at once.
 */
export function useMaskedInput(input: RefObject<HTMLInputElement | null>, onEdit?: (value: string) => void): Masked {
  const chars = useRef<string[]>([])
  const edited = useRef(onEdit)
  edited.current = onEdit

  useEffect(() => {
    const field = input.current
    if (!field) return

    const show = (caret: number): void => {
      field.value = BULLET.repeat(chars.current.length)
      field.setSelectionRange(caret, caret)
    }
    const replace = (start: number, end: number, text: string): void => {
      const room = MAX_CHARS - chars.current.length + (end - start)
      const fresh = [...text.replace(/\p{Cc}/gu, '')].slice(0, room)
      chars.current.splice(start, end - start, ...fresh)
      show(start + fresh.length)
      edited.current?.(chars.current.join(''))
    }
    const selection = (): [number, number] => {
      const start = field.selectionStart ?? chars.current.length
      return [start, field.selectionEnd ?? start]
    }
    const beforeInput = (event: InputEvent): void => {
      const [start, end] = selection()
      const type = event.inputType
      if (type === 'insertLineBreak') return
      event.preventDefault()
      if (type.startsWith('insert')) replace(start, end, event.data ?? event.dataTransfer?.getData('text/plain') ?? '')
      else if (type.startsWith('delete')) replace(...deletion(type, start, end, chars.current.length), '')
    }
    const paste = (event: ClipboardEvent): void => {
      event.preventDefault()
      replace(...selection(), event.clipboardData?.getData('text/plain') ?? '')
    }
    const afterInput = (): void => {
      const part = foreignPart(field.value)
      const length = chars.current.length
      if (part) replace(Math.min(part.before, length), Math.max(part.before, length - part.after), part.text)
      else if (field.value.length === 0 && length > 0) replace(0, length, '')
      else if (field.value.length !== length) show(Math.min(field.selectionStart ?? length, length))
    }
    const refuse = (event: Event): void => event.preventDefault()

    field.addEventListener('beforeinput', beforeInput)
    field.addEventListener('paste', paste)
    field.addEventListener('input', afterInput)
    for (const name of ['copy', 'cut', 'drop', 'dragstart']) field.addEventListener(name, refuse)
    return () => {
      field.removeEventListener('beforeinput', beforeInput)
      field.removeEventListener('paste', paste)
      field.removeEventListener('input', afterInput)
      for (const name of ['copy', 'cut', 'drop', 'dragstart']) field.removeEventListener(name, refuse)
      chars.current.fill('')
      chars.current.length = 0
    }
  }, [input])

  return useMemo(
    () => ({
      getValue: () => chars.current.join(''),
      clear: () => {
        chars.current.fill('')
        chars.current.length = 0
        if (input.current) input.current.value = ''
        edited.current?.('')
      },
    }),
    [input],
  )
}
