// npm run dev [-- arguments of the application]: the application with hot reload, rebuilt as the sources change.
import './support/right-node.mjs'
import { findElectron } from './electron.mjs'
import { forgetBuild } from './support/build.mjs'
import { display } from './support/display.mjs'
import { bin, ended, passedOn, start } from './support/process.mjs'

const electron = await findElectron({ say: console.log })
const screen = await display()
const sandbox = electron.args.includes('--no-sandbox') ? ['--noSandbox'] : []
const args = [bin('electron-vite'), 'dev', '--watch', ...sandbox, '--', ...passedOn]
process.exitCode = await ended(start(process.execPath, args, { env: { ...electron.env, ...screen.env } }))
await screen.stop()
forgetBuild()
