import type { Locator, Page } from '@playwright/test'

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate(element => element === document.activeElement, undefined, { timeout: 5000 })

/** Walks on with Tab (or back) until the target holds the focus, as someone without a mouse does. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor()
  for (let presses = 0; presses < 60; presses++) {
    if (await isFocused(target)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} never reaches ${target.toString()}`)
}

/** Tabs to a field and writes into it. */
export async function writeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.type(text)
}

/** Tabs to a button, a link or a box and presses the key that works it. */
export async function pressOn(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press(key)
}
