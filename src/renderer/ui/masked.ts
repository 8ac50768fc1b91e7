const BULLET = '•'
const MAX_CHARS = 128

export interface Mask {
  getValue: () => string
  clear: () => void
  /** Takes the listeners off and overwrites what was typed. */
  detach: () => void
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
export function attachMask(field: HTMLInputElement, onEdit: (value: string) => void): Mask {
  const chars: string[] = []

  const show = (caret: number): void => {
    field.value = BULLET.repeat(chars.length)
    field.setSelectionRange(caret, caret)
  }
  const replace = (start: number, end: number, text: string): void => {
    const room = MAX_CHARS - chars.length + (end - start)
    const fresh = [...text.replaceAll(/\p{Cc}/gu, '')].slice(0, room)
    chars.splice(start, end - start, ...fresh)
    show(start + fresh.length)
    onEdit(chars.join(''))
  }
  const selection = (): [number, number] => {
    const start = field.selectionStart ?? chars.length
    return [start, field.selectionEnd ?? start]
  }
  const beforeInput = (event: InputEvent): void => {
    const [start, end] = selection()
    const type = event.inputType
    if (type === 'insertLineBreak') return
    event.preventDefault()
    if (type.startsWith('insert')) replace(start, end, event.data ?? event.dataTransfer?.getData('text/plain') ?? '')
    else if (type.startsWith('delete')) replace(...deletion(type, start, end, chars.length), '')
  }
  const paste = (event: ClipboardEvent): void => {
    event.preventDefault()
    replace(...selection(), event.clipboardData?.getData('text/plain') ?? '')
  }
  const afterInput = (): void => {
    const part = foreignPart(field.value)
    const { length } = chars
    if (part) {
      const start = Math.min(part.before, length)
      replace(start, Math.max(start, length - part.after), part.text)
    } else if (field.value === '' && length > 0) replace(0, length, '')
    else if (field.value.length !== length) show(Math.min(field.selectionStart ?? length, length))
  }
  /** Chromium keeps one history a page: undoing here would undo what was typed in the field before. */
  const keepHistory = (event: KeyboardEvent): void => {
    if ((event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key)) event.preventDefault()
  }
  const refuse = (event: Event): void => event.preventDefault()
  const forget = (): void => {
    chars.fill('')
    chars.length = 0
  }

  const listening = new AbortController()
  const { signal } = listening
  field.addEventListener('beforeinput', beforeInput, { signal })
  field.addEventListener('paste', paste, { signal })
  field.addEventListener('keydown', keepHistory, { signal })
  field.addEventListener('input', afterInput, { signal })
  for (const name of ['copy', 'cut', 'drop', 'dragstart']) field.addEventListener(name, refuse, { signal })

  return {
    getValue: () => chars.join(''),
    clear: () => {
      forget()
      field.value = ''
      onEdit('')
    },
    detach: () => {
      listening.abort()
      forget()
    },
  }
}
