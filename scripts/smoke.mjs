// npm run smoke: makes the Linux package, installs it into an empty system, and goes the first ways through it.
// Two builds of the same application: as it ships, and with the doors open by which the journeys come in.
import './support/right-node.mjs'
import path from 'node:path'
import { findElectron } from './electron.mjs'
import { buildPackage } from './package/build.mjs'
import { buildIfStale } from './support/build.mjs'
import { display } from './support/display.mjs'
import { Advice, bin, ended, passedOn, projectCache, start } from './support/process.mjs'

if (process.platform !== 'linux') throw new Advice('The .deb is made and installed on Linux only.')
const say = console.log
const electron = await findElectron({ say })
await buildIfStale()
const target = { platform: 'linux', arch: process.arch, electronDist: electron.dist, electronVersion: electron.version }
const output = path.join(projectCache, 'smoke')
const shipped = await buildPackage(target, { output: path.join(output, 'shipped'), compression: 'none', say })
const [deb] = await shipped.make('deb')
const open = await buildPackage(target, { output: path.join(output, 'open'), compression: 'none', testable: true, say })

const screen = await display({ say })
const env = {
  ...electron.env,
  ...screen.env,
  DANDANG_DEB: deb.file,
  DANDANG_PACKAGED: path.join(open.unpacked, 'dandang'),
}
const playwright = bin('@playwright/test', 'playwright')
const command = [playwright, 'test', '--config', 'test/packaged/playwright.config.ts', ...passedOn]
process.exitCode = await ended(start(process.execPath, command, { env }))
await screen.stop()
