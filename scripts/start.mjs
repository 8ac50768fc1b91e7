// npm start [-- arguments of the application]: builds what has changed and starts the application.
import './support/right-node.mjs'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { findElectron } from './electron.mjs'
import { buildIfStale } from './support/build.mjs'
import { display } from './support/display.mjs'
import { ended, passedOn, root, start } from './support/process.mjs'

/** What the shell prints on stdout when DANDANG_ANNOUNCE and DANDANG_SCREENSHOT ask for it. */
const readyLine = 'dandang: window ready'
const screenshotLine = 'dandang: screenshot '

/** While the people of `--demo=city` come in. */
const grown = /^dandang: demo (\d+)\/(\d+)$/
function tellGrowth(line) {
  const [, done, total] = grown.exec(line)
  if (Number(done) % 1000 === 0 && total > 1000) console.log(`${done} of ${total} invented people are in.`)
}

/** Without a session bus, as in a container, Chromium complains about that in ten lines that would bury ours. */
const busComplaint = /ERROR:(dbus\/)?(bus|object_proxy)\.cc/

const pictureFolder = path.join(root, 'test-results')

const electron = await findElectron({ say: console.log })
await buildIfStale()
const screen = await display()
const env = { ...electron.env, ...screen.env, DANDANG_ANNOUNCE: '1' }
if (screen.isOwn) {
  mkdirSync(pictureFolder, { recursive: true })
  env.DANDANG_SCREENSHOT = path.join(pictureFolder, 'start.png')
}

const startedAt = Date.now()
const app = start(electron.path, [...electron.args, root, ...passedOn], {
  env,
  stdio: ['ignore', 'pipe', 'pipe'],
})
createInterface(app.stdout).on('line', line => {
  if (line === readyLine) console.log(`The window is ready after ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`)
  else if (line.startsWith(screenshotLine)) console.log(`A picture of the window: ${line.slice(screenshotLine.length)}`)
  else if (grown.test(line)) tellGrowth(line)
  else console.log(line)
})
createInterface(app.stderr).on('line', line => {
  if (!busComplaint.test(line)) console.error(line)
})
process.exitCode = await ended(app)
await screen.stop()
