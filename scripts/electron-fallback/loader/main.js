// Loads the application folder (or main file) named on the command line, as the default application of a development
// Electron does, and gives compat.cjs to this process, to its threads and to its utility processes.
import fs from 'node:fs'
import Module, { createRequire, syncBuiltinESMExports } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { app, utilityProcess } from 'electron'

const require = createRequire(import.meta.url)
const compat = path.join(path.dirname(process.execPath), 'compat.cjs')
require(compat)

const threads = require('node:worker_threads')
const { Worker } = threads
threads.Worker = class extends Worker {
  constructor(file, options) {
    super(file, { ...options, execArgv: ['--require', compat, ...(options?.execArgv ?? [])] })
  }
}
syncBuiltinESMExports()

const fork = utilityProcess.fork.bind(utilityProcess)
utilityProcess.fork = (file, args, options) => {
  const given = (Array.isArray(args) ? options : args) ?? {}
  const env = { ...(given.env ?? process.env) }
  env.NODE_OPTIONS = [env.NODE_OPTIONS, `--require "${compat}"`].filter(Boolean).join(' ')
  return fork(file, Array.isArray(args) ? args : [], { ...given, env })
}

let target
const args = process.argv.slice(1)
for (let i = 0; i < args.length; i++) {
  // Playwright hands its own loader over with -r.
  if (args[i] === '-r' || args[i] === '--require') Module._preloadModules([args[++i]])
  else if (!args[i].startsWith('-')) {
    target = args[i]
    break
  }
}
if (!target) {
  console.error('usage: electron [options] PATH')
  process.exit(2)
}

Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true })
let entry = path.resolve(target)
if (fs.statSync(entry).isDirectory()) {
  const manifest = JSON.parse(fs.readFileSync(path.join(entry, 'package.json'), 'utf8'))
  app.setAppPath(entry)
  app.setName(manifest.productName ?? manifest.name ?? 'Electron')
  if (manifest.version) app.setVersion(manifest.version)
  entry = path.join(entry, manifest.main ?? 'index.js')
}
try {
  await import(pathToFileURL(entry).href)
} catch (error) {
  console.error(error)
  process.exit(1)
}
