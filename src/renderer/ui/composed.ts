import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react'

type Field = HTMLInputElement | HTMLTextAreaElement

/** True while an input method is composing. 229 is what a key reads as when the input method has eaten it. */
export const isComposing = (event: { isComposing?: boolean; keyCode?: number }): boolean =>
  event.isComposing === true || event.keyCode === 229

/** Characters as a person counts them: a rare character outside the basic plane is one, not two. */
export const countChars = (text: string): number => [...text].length

export interface ComposedOptions {
  value: string
  onChange: (text: string) => void
  /** Enter that submits. The Enter that confirms a candidate never comes here. */
  onEnter?: ((text: string) => void) | undefined
  onEscape?: (() => void) | undefined
  /** Full-width digits, letters and spaces become half-width on leaving the field. Never for names. */
  nfkc?: boolean | undefined
}

export interface ComposedBinding<E extends Field> {
  ref: RefObject<E | null>
  defaultValue: string
  onInput: () => void
  onCompositionStart: () => void
  onCompositionEnd: () => void
  onKeyDown: (event: KeyboardEvent<E>) => void
  onBlur: (event: FocusEvent<E>) => void
}

/**
 * Binds a native field so that Chinese input methods are never disturbed: the field keeps its own text, what is being
 * composed is not published, and nothing is written into the field until the composition has ended.
 */
export function useComposedText<E extends Field = HTMLInputElement>(options: ComposedOptions): ComposedBinding<E> {
  const ref = useRef<E | null>(null)
  const composing = useRef(false)
  const published = useRef(options.value)

  useLayoutEffect(() => {
    const field = ref.current
    published.current = options.value
    if (field && !composing.current && field.value !== options.value) field.value = options.value
  }, [options.value])

  const publish = (text: string): void => {
    if (text === published.current) return
    published.current = text
    options.onChange(text)
  }

  return {
    ref,
    defaultValue: options.value,
    onInput: () => {
      if (!composing.current && ref.current) publish(ref.current.value)
    },
    onCompositionStart: () => {
      composing.current = true
    },
    onCompositionEnd: () => {
      composing.current = false
      if (ref.current) publish(ref.current.value)
    },
    onKeyDown: event => {
      if (composing.current || isComposing(event.nativeEvent)) return
      if (event.key === 'Enter' && options.onEnter) {
        event.preventDefault()
        options.onEnter(event.currentTarget.value)
      }
      if (event.key === 'Escape' && options.onEscape && event.currentTarget.value !== '') {
        event.stopPropagation()
        options.onEscape()
      }
    },
    onBlur: event => {
      // Some input methods leave without a compositionend when the window loses focus.
      composing.current = false
      const field = event.currentTarget
      const text = options.nfkc ? field.value.normalize('NFKC').trim() : field.value
      if (text !== field.value) field.value = text
      publish(text)
    },
  }
}
