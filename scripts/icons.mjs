// node scripts/icons.mjs: draws the application's icons anew into resources/. They are kept in the repository.
import './support/right-node.mjs'
import path from 'node:path'
import { findElectron } from './electron.mjs'
import { display } from './support/display.mjs'
import { ended, root, start } from './support/process.mjs'

const electron = await findElectron()
const screen = await display()
const args = [...electron.args, path.join(root, 'scripts', 'icons'), path.join(root, 'resources')]
process.exitCode = await ended(start(electron.path, args, { env: { ...electron.env, ...screen.env } }))
await screen.stop()
