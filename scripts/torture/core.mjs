// The application's core in a plain Node, and the stores that it is tried on.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectCache } from '../support/process.mjs'

const bundled = path.join(projectCache, 'bench-torture', 'entry.mjs')
/** The bundler alone takes longer to load than the whole core, so the workers are spared it. */
export async function bundleCore() {
  const { bundle } = await import('../bench/engine.mjs')
  await bundle('torture', new URL('core.entry.mjs', import.meta.url))
}
export const loadCore = () => import(pathToFileURL(bundled).href)

export const START = Date.parse('2030-01-02T01:00:00Z')
const logins = { sysadmin: 'xitong', secadmin: 'baomi', auditor: 'shenji', officer: 'ganshi' }
/** People of one import. */
export const FORMS = 24

const roomy = folder => {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize > 2 ** 31
  } catch {
    return false
  }
}

/** Killing and replaying do not depend on a disk: where there is room in memory the runs take place there. */
export function workFolder() {
  const folder = mkdtempSync(path.join(roomy('/dev/shm') ? '/dev/shm' : tmpdir(), 'dandang-torture-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
  return folder
}

export const placeIn = base => ({ folder: path.join(base, 'store'), machineDir: path.join(base, 'machine') })

/** A fresh copy of a prepared store, with its machine folder. */
export function copyPlace(from, to) {
  rmSync(to, { recursive: true, force: true })
  mkdirSync(to, { recursive: true })
  for (const part of ['store', 'machine'])
    if (existsSync(path.join(from, part))) cpSync(path.join(from, part), path.join(to, part), { recursive: true })
  return placeIn(to)
}

/** One core process's worth of the application with somebody signed in. */
export async function enter(core, place, role, now, over = {}) {
  const running = core.startCore(place, now, over)
  try {
    await running.api.session.signIn({ login: logins[role], password: core.PASSWORD, acceptClock: false })
    return running
  } catch (error) {
    running.close()
    throw error
  }
}

export const oldVersions = core => [3, 12, 26, core.migrations.length - 1].filter(n => n < core.migrations.length)
