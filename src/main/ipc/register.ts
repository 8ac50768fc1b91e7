import { ipcMain, type WebFrameMain } from 'electron'
import type { Result } from '../../shared/result'
import type { ShellDispatch } from './shell-dispatch'

/**
 * The only ipcMain.handle. It answers the shell's own feature for the main frame of the application's window and for
 * nobody else; everything about the store goes from the page straight to the core. Paths of files that were dropped come
 * on a channel of their own, on which the preload alone can speak.
 */
export function registerShell(
  dispatch: ShellDispatch,
  dropped: (paths: readonly string[]) => Promise<Result<unknown>>,
  isOwnFrame: (frame: WebFrameMain | null) => boolean,
): void {
  const answer = (channel: string, run: (request: unknown) => Promise<Result<unknown>>): void =>
    ipcMain.handle(channel, async (event, request: unknown): Promise<Result<unknown>> => {
      if (!isOwnFrame(event.senderFrame)) return { ok: false, error: { code: 'forbidden', message: '请求来自别处' } }
      return run(request)
    })
  answer('shell', dispatch)
  answer('dropped', async paths =>
    Array.isArray(paths) && paths.every(path => typeof path === 'string')
      ? dropped(paths)
      : { ok: false, error: { code: 'invalid-input', message: '请求的内容不对' } },
  )
}
