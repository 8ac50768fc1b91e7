// The one place that finds an Electron to run. `node scripts/electron.mjs` prints the path of its executable.
import './support/right-node.mjs'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { canUseFallback, prepareFallback } from './electron-fallback/prepare.mjs'
import { downloadElectron, installedElectron } from './support/electron-download.mjs'
import { provideSystemPackages } from './support/linux.mjs'
import { Advice, isRoot } from './support/process.mjs'

/** A download that crawls is given up soon where there is something else to run, and waited for where there is not. */
const downloading = canUseFallback
  ? { limitSeconds: 60, rememberSeconds: 3600 }
  : { limitSeconds: 900, rememberSeconds: 0 }

const executableIn = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
}

function electronIn(dist) {
  const executable = path.join(dist, executableIn[process.platform] ?? 'electron')
  if (!existsSync(executable)) throw new Advice(`there is no Electron in ${dist}`)
  return { path: executable, dist, version: readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '') }
}

async function locate(say) {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (named) return { ...electronIn(path.resolve(named)), why: 'ELECTRON_OVERRIDE_DIST_PATH names it' }
  const installed = installedElectron()
  if (installed) return { ...installed, why: 'installed in node_modules' }
  const downloaded = await downloadElectron(say, downloading)
  if (!downloaded.failure) return { ...downloaded, why: 'downloaded into node_modules just now' }
  if (!canUseFallback) throw new Advice(`No Electron to run, ${downloaded.failure}`)
  const dist = await prepareFallback(say)
  return {
    ...electronIn(dist),
    why: `the fallback for tests, because Electron is not installed and ${downloaded.failure}`,
  }
}

/**
 * Finds an Electron, and prepares what it takes to run it. `say` gets one line on the one taken, and lines on long work.
 * Resolves with { path, dist, version, why, args, env }: start `path` with `args` first and `env` on top of ours.
 */
export async function findElectron({ say = line => console.error(line) } = {}) {
  const packages = process.platform === 'linux' ? provideSystemPackages(say) : undefined
  const outcomes = await Promise.allSettled([locate(say), packages])
  // The first to fail is the one that says more: it may name packages for building too.
  for (const { reason } of outcomes) if (reason) throw reason
  const electron = outcomes[0].value
  say(`Electron ${electron.version}: ${electron.why}`)
  return {
    ...electron,
    // Chromium refuses to run as root with its sandbox; only containers and test machines do that.
    args: process.platform === 'linux' && isRoot ? ['--no-sandbox'] : [],
    env: { ELECTRON_OVERRIDE_DIST_PATH: electron.dist, ELECTRON_EXEC_PATH: electron.path },
  }
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  console.log((await findElectron()).path)
}
