import * as z from 'zod'
import { shell } from '../ipc/define'
import { ItPolicyState } from '../it-policy/it-policy'
import { UpdateOffer } from '../updates/updates'
import { Theme } from './theme'

/** A store this computer knows. `id` is a token: paths stay in the shell, `place` is only for reading. */
export const KnownStore = z.object({
  id: z.string(),
  label: z.string(),
  place: z.string(),
  lastUsedAt: z.iso.datetime().nullable(),
  demo: z.boolean(),
})
export type KnownStore = z.infer<typeof KnownStore>

export const Start = z.object({
  stores: z.array(KnownStore),
  /** The store that the core is bound to now; null when none is chosen. */
  current: z.string().nullable(),
  theme: Theme,
  zoomPercent: z.int(),
  /** Set in a demo that has just been built: the page opens it at once. */
  demo: z.boolean(),
})
export type Start = z.infer<typeof Start>

/** Files and folders that a person chose, dropped or opened. The token is good for one reading; paths stay in the shell. */
export const ChosenFiles = z.object({ token: z.string(), names: z.array(z.string()).max(20), count: z.int().min(1) })
export type ChosenFiles = z.infer<typeof ChosenFiles>

const nothing = z.object({})
const zoomPercent = z.int().min(80).max(200)

export const shellContract = {
  start: shell(nothing, Start, '启动信息'),
  /** What IT has settled for this computer. */
  itPolicy: shell(nothing, ItPolicyState, '查看统一策略'),
  /** Binds a fresh core to a known store. */
  openStore: shell(z.object({ id: z.string().max(64) }), nothing, '打开数据库'),
  /** Lets the person choose a folder that holds a store; null when they cancel. */
  chooseStore: shell(nothing, KnownStore.nullable(), '选择数据库'),
  /** Binds a fresh core to a folder for a new store: the usual place, or one that the person chooses. */
  newStore: shell(z.object({ choose: z.boolean() }), KnownStore.nullable(), '选择新数据库的位置'),
  forgetStore: shell(z.object({ id: z.string().max(64) }), nothing, '从列表移除数据库'),
  openDemo: shell(nothing, nothing, '打开演示数据库'),
  setTheme: shell(z.object({ theme: Theme }), nothing, '设置外观'),
  /** The whole screen for the window, or its former place. A window that is locked or ends never stays on it. */
  setFullScreen: shell(z.object({ on: z.boolean() }), nothing, '全屏显示'),
  setZoom: shell(z.object({ percent: zoomPercent }), nothing, '设置缩放'),
  lock: shell(nothing, nothing, '锁定'),
  quit: shell(nothing, nothing, '退出'),
  print: shell(nothing, z.object({ printed: z.boolean() }), '打印本页'),
  /** A place to save to; the token is good for one job of the core. */
  chooseSaveFile: shell(
    z.object({ suggestedName: z.string().min(1).max(80), extension: z.string().regex(/^[a-z0-9]{1,8}$/) }),
    z.object({ token: z.string(), place: z.string() }).nullable(),
    '选择保存位置',
  ),
  /** A folder to save several files in; the token is good for one job of the core. */
  chooseSaveFolder: shell(nothing, z.object({ token: z.string(), place: z.string() }).nullable(), '选择保存文件夹'),
  /** A backup file to restore from, also before anybody has signed in; null when the person cancels. */
  chooseBackup: shell(nothing, ChosenFiles.nullable(), '选择备份文件'),
  /** Binds a fresh core to the folder that a store was restored into. */
  openRestored: shell(z.object({ token: z.string().max(64) }), KnownStore, '打开恢复的数据库'),
  /** Shows in the system's file manager what was saved: the chosen file, or `name` inside the chosen folder. */
  showSaved: shell(z.object({ token: z.string().max(64), name: z.string().max(255) }), nothing, '打开所在文件夹'),
  /** Files or folders to import, files to add to a person's, or a package or card of another store; null when the person cancels. */
  chooseImport: shell(
    z.object({ what: z.enum(['files', 'folder', 'attachments', 'exchange', 'card']) }),
    ChosenFiles.nullable(),
    '选择要导入的文件',
  ),
  /** What was opened from outside with this application (event files-opened), once somebody has signed in; null when nothing waits. */
  openedFiles: shell(nothing, ChosenFiles.nullable(), '取得从外部打开的文件'),
  copyText: shell(z.object({ text: z.string().max(1_000_000) }), nothing, '复制文字'),
  /** The printers that the system knows; the name is the system's own. */
  printers: shell(nothing, z.array(z.object({ name: z.string(), title: z.string() })), '查看打印机'),
  about: shell(
    nothing,
    z.object({
      version: z.string(),
      electron: z.string(),
      chromium: z.string(),
      node: z.string(),
      system: z.string(),
      /** The last lines of the log, redacted, for a support call by hand. */
      log: z.array(z.string()),
      /** Whether the notices of other people's work lie beside the program: they come with a package. */
      notices: z.boolean(),
    }),
    '关于',
  ),
  showNotices: shell(nothing, nothing, '查看第三方许可'),
  /** A package that the person chose, looked at: null when they cancel, refused with the reason when it is not genuine. */
  chooseUpdate: shell(nothing, UpdateOffer.nullable(), '选择安装包'),
  /** Hands the package over to the system's installer and quits. `insists` is needed for one that is not newer. */
  startUpdate: shell(z.object({ token: z.string().max(64), insists: z.boolean() }), nothing, '安装升级包'),
  /** The application menu, drawn from the page's one command table. Choosing an item sends its id back as an event. */
  setMenu: shell(
    z.object({
      sections: z
        .array(
          z.object({
            title: z.string().max(20),
            items: z
              .array(
                z.object({
                  id: z.string().max(60),
                  title: z.string().max(40),
                  shortcut: z.string().max(30).nullable(),
                }),
              )
              .max(40),
          }),
        )
        .max(12),
    }),
    nothing,
    '设置菜单',
  ),
  /**
   * The recording view asks for the microphone, and gives it back when it is left. A lock, a reload and a new page take it too.
   * Sound alone, for the application's own page alone, while somebody is signed in.
   */
  allowMicrophone: shell(z.object({ on: z.boolean() }), nothing, '使用麦克风'),
  /** The page has saved its drafts after a 'locking' event. */
  flushed: shell(nothing, nothing, '草稿已保存'),
  /** A page failed: its name goes to the log, never what it showed. */
  reportPageError: shell(z.object({ page: z.string().max(60), kind: z.string().max(60) }), nothing, '记录页面错误'),
}
