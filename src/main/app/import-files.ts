import { randomUUID } from 'node:crypto'
import { basename, resolve } from 'node:path'
import { app, type BrowserWindow, dialog, type OpenDialogOptions } from 'electron'
import type { ChosenFiles } from '../../shared/shell/shell.contract'
import { openedByArguments } from './opened-files'
import type { Shell } from './shell'

const filters = [
  { name: '任免表、Excel 名册和数据包', extensions: ['lrmx', 'lrm', 'xlsx', 'xlsm', 'xls', 'zip'] },
  { name: '所有文件', extensions: ['*'] },
]
const attachments = [
  { name: '扫描件和文档', extensions: ['pdf', 'jpg', 'jpeg', 'png', 'tif', 'tiff', 'ofd', 'docx', 'xlsx'] },
  { name: '所有文件', extensions: ['*'] },
]
type Choice = 'files' | 'folder' | 'attachments' | 'exchange' | 'card'
const dialogs: Record<Choice, OpenDialogOptions> = {
  files: { title: '选择要导入的文件', buttonLabel: '读入', filters, properties: ['openFile', 'multiSelections'] },
  attachments: {
    title: '选择要加入的附件',
    buttonLabel: '加入',
    filters: attachments,
    properties: ['openFile', 'multiSelections'],
  },
  exchange: {
    title: '选择数据包或回执',
    buttonLabel: '打开',
    filters: [{ name: '数据包和回执', extensions: ['ddx'] }],
    properties: ['openFile'],
  },
  card: {
    title: '选择对方的名片',
    buttonLabel: '登记',
    filters: [{ name: '单位名片', extensions: ['ddcard'] }],
    properties: ['openFile'],
  },
  folder: { title: '选择要导入的文件夹', buttonLabel: '读入', properties: ['openDirectory', 'multiSelections'] },
}

/** Files that come to the application from outside: chosen, dropped, or opened with it. Their paths go to the core alone. */
export function importFiles(shell: Shell) {
  /** Opened while nobody was signed in, or not yet asked for. */
  let waiting: string[] = []

  function grant(paths: readonly string[]): ChosenFiles | null {
    if (!shell.core || shell.idleLimitSeconds() === undefined || paths.length === 0) return null
    const token = randomUUID()
    shell.core.send({ kind: 'grant-reading', token, paths })
    return { token, names: paths.slice(0, 20).map(path => basename(path)), count: paths.length }
  }

  return {
    grant,
    async choose(owner: BrowserWindow, what: Choice): Promise<ChosenFiles | null> {
      const asking = shell.core
      const options = { ...dialogs[what], defaultPath: app.getPath('documents') }
      const { canceled, filePaths } = await dialog.showOpenDialog(owner, options)
      // An answer that comes after a lock belongs to a core that is gone.
      return canceled || shell.core !== asking ? null : grant(filePaths)
    },
    /** What was opened with the application; asked for by a page that has somebody signed in. */
    takeOpened(): ChosenFiles | null {
      const chosen = grant(waiting)
      if (chosen) waiting = []
      return chosen
    },
    open(paths: readonly string[]): void {
      if (paths.length === 0) return
      waiting = [...waiting, ...paths].slice(-500)
      shell.tell({ kind: 'files-opened' })
    },
    /** The files that a command line names. */
    openArguments(argv: readonly string[], workingFolder: string): void {
      this.open(openedByArguments(argv.slice(app.isPackaged ? 1 : 2)).map(path => resolve(workingFolder, path)))
    },
  }
}
export type ImportFiles = ReturnType<typeof importFiles>
