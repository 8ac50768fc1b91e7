import type { CDPSession } from '@playwright/test'
import type { Desk } from './desk'

export interface InputMethod {
  /** Shows text under composition, as while pinyin is typed and no candidate has been taken. */
  compose(text: string): Promise<void>
  /** A key that the input method eats: the page hears that one was pressed and nothing else. */
  eatKey(key: string): Promise<void>
  /** A key with its own name that the page hears while a composition is open. */
  pressWhileComposing(key: string, code: string, keyCode: number, modifiers?: number): Promise<void>
  /** Takes a candidate: what was composed becomes this text. */
  take(text: string): Promise<void>
}

const PROCESS_KEY = 229
export const CTRL = 2

/** Real composition events in Chromium, by the way that its own input method tests go. */
export async function inputMethod(desk: Desk): Promise<InputMethod> {
  const cdp: CDPSession = await desk.cdp()
  const press = async (key: string, code: string, keyCode: number, modifiers = 0) => {
    const event = { key, code, modifiers, windowsVirtualKeyCode: keyCode, nativeVirtualKeyCode: keyCode }
    await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event })
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event })
  }
  return {
    compose: async text => {
      await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    },
    eatKey: code => press('Process', code, PROCESS_KEY),
    pressWhileComposing: press,
    take: async text => {
      await cdp.send('Input.insertText', { text })
    },
  }
}
