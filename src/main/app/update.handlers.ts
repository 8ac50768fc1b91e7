import { spawn } from 'node:child_process'
import { app, type BrowserWindow, dialog, shell as system } from 'electron'
import { AppError } from '../../shared/result'
import type { ShellHandlers } from '../ipc/shell-dispatch'
import type { Updates } from './updates'

const kinds = process.platform === 'win32' ? ['exe', 'msi'] : ['deb']

/** Windows runs installers; a Linux desktop has a program that opens a .deb and asks for the administrator's password. */
async function handOver(file: string): Promise<void> {
  if (process.platform === 'win32') {
    const [program, args] = file.endsWith('.msi') ? (['msiexec', ['/i', file]] as const) : ([file, []] as const)
    await new Promise<void>((resolve, reject) => {
      const installer = spawn(program, [...args], { detached: true, stdio: 'ignore' })
      installer.once('spawn', resolve)
      installer.once('error', reject)
      installer.unref()
    })
  } else if ((await system.openPath(file)) !== '') throw new Error('nothing opens packages')
}

export const updateHandlers = (
  updates: Updates,
  owner: () => BrowserWindow,
): Pick<ShellHandlers, 'chooseUpdate' | 'startUpdate'> => ({
  async chooseUpdate() {
    const { canceled, filePaths } = await dialog.showOpenDialog(owner(), {
      title: '选择安装包',
      buttonLabel: '选定',
      defaultPath: app.getPath('documents'),
      filters: [{ name: '担当安装包', extensions: kinds }],
      properties: ['openFile'],
    })
    const [file] = filePaths
    return canceled || file === undefined ? null : updates.offer(file)
  },
  async startUpdate(_context, { token, insists }) {
    const file = updates.take(token, insists)
    await handOver(file).catch(() => {
      throw new AppError('refused', '系统没有打开安装程序，请系统管理员用给出的命令安装')
    })
    // The answer leaves first; quitting lets the page save its drafts and closes the store.
    setTimeout(() => app.quit(), 100)
    return {}
  },
})
