import type { Locator, Page } from '@playwright/test'
import { type Desk, expect } from './desk'

export const button = (page: Pick<Page, 'getByRole'>, name: string): Locator =>
  page.getByRole('button', { name, exact: true })

/** What the person answers in the system's own dialogs from now on; null gives them up. */
export const answerWith = ({ app }: Desk, path: string | null): Promise<void> =>
  app.evaluate(({ dialog }, filePath) => {
    const canceled = filePath === null
    dialog.showSaveDialog = () => Promise.resolve({ canceled, filePath: filePath ?? '' })
    dialog.showOpenDialog = () => Promise.resolve({ canceled, filePaths: filePath === null ? [] : [filePath] })
  }, path)

/** Gives the reason for which a paper leaves and sends it off; typefaces that this computer lacks are accepted on the way. */
export async function sendOff({ page, dialog }: Desk, reason: string, name = '选择位置并保存'): Promise<void> {
  await dialog.getByRole('textbox', { name: '理由' }).fill(reason)
  const accept = button(page, '知道了，照此排版')
  const send = button(page, name)
  // One of the two can be pressed as soon as it is known what was accepted before.
  await expect(accept.or(send.and(page.locator(':not([aria-disabled="true"])')))).toHaveCount(1)
  if (await accept.isVisible()) await accept.click()
  await send.click()
}
