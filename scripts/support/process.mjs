// Child processes that end with the script that started them, and where the project's own things lie.
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants, homedir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/** What belongs to this checkout and may be deleted at any time: test results as JSON. */
export const projectCache = path.join(root, 'node_modules', '.cache', 'dandang')

/** What all checkouts of this user share: the fallback Electron. */
export const userCache = path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'dandang')

export const isRoot = process.getuid?.() === 0
const isWindows = process.platform === 'win32'
const graceSeconds = 5

/** The arguments for the program that a script starts; npm swallows the `--` before them, a shell does not. */
export const passedOn = process.argv.slice(process.argv[2] === '--' ? 3 : 2)

/** An error whose message tells a person what to do: it is shown without a stack. */
export class Advice extends Error {}

process.on('uncaughtException', error => {
  console.error(error instanceof Advice ? error.message : error)
  process.exit(1)
})

/** The children that still run; the value says whether the child is a service that has to outlive the others. */
const running = new Map()

function signalTree(child, signal) {
  // A child leads a group of its own, so that what it started in its turn (make, compilers, Electron's helpers) ends too.
  if (isWindows) spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'])
  else {
    try {
      process.kill(-child.pid, signal)
    } catch {
      // It ended by itself in the meantime.
    }
  }
}

/** Asks all children but the services to end, and ends those that take too long. */
async function endAll() {
  const ending = [...running].filter(([, isService]) => !isService).map(([child]) => child)
  for (const child of ending) signalTree(child, 'SIGTERM')
  const deadline = Date.now() + graceSeconds * 1000
  while (ending.some(child => running.has(child)) && Date.now() < deadline) await sleep(0.05)
  for (const child of ending) if (running.has(child)) signalTree(child, 'SIGKILL')
}

process.on('exit', () => {
  for (const child of running.keys()) signalTree(child, 'SIGTERM')
})

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => void endAll().then(() => process.exit(128 + constants.signals[signal])))
}

export const sleep = seconds => new Promise(resolve => setTimeout(resolve, seconds * 1000))

/** Starts a child in the project's folder; its output goes to ours unless `options.stdio` says otherwise. */
export function start(command, args, { env, isService = false, ...options } = {}) {
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: !isWindows,
    env: { ...process.env, ...env },
    ...options,
  })
  running.set(child, isService)
  child.once('error', () => running.delete(child))
  child.once('close', () => running.delete(child))
  return child
}

/** Resolves with the exit code of a started child: 127 when it could not start, 1 when a signal ended it. */
export function ended(child) {
  return new Promise(resolve => {
    child.once('error', error => {
      console.error(error.message)
      resolve(127)
    })
    child.once('close', code => resolve(code ?? 1))
  })
}

/** Runs a command to its end and collects what it prints. With `limitSeconds` it is ended when it takes longer. */
export async function run(command, args, { limitSeconds, ...options } = {}) {
  const child = start(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', text => (output += text))
  }
  const timer = limitSeconds && setTimeout(() => signalTree(child, 'SIGKILL'), limitSeconds * 1000)
  const code = await ended(child)
  clearTimeout(timer)
  return { code, output }
}

/** As `run`, for a command that has to succeed. */
export async function mustRun(command, args, options) {
  const { code, output } = await run(command, args, options)
  if (code !== 0)
    throw new Error(`${path.basename(command)} ${args.join(' ')} failed (${code}):\n${output.slice(-4000)}`)
  return output
}

/** The JavaScript file behind a command of a dependency; `node` runs it the same way on every system. */
export function bin(dependency, command = dependency) {
  const folder = path.join(root, 'node_modules', dependency)
  const commands = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).bin
  return path.join(folder, typeof commands === 'string' ? commands : commands[command])
}

/** Command and first arguments that run npm: the npm that runs us, else the one on the PATH. */
export function npm() {
  const script = process.env.npm_execpath
  if (script && path.basename(script) === 'npm-cli.js') return [process.execPath, script]
  return ['npm']
}
