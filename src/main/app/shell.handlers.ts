import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { release } from 'node:os'
import { basename, join } from 'node:path'
import { app, clipboard, dialog, nativeTheme, shell as system } from 'electron'
import { mayUseFolder, setByIt } from '../../shared/it-policy/it-policy.rules'
import { AppError, insist } from '../../shared/result'
import type { KnownStore } from '../../shared/shell/shell.contract'
import type { ShellHandlers } from '../ipc/shell-dispatch'
import { holdsStore } from '../store/store-paths'
import type { ImportFiles } from './import-files'
import type { Log } from './log'
import { showMenu } from './menu'
import type { Microphone } from './microphone'
import type { StorePlace } from './settings'
import { DEMO_ID, type Shell } from './shell'
import { updateHandlers } from './update.handlers'
import type { Updates } from './updates'

/** The store's file inside its folder; the core's `store-paths.ts` names it for everything else. */
/** Lies beside the program in a package. */
const noticesFile = join(process.resourcesPath, 'THIRD-PARTY-NOTICES.txt')
/** So many places that were saved to are remembered, for showing them. */
const MOST_SAVED = 10

const known = (place: StorePlace): KnownStore => ({
  id: place.id,
  label: place.label,
  place: place.id === DEMO_ID ? '退出后即删除' : place.folder,
  lastUsedAt: place.lastUsedAt,
  demo: place.id === DEMO_ID,
})

/** A free folder name in the person's documents for a new store. */
function usualFolder(): string {
  const base = join(app.getPath('documents'), '担当数据')
  for (let n = 1; ; n++) {
    const folder = n === 1 ? base : `${base} ${n}`
    if (!existsSync(folder)) return folder
  }
}

interface Parts {
  readonly shell: Shell
  readonly files: ImportFiles
  readonly microphone: Microphone
  readonly log: Log
  readonly updates: Updates
}

export function shellHandlers({ shell, files, microphone, log, updates }: Parts): ShellHandlers {
  const { settings, itPolicy } = shell
  const { inForce } = itPolicy
  const look = () => ({
    theme: inForce.theme ?? settings.get().theme,
    zoomPercent: inForce.zoomPercent ?? settings.get().zoomPercent,
  })
  const insistFree = (name: 'theme' | 'zoomPercent', title: string): void => {
    if (inForce[name] !== undefined) throw new AppError('refused', `${title}${setByIt}`)
  }
  const applyTheme = (): void => {
    nativeTheme.themeSource = look().theme
  }
  const owner = () => {
    if (!shell.window) throw new AppError('internal', '窗口已关闭')
    return shell.window
  }
  applyTheme()

  /** What the person chose to save to, for showing it in the system's file manager later. */
  const saved = new Map<string, string>()

  /** Hands the core a path for one job. Nothing when the core that was asked for is gone: its answer would reach another. */
  function grant(asking: typeof shell.core, path: string | undefined): { token: string; place: string } | null {
    if (path === undefined || !shell.core || shell.core !== asking) return null
    const token = randomUUID()
    shell.core.send({ kind: 'grant', token, path })
    saved.set(token, path)
    const [oldest] = saved.keys()
    if (saved.size > MOST_SAVED && oldest !== undefined) saved.delete(oldest)
    return { token, place: path }
  }

  async function chooseFolder(title: string, create: boolean): Promise<string | undefined> {
    const { canceled, filePaths } = await dialog.showOpenDialog(owner(), {
      title,
      buttonLabel: '选定',
      defaultPath: app.getPath('documents'),
      properties: create ? ['openDirectory', 'createDirectory', 'promptToCreate'] : ['openDirectory'],
    })
    return canceled ? undefined : filePaths[0]
  }

  return {
    async start() {
      shell.pageStarted()
      const { stores } = settings.get()
      const demo = shell.place?.id === DEMO_ID
      const listed = stores.filter(
        store => mayUseFolder(inForce, store.folder).allowed && (holdsStore(store.folder) || store.lastUsedAt !== null),
      )
      return {
        stores: [...(demo && shell.place ? [shell.place] : []), ...listed].map(known),
        current: shell.place?.id ?? null,
        ...look(),
        demo,
      }
    },
    async itPolicy() {
      return itPolicy
    },
    async openStore(_context, { id }) {
      const place = settings.place(id)
      if (!place) throw new AppError('not-found', '列表中没有这个数据库')
      insist(mayUseFolder(inForce, place.folder))
      await shell.bind(place)
      return {}
    },
    async chooseStore() {
      const { storeFolder } = inForce
      const folder = storeFolder ?? (await chooseFolder('选择数据库所在的文件夹', false))
      if (!folder) return null
      if (!holdsStore(folder))
        throw new AppError('store-missing', `“${basename(folder)}”里没有担当的数据库，请选择建立数据库时选定的文件夹`)
      const place = settings.remember(folder, basename(folder))
      await shell.bind(place)
      return known(place)
    },
    async newStore(_context, { choose }) {
      const { storeFolder } = inForce
      if (choose && storeFolder !== undefined) insist(mayUseFolder(inForce, ''))
      if (itPolicy.state === 'refused')
        throw new AppError('refused', `统一策略文件不对，暂时不能建立数据库。${itPolicy.notes.join('。')}`)
      const folder = storeFolder ?? (choose ? await chooseFolder('选择存放新数据库的文件夹', true) : usualFolder())
      if (!folder) return null
      const place = settings.remember(folder, '新数据库')
      await shell.bind(place, true)
      return known(place)
    },
    async forgetStore(_context, { id }) {
      settings.forget(id)
      return {}
    },
    async openDemo() {
      await shell.bind(shell.demoPlace())
      return {}
    },
    async setTheme(_context, { theme }) {
      insistFree('theme', '外观')
      settings.save({ theme })
      applyTheme()
      return {}
    },
    async setFullScreen(_context, { on }) {
      owner().setFullScreen(on)
      return {}
    },
    async setZoom(_context, { percent }) {
      insistFree('zoomPercent', '缩放')
      settings.save({ zoomPercent: percent })
      owner().webContents.setZoomFactor(percent / 100)
      return {}
    },
    async lock() {
      void shell.lock('asked')
      return {}
    },
    async quit() {
      app.quit()
      return {}
    },
    print: () =>
      new Promise(resolve => {
        owner().webContents.print({ printBackground: true }, printed => resolve({ printed }))
      }),
    async chooseSaveFile(_context, { suggestedName, extension }) {
      const asking = shell.core
      const { canceled, filePath } = await dialog.showSaveDialog(owner(), {
        title: '选择保存位置',
        buttonLabel: '保存',
        defaultPath: join(app.getPath('documents'), `${suggestedName}.${extension}`),
        filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
        properties: ['showOverwriteConfirmation'],
      })
      return grant(asking, canceled ? undefined : filePath)
    },
    async chooseSaveFolder() {
      const asking = shell.core
      return grant(asking, await chooseFolder('选择存放导出文件的文件夹', true))
    },
    async chooseBackup() {
      const asking = shell.core
      const { canceled, filePaths } = await dialog.showOpenDialog(owner(), {
        title: '选择备份文件',
        buttonLabel: '选定',
        filters: [{ name: '担当备份', extensions: ['ddb'] }],
        properties: ['openFile'],
      })
      const [path] = filePaths
      if (canceled || path === undefined || !shell.core || shell.core !== asking) return null
      const token = randomUUID()
      shell.core.send({ kind: 'grant-reading', token, paths: [path] })
      return { token, names: [basename(path)], count: 1 }
    },
    async openRestored(_context, { token }) {
      const folder = saved.get(token)
      if (folder === undefined) throw new AppError('not-found', '保存位置已不记得，请用“打开其他数据库”选择它')
      insist(mayUseFolder(inForce, folder))
      const place = settings.remember(folder, basename(folder))
      await shell.bind(place)
      return known(place)
    },
    async showSaved(_context, { token, name }) {
      const path = saved.get(token)
      if (path === undefined) throw new AppError('not-found', '保存位置已不记得，请自行打开文件夹')
      // One plain name inside the chosen folder, or the chosen file itself: the page cannot point anywhere else.
      if (name !== basename(name) || name === '..') throw new AppError('invalid-input', '文件夹名不对')
      system.showItemInFolder(name === '' ? path : join(path, name))
      return {}
    },
    chooseImport: (_context, { what }) => files.choose(owner(), what),
    async openedFiles() {
      return files.takeOpened()
    },
    async printers() {
      const found = await owner().webContents.getPrintersAsync()
      return found.map(({ name, displayName }) => ({ name, title: displayName || name }))
    },
    async copyText(_context, { text }) {
      await clipboard.writeText(text)
      return {}
    },
    async setMenu(_context, { sections }) {
      showMenu(sections, command => shell.tell({ kind: 'menu', command }))
      return {}
    },
    async allowMicrophone(_context, { on }) {
      if (on && shell.idleLimitSeconds() === undefined) throw new AppError('signed-out', '已锁定，请先登录')
      microphone.give(on ? owner().webContents : undefined)
      return {}
    },
    async flushed() {
      shell.pageFlushed()
      return {}
    },
    async about() {
      return {
        version: app.getVersion(),
        electron: process.versions.electron,
        chromium: process.versions.chrome,
        node: process.versions.node,
        system: `${process.platform} ${release()} ${process.arch}`,
        log: log.tail(60),
        notices: existsSync(noticesFile),
      }
    },
    async showNotices() {
      if (!existsSync(noticesFile)) throw new AppError('not-found', '从源代码运行，没有这份文件')
      system.showItemInFolder(noticesFile)
      return {}
    },
    ...updateHandlers(updates, owner),
    async reportPageError(_context, { page, kind }) {
      log.write('problem', { name: 'page-error', page, kind })
      return {}
    },
  }
}
