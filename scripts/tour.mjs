// npm run tour: walks through the main job on the real application, step by step, on a screen or without one.
// Each step prints a line and leaves a picture in tour/. `-- --docs` also renews the pictures under docs/pictures.
import './support/right-node.mjs'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron } from '@playwright/test'
import { findElectron } from './electron.mjs'
import { buildIfStale } from './support/build.mjs'
import { display } from './support/display.mjs'
import { passedOn, root } from './support/process.mjs'
import { demo } from './tour/demo.mjs'
import { house } from './tour/house.mjs'

/** Each module brings its own steps; they run in this order on one and the same store. The demo comes after them. */
const chapters = [house]

/** Which picture of the tour stands where under docs/pictures. */
const forDocs = {
  'set-up-unit': 'set-up',
  unlock: 'unlock',
  cadre: 'cadre',
  cadres: 'cadres',
  'import-read': 'import',
  query: 'query',
  'talk-record': 'talk',
  'care-due': 'care',
  backups: 'backups',
  exchange: 'exchange',
  restore: 'restore',
  'demo-home': 'home',
  'demo-honours': 'honours',
  'demo-wall': 'wall',
  units: 'units',
  palette: 'palette',
  accounts: 'accounts',
  policy: 'policy',
  audit: 'audit',
}

const pictures = path.join(root, 'tour')
const docsPictures = path.join(root, 'docs', 'pictures')

const electron = await findElectron({ say: console.log })
await buildIfStale()
const screen = await display()
rmSync(pictures, { recursive: true, force: true })
mkdirSync(pictures, { recursive: true })
const home = mkdtempSync(path.join(tmpdir(), 'dandang-tour-'))

const launch = (...args) =>
  _electron.launch({
    executablePath: electron.path,
    // The application opens its window only when Playwright listens, see there.
    args: [
      '-r',
      path.join(root, 'test', 'e2e', 'support', 'hold.cjs'),
      ...electron.args,
      ...(screen.isOwn ? ['--disable-gpu'] : []),
      root,
      ...args,
    ],
    env: { ...process.env, ...electron.env, ...screen.env, HOME: home, XDG_CONFIG_HOME: path.join(home, 'config') },
  })
const launched = await launch()

/** What a step has at hand. `page` is always the newest window: locking opens a fresh one. */
const tour = {
  app: launched,
  page: await launched.firstWindow(),
  home,
  steps: 0,
  async size(width, height) {
    await tour.app.evaluate(
      ({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows().at(-1)?.setContentSize(w, h),
      [width, height],
    )
  },
  /** The page that replaces the present one, sized like it. */
  async nextWindow(cause) {
    const opened = tour.app.waitForEvent('window')
    // The page may be gone before the key that ended it is acknowledged.
    await cause().catch(() => {})
    tour.page = await opened
    await tour.page.waitForLoadState('domcontentloaded')
    await tour.size(1366, 768)
  },
  async picture(name) {
    const number = String(tour.steps).padStart(2, '0')
    const file = path.join(pictures, `${number}-${name}.png`)
    // What is still being read, fonts and short transitions come to rest first.
    await tour.page.waitForFunction(() => document.querySelector('.dd-loading') === null)
    await tour.page.evaluate(() => document.fonts.ready.then(() => undefined))
    await tour.page.waitForTimeout(350)
    await tour.page.screenshot({ path: file })
    if (passedOn.includes('--docs') && forDocs[name]) {
      mkdirSync(docsPictures, { recursive: true })
      copyFileSync(file, path.join(docsPictures, `${forDocs[name]}.png`))
    }
  },
  /** What the page prints, as a PDF beside the picture. */
  async paper(name) {
    const base64 = await tour.app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows().at(-1).webContents
      return (await contents.printToPDF({ preferCSSPageSize: true, printBackground: true })).toString('base64')
    })
    writeFileSync(
      path.join(pictures, `${String(tour.steps).padStart(2, '0')}-${name}.pdf`),
      Buffer.from(base64, 'base64'),
    )
  },
  async step(title, name, work) {
    const startedAt = performance.now()
    tour.steps++
    await work()
    await tour.picture(name)
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
    console.log(`${String(tour.steps).padStart(2)}. ${title} (${seconds} s)`)
  },
}

let failed = false
try {
  await tour.size(1366, 768)
  for (const chapter of chapters) await chapter(tour)
  await tour.app.close()
  tour.app = await launch('--demo')
  tour.page = await tour.app.firstWindow()
  await tour.size(1366, 768)
  await demo(tour)
  console.log(`The tour went well. ${tour.steps} pictures and the papers lie in ${pictures}`)
} catch (error) {
  failed = true
  console.error(`Step ${tour.steps} failed: ${error.message}`)
  await tour.picture('failed').catch(() => {})
} finally {
  await tour.app.close().catch(() => {})
  await screen.stop()
  rmSync(home, { recursive: true, force: true })
}
process.exitCode = failed ? 1 : 0
