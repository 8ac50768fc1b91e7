// Electron's own download, into node_modules/electron/dist. Electron has no install script since version 42, so the
// first start does it, and gives up soon where the download cannot be reached.
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { withLock } from './lock.mjs'
import { projectCache, root, run } from './process.mjs'

const probeSeconds = 6
const failureFile = path.join(projectCache, 'electron-download-failure')
const electronFolder = path.join(root, 'node_modules', 'electron')
/** Resolves what Electron itself depends on, so that we need not name it as a dependency of ours. */
const electronRequire = createRequire(path.join(electronFolder, 'package.json'))

/** The installed Electron, by the same signs by which its own install.js knows a complete one; else undefined. */
export function installedElectron() {
  const dist = path.join(electronFolder, 'dist')
  const version = wantedElectron()
  try {
    const executable = path.join(dist, readFileSync(path.join(electronFolder, 'path.txt'), 'utf8'))
    const unpacked = readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
    return unpacked === version && existsSync(executable) ? { path: executable, dist, version } : undefined
  } catch {
    return undefined
  }
}

class Answered extends Error {}

/** The version of Electron that the application is made for. */
export const wantedElectron = () => electronRequire('./package.json').version

/**
 * Asks for the file that install.js would fetch, mirrors included; a file in Electron's cache counts as reachable.
 * Resolves with a few words where it is not.
 */
export async function whyUnreachable({ platform, arch } = process) {
  const { downloadArtifact } = await import(pathToFileURL(electronRequire.resolve('@electron/get')).href)
  const download = async url => {
    // The beginning of a GET, because a signed address that a mirror redirects to may refuse a HEAD.
    const answer = await fetch(url, { signal: AbortSignal.timeout(probeSeconds * 1000) })
    await answer.body?.cancel()
    if (!answer.ok) throw new Error(`HTTP status ${answer.status}`)
    throw new Answered()
  }
  const version = wantedElectron()
  const checksums = electronRequire('./checksums.json')
  try {
    await downloadArtifact({ version, artifactName: 'electron', platform, arch, checksums, downloader: { download } })
  } catch (error) {
    if (!(error instanceof Answered)) return error.cause?.code ?? error.message
  }
  return undefined
}

async function fetchElectron(say, limitSeconds) {
  const failure = await whyUnreachable()
  if (failure) return { failure: `its download cannot be reached: ${failure}` }
  const waiting = () => say('waiting for another download of Electron')
  return withLock(path.join(projectCache, 'electron-download.lock'), waiting, async () => {
    const alreadyThere = installedElectron()
    if (alreadyThere) return alreadyThere
    say('downloading Electron (about 120 MB, once)')
    const { code, output } = await run(process.execPath, [path.join(electronFolder, 'install.js')], { limitSeconds })
    if (code !== 0) return { failure: `its download did not end well within ${limitSeconds} s: ${lastLine(output)}` }
    return installedElectron() ?? { failure: 'its download left no complete Electron' }
  })
}

function recentFailure(rememberSeconds) {
  try {
    const ageSeconds = (Date.now() - statSync(failureFile).mtimeMs) / 1000
    return ageSeconds < rememberSeconds ? readFileSync(failureFile, 'utf8') : undefined
  } catch {
    return undefined
  }
}

/**
 * Resolves with the downloaded Electron, or with `failure`, a few words on why there is none. A failure is remembered
 * for `rememberSeconds`: a network that swallows requests would otherwise cost every start the whole wait.
 */
export async function downloadElectron(say, { limitSeconds, rememberSeconds }) {
  const remembered = recentFailure(rememberSeconds)
  if (remembered) return { failure: remembered }
  const outcome = await fetchElectron(say, limitSeconds)
  if (outcome.failure) {
    mkdirSync(projectCache, { recursive: true })
    writeFileSync(failureFile, outcome.failure)
  }
  return outcome
}

const lastLine = text => text.trim().split('\n').at(-1)
