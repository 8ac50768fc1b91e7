import { ipcMain, type WebFrameMain } from 'electron'
import type { Result } from '../../shared/result'
import type { ShellDispatch } from './shell-dispatch'

/**
 * The only ipcMain.handle. It answers the shell's own feature for the main frame of the application's window and for
 * nobody else; everything about the store goes from the page straight to the core.
 */
export function registerShell(dispatch: ShellDispatch, isOwnFrame: (frame: WebFrameMain | null) => boolean): void {
  ipcMain.handle('shell', async (event, request: unknown): Promise<Result<unknown>> => {
    if (!isOwnFrame(event.senderFrame)) return { ok: false, error: { code: 'forbidden', message: '请求来自别处' } }
    return dispatch(request)
  })
}
