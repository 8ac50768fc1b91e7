import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { PAGE } from './renderer-files'
import type { SettingsFile } from './settings'
import { visiblePlace } from './window-place'

export const PARTITION = 'dandang'
/** Small enough for 1366×768 at 125 %. */
const MINIMUM = { minWidth: 960, minHeight: 560 }

/**
 * A new window on the application's page, where the last one stood. It is shown as soon as its page has been drawn.
 * @param zoom what IT has settled in place of the person's own
 */
export function openWindow(
  settings: SettingsFile,
  devServer: string | undefined,
  zoom: number | undefined,
): BrowserWindow {
  const { window: remembered, zoomPercent: own } = settings.get()
  const zoomPercent = zoom ?? own
  const place = visiblePlace(
    remembered,
    screen.getAllDisplays().map(display => display.workArea),
  )
  const window = new BrowserWindow({
    ...place,
    ...MINIMUM,
    show: false,
    title: '担当',
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#17191C' : '#F7F6F3',
    webPreferences: {
      preload: join(__dirname, '../preload/index.js'),
      // In memory only: no cache, storage or cookie of the page reaches the disk.
      partition: PARTITION,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: devServer !== undefined,
      zoomFactor: zoomPercent / 100,
    },
  })
  // Windows and macOS keep the window out of screenshots; Linux has no such thing, there the watermark stands alone.
  window.setContentProtection(app.isPackaged)
  if (remembered?.maximized) window.maximize()
  window.on('page-title-updated', event => event.preventDefault())
  const remember = (): void => {
    if (window.isDestroyed() || window.isMinimized()) return
    settings.save({ window: { ...window.getNormalBounds(), maximized: window.isMaximized() } })
  }
  let later: NodeJS.Timeout | undefined
  const rememberSoon = (): void => {
    clearTimeout(later)
    later = setTimeout(remember, 500)
  }
  window.on('resize', rememberSoon)
  window.on('move', rememberSoon)
  window.on('close', remember)
  void window.loadURL(devServer ?? PAGE)
  return window
}
