import type { Locator, Page } from '@playwright/test'
import type { Desk } from './desk'

export const button = (page: Pick<Page, 'getByRole'>, name: string): Locator =>
  page.getByRole('button', { name, exact: true })

/** What the person answers in the system's own dialogs from now on; null gives them up. */
export const answerWith = ({ app }: Desk, path: string | null): Promise<void> =>
  app.evaluate(({ dialog }, filePath) => {
    const canceled = filePath === null
    dialog.showSaveDialog = () => Promise.resolve({ canceled, filePath: filePath ?? '' })
    dialog.showOpenDialog = () => Promise.resolve({ canceled, filePaths: filePath === null ? [] : [filePath] })
  }, path)
