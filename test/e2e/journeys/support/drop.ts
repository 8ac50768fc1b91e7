import type { Locator, Page } from '@playwright/test'

/** Drops files as a person does: real files, of which the preload alone learns the paths. Without a place, on the window. */
export async function drop(page: Page, files: readonly string[], place?: Locator): Promise<void> {
  await page.evaluate(() => {
    const input = document.createElement('input')
    Object.assign(input, { type: 'file', multiple: true, id: 'to-drop' })
    input.hidden = true
    document.body.append(input)
  })
  await page.locator('#to-drop').setInputFiles([...files])
  await (place ?? page.locator('body')).evaluate(target => {
    const input = document.querySelector<HTMLInputElement>('#to-drop')
    const carried = new DataTransfer()
    for (const file of input?.files ?? []) carried.items.add(file)
    input?.remove()
    for (const kind of ['dragover', 'drop'])
      target.dispatchEvent(new DragEvent(kind, { dataTransfer: carried, bubbles: true, cancelable: true }))
  })
}
