import { api } from '../api/client'
import { look, nextZoom } from '../shell/look.store'
import type { Command } from './command'

const zoom = (direction: 1 | -1): void => look.getState().setZoom(nextZoom(look.getState().zoomPercent, direction))

/** Commands that work on every page, signed in or not. Nothing here may pull in what a locked screen does not need. */
export const startCommands: readonly Command[] = [
  { id: 'app.quit', title: '退出', section: '担当', shortcut: 'Ctrl+Q', run: () => void api.shell.quit({}) },
  { id: 'view.zoomIn', title: '放大', section: '查看', shortcut: 'Ctrl+Plus', run: () => zoom(1) },
  { id: 'view.zoomOut', title: '缩小', section: '查看', shortcut: 'Ctrl+-', run: () => zoom(-1) },
  {
    id: 'view.zoomReset',
    title: '标准大小',
    section: '查看',
    shortcut: 'Ctrl+0',
    run: () => look.getState().setZoom(100),
  },
  { id: 'view.large', title: '大字号', section: '查看', run: () => look.getState().setZoom(125) },
  { id: 'view.light', title: '浅色', section: '查看', run: () => look.getState().setTheme('light') },
  { id: 'view.dark', title: '深色', section: '查看', run: () => look.getState().setTheme('dark') },
]
