import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, type BrowserWindow, session } from 'electron'
import releaseKey from '../../resources/release-key.pem?raw'
import type { DemoSize } from '../shared/ipc/core-protocol'
import { refusedArguments, stripEnvironment } from './app/flags'
import { importFiles } from './app/import-files'
import { loadItPolicy, policyPlaces } from './app/it-policy'
import { lockDown } from './app/lockdown'
import { openLog } from './app/log'
import { createMicrophone } from './app/microphone'
import { lockWhenAway } from './app/power'
import { declareScheme, serveRenderer } from './app/protocol'
import { SELF_CHECK, selfCheck } from './app/self-check'
import { openSettings } from './app/settings'
import { createShell } from './app/shell'
import { shellHandlers } from './app/shell.handlers'
import { isShipped } from './app/shipped'
import { createUpdates } from './app/updates'
import { PARTITION } from './app/window'
import { registerShell } from './ipc/register'
import { createShellDispatch } from './ipc/shell-dispatch'

/** Only a source checkout listens to these variables: a shipped build strips them. */
const development = !app.isPackaged
const devServer = development ? process.env.ELECTRON_RENDERER_URL : undefined
const announce = !isShipped && process.env.DANDANG_ANNOUNCE === '1'
/** Another place for the policy of this computer, whoever may write there. */
const policyFile = development ? process.env.DANDANG_POLICY : undefined
const screenshot = development ? process.env.DANDANG_SCREENSHOT : undefined
/** What the journeys sign packages with. */
const testKey = isShipped ? undefined : process.env.DANDANG_RELEASE_KEY
const demos: Readonly<Record<string, DemoSize>> = {
  '--demo': 'district',
  '--demo=district': 'district',
  '--demo=city': 'city',
}
const demo = process.argv.map(argument => demos[argument]).find(size => size !== undefined)

if (isShipped) stripEnvironment(process.env)
process.umask(0o077)
app.setName('担当')
app.setPath('userData', join(app.getPath('appData'), 'Dandang'))
app.setAppUserModelId('cn.dandang.app')
// As root, where a container leaves no other way, a source checkout runs without Chromium's sandbox; a shipped build never does.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
declareScheme()

/** By then fonts are loaded; a demo has its people and its workbench the numbers. */
const settledAfterMs = demo ? 15_000 : 2500

async function capture(window: BrowserWindow, file: string): Promise<void> {
  writeFileSync(file, (await window.webContents.capturePage()).toPNG())
  console.log(`dandang: screenshot ${file}`)
}

const readItPolicy = () =>
  loadItPolicy(
    policyFile === undefined
      ? policyPlaces(process.platform, app.getPath('appData'), process.env.ProgramData)
      : [policyFile],
    { platform: process.platform, owners: policyFile === undefined ? [0] : [0, process.getuid?.() ?? 0] },
  )

function run(): void {
  const userData = app.getPath('userData')
  const log = openLog(join(userData, 'logs', 'dandang.log'))
  const settings = openSettings(join(userData, 'settings.json'))
  const itPolicy = readItPolicy()
  if (itPolicy.state !== 'none') log.write('policy', { state: itPolicy.state })
  const demoGrew = (done: number, total: number): void => {
    if (announce) console.log(`dandang: demo ${done}/${total}`)
  }
  const shell = createShell({ settings, itPolicy, log, machineDir: join(userData, 'machine'), devServer, demoGrew })

  process.on('uncaughtException', error =>
    log.write('problem', { name: error.name, code: (error as { code?: string }).code ?? '' }),
  )
  process.on('unhandledRejection', error =>
    log.write('problem', { name: error instanceof Error ? error.name : 'rejection' }),
  )

  const files = importFiles(shell)
  files.openArguments(process.argv, process.cwd())
  app.on('open-file', (event, path) => {
    event.preventDefault()
    files.open([path])
  })
  app.on('second-instance', (_event, argv, workingFolder) => {
    files.openArguments(argv, workingFolder)
    if (!shell.window) return
    if (shell.window.isMinimized()) shell.window.restore()
    shell.window.focus()
  })

  void app.whenReady().then(() => {
    const microphone = createMicrophone()
    lockDown(devServer, microphone)
    if (!devServer) serveRenderer(session.fromPartition(PARTITION), join(__dirname, '../renderer'))
    const updates = createUpdates({
      folder: join(userData, 'updates'),
      releaseKey: testKey === undefined ? releaseKey : readFileSync(testKey, 'utf8'),
      version: app.getVersion(),
      system: `${process.platform}-${process.arch}`,
    })
    const parts = { shell, files, microphone, log, updates }
    const dispatch = createShellDispatch(shellHandlers(parts), (channel, outcome) =>
      log.write('shell', { channel, outcome }),
    )
    registerShell(dispatch, async paths => ({ ok: true, value: files.grant(paths) }), shell.isOwnFrame)
    const away = lockWhenAway(shell.idleLimitSeconds, why => void shell.lock(why))
    app.on('web-contents-created', (_event, contents) => away.watch(contents))
    shell.onReady(window => {
      if (announce) console.log('dandang: window ready')
      if (screenshot) setTimeout(() => void capture(window, screenshot), settledAfterMs)
    })
    shell.start(demo)
    log.write('start', { version: app.getVersion(), electron: process.versions.electron })
  })

  let quitting = false
  app.on('before-quit', event => {
    if (quitting) return
    event.preventDefault()
    quitting = true
    void shell.quit().finally(() => app.quit())
  })
  app.on('window-all-closed', () => app.quit())
}

if (isShipped && refusedArguments(process.argv.slice(1)).length > 0) app.exit(3)
else if (process.argv.includes(SELF_CHECK))
  void selfCheck(openSettings(join(app.getPath('userData'), 'settings.json')), readItPolicy())
else if (app.requestSingleInstanceLock()) run()
else app.quit()
