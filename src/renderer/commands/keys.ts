/** A key press written as menus write it: Ctrl+K, Ctrl+Plus, F1, ?. */
export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly isComposing?: boolean
  readonly keyCode?: number
}

const names: Record<string, string> = { '+': 'Plus', '=': 'Plus', _: '-', ' ': 'Space' }

/** undefined while an input method is composing: the key is its, not ours. */
export function shortcutOf(event: KeyPress): string | undefined {
  if (event.isComposing === true || event.keyCode === 229 || event.key === 'Process') return undefined
  const name = names[event.key] ?? (event.key.length === 1 ? event.key.toUpperCase() : event.key)
  // Shift is part of a character such as ? or +, but not of a letter or of a named key.
  const shift = event.shiftKey && (event.key.length > 1 || /^[a-z]$/i.test(event.key))
  return [event.ctrlKey && 'Ctrl', event.altKey && 'Alt', shift && 'Shift', name].filter(Boolean).join('+')
}

/** Keys that Chinese input methods live on. No command may take them. */
export function belongsToInputMethod(shortcut: string): boolean {
  return /^(Ctrl\+Space|Shift\+Space|Ctrl\+\.|Ctrl\+,|Shift|Ctrl\+Shift(\+.*)?|Ctrl)$/.test(shortcut)
}

/** A shortcut without Ctrl, Alt or a function key would eat a character of what is being written. */
export const writesText = (shortcut: string): boolean => !/^(Ctrl|Alt)\+|^F\d/.test(shortcut)

export const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target.isContentEditable)

/** As a person reads it. */
export const shownShortcut = (shortcut: string): string =>
  shortcut.replace('Plus', '加号').replace(/\+-$/, '+减号').replaceAll('+', ' ')
