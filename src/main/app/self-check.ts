import { mkdtempSync, rmSync } from 'node:fs'
import { release, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { app, BrowserWindow, session, utilityProcess } from 'electron'
import * as z from 'zod'
import type { ItPolicyState } from '../../shared/it-policy/it-policy'
import type { Check, FromSelfCheck, SelfCheckReport, ToSelfCheck } from '../../shared/self-check/report'
import { checkPolicy } from './it-policy-check'
import { lockDown } from './lockdown'
import { createMicrophone } from './microphone'
import { serveRenderer } from './protocol'
import { ORIGIN } from './renderer-files'
import type { SettingsFile } from './settings'

export const SELF_CHECK = '--self-check'
const PAGE = `${ORIGIN}/check.html`
const LIMIT_MS = 60_000

const Fonts = z.object({
  missing: z.array(z.object({ wanted: z.string(), instead: z.string() })),
  lost: z.array(z.string()),
})

/** What the page found by measuring, which it says in its title. Chromium alone knows what a page would be set in. */
async function checkFonts(): Promise<Check[]> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { partition: 'dandang', sandbox: true, contextIsolation: true, nodeIntegration: false },
  })
  const title = new Promise<string>((resolve, reject) => {
    window.on('page-title-updated', (_event, text) => {
      if (text.startsWith('{')) resolve(text)
    })
    window.webContents.on('render-process-gone', (_event, { reason }) => reject(new Error(reason)))
  })
  try {
    await window.loadURL(PAGE)
    const { missing, lost } = Fonts.parse(JSON.parse(await title))
    const own: Check =
      lost.length === 0
        ? { group: 'fonts', title: '自带字体', state: 'ok', detail: '思源宋体、思源黑体' }
        : { group: 'fonts', title: '自带字体', state: 'fail', detail: `加载不了 ${lost.join('、')}，请重新安装` }
    const typefaces = missing.map(
      ({ wanted, instead }): Check => ({
        group: 'fonts',
        title: wanted,
        state: 'warn',
        detail: `本机没有，打印时用${instead}代替；有正版字体的请安装`,
      }),
    )
    const whole: Check = {
      group: 'fonts',
      title: '公文字体',
      state: 'ok',
      detail: '宋体、仿宋、楷体、黑体、小标宋都有',
    }
    return [own, ...(typefaces.length > 0 ? typefaces : [whole])]
  } finally {
    window.destroy()
  }
}

/** In a process of its own, as the store would be: an addon that breaks takes that process with it and no more. */
function checkInside(asked: ToSelfCheck): Promise<FromSelfCheck> {
  const inside = utilityProcess.fork(join(__dirname, 'self-check.js'), [], { stdio: 'ignore' })
  return new Promise((resolve, reject) => {
    inside.once('exit', code => reject(new Error(`the process that checks ended (${code})`)))
    inside.once('message', (found: FromSelfCheck) => {
      resolve(found)
      inside.kill()
    })
    inside.postMessage(asked)
  })
}

/** What broke off is a finding too. */
const broken = (group: Check['group'], title: string, error: unknown): Check => ({
  group,
  title,
  state: 'fail',
  detail: `检查中断：${error instanceof Error ? error.message.slice(0, 300) : '原因不明'}`,
})

async function look(settings: SettingsFile, itPolicy: ItPolicyState): Promise<SelfCheckReport> {
  const { current, stores: listed } = settings.get()
  // A place where nobody has made a store yet is none.
  const stores = listed.filter(({ id, lastUsedAt }) => lastUsedAt !== null || id === current)
  const { storeFolder } = itPolicy.inForce
  const inUse = stores.filter(({ id, folder }) => (storeFolder === undefined ? id === current : folder === storeFolder))
  const places = [...inUse, ...stores.filter(store => !inUse.includes(store))].map(({ folder }) => folder)
  const inside = await checkInside({
    userData: app.getPath('userData'),
    storeFolders: places,
    installed: app.isPackaged ? dirname(app.getPath('exe')) : null,
  }).catch(
    (error: unknown): FromSelfCheck => ({ checks: [broken('addons', '自检进程', error)], sqlite: null, schema: 0 }),
  )
  const fonts = await checkFonts().catch((error: unknown) => [broken('fonts', '字体', error)])
  const checks = [...inside.checks, ...fonts, checkPolicy(itPolicy)]
  return {
    format: 1,
    at: new Date().toISOString(),
    ok: checks.every(({ state }) => state !== 'fail'),
    versions: {
      app: app.getVersion(),
      electron: process.versions.electron,
      chromium: process.versions.chrome,
      node: process.versions.node,
      sqlite: inside.sqlite,
      schema: inside.schema,
    },
    system: `${process.platform} ${release()} ${process.arch}`,
    checks,
  }
}

/**
 * Checks the installation without a window, prints the report (shared/self-check/report.ts) as JSON and ends: with 0 when
 * nothing failed, else with 1. It runs beside an application that is open, and leaves nothing behind.
 */
export async function selfCheck(settings: SettingsFile, itPolicy: ItPolicyState): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'dandang-check-'))
  app.setPath('sessionData', scratch)
  // A hidden window that closes must not end the application.
  app.on('window-all-closed', () => {})
  const limit = setTimeout(() => end('{"format":1,"ok":false}', 1), LIMIT_MS)
  const end = (text: string, code: number): void => {
    clearTimeout(limit)
    rmSync(scratch, { recursive: true, force: true })
    process.stdout.write(`${text}\n`, () => app.exit(code))
  }
  await app.whenReady()
  lockDown(undefined, createMicrophone())
  serveRenderer(session.fromPartition('dandang'), join(__dirname, '../renderer'))
  const report = await look(settings, itPolicy)
  end(JSON.stringify(report, null, 2), report.ok ? 0 : 1)
}
