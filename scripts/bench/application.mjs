// Starts an Electron application under the probe, and looks at its processes from outside.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { ended, start } from '../support/process.mjs'

const probe = fileURLToPath(new URL('probe.cjs', import.meta.url))
export const helloFolder = fileURLToPath(new URL('hello', import.meta.url))

/**
 * Starts the application in `folder`. Resolves at once with `mark(name)`, which resolves with the facts of that mark and
 * `ms`, the milliseconds from the start; `end()`, which asks the application to quit and resolves when it is gone.
 */
export function launch(
  { electron, env, work },
  { folder, args = [], scenario, awaited, signIn, task, limitSeconds = 60 },
) {
  const spawnedAt = Date.now()
  const child = start(electron.path, [...electron.args, '-r', probe, folder, ...args], {
    env: { ...electron.env, ...env, DANDANG_BENCH: JSON.stringify({ scenario, appData: work, awaited, signIn, task }) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const marks = new Map()
  const slot = name => {
    if (!marks.has(name)) marks.set(name, Promise.withResolvers())
    return marks.get(name)
  }
  const heard = new Set()
  let complaints = ''
  child.stderr.setEncoding('utf8').on('data', text => (complaints += text))
  createInterface(child.stdout).on('line', line => {
    if (!line.startsWith('bench ')) return
    const { mark, at, ...facts } = JSON.parse(line.slice('bench '.length))
    heard.add(mark)
    slot(mark).resolve({ ms: at - spawnedAt, at, ...facts })
  })
  const gone = ended(child)
  const limit = setTimeout(() => slot('failed').resolve({ text: `over ${limitSeconds} s` }), limitSeconds * 1000)
  void gone.then(() => clearTimeout(limit))
  const fail = why => {
    throw new Error(`${path.basename(folder)}: ${why}\n${complaints.slice(-2000)}`)
  }
  return {
    pid: child.pid,
    gone,
    mark: name =>
      Promise.race([
        slot(name).promise,
        slot('failed').promise.then(({ text }) => fail(text)),
        gone.then(code => (heard.has(name) ? slot(name).promise : fail(`ended (${code}) before '${name}'`))),
      ]),
    async end() {
      child.kill('SIGTERM')
      await gone
    },
  }
}

const statOf = pid => {
  try {
    // The name stands in brackets and may itself hold brackets and spaces.
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [state, parent] = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return { state, parent: Number(parent) }
  } catch {
    return undefined
  }
}

/** Whether a process is gone; one that only waits to be reaped holds no memory any more. */
export const isGone = pid => [undefined, 'Z', 'X'].includes(statOf(pid)?.state)

/** A process and all its descendants. */
export function familyOf(pid) {
  const parents = readdirSync('/proc').flatMap(name =>
    /^\d+$/.test(name) ? [[Number(name), statOf(name)?.parent]] : [],
  )
  const family = new Set([pid])
  for (let before = 0; before < family.size; ) {
    before = family.size
    for (const [child, parent] of parents) if (family.has(parent)) family.add(child)
  }
  return [...family]
}

const readProcess = (pid, name) => {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    // It has just ended.
    return ''
  }
}

const kibIn = (text, name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0)

/** Which parts of files a process has in memory: [part, KiB]. Shared memory only looks like files. */
const filePartsOf = pid =>
  readProcess(pid, 'smaps')
    .split(/^(?=[0-9a-f]+-[0-9a-f]+ )/m)
    .flatMap(text => {
      const [, offset, device, inode, file] = /^\S+ \S+ (\S+) (\S+) (\d+) *(.*)/.exec(text) ?? []
      if (!inode || inode === '0' || /^\/(memfd:|dev\/|SYSV)/.test(file)) return []
      return [[`${device} ${inode} ${offset}`, kibIn(text, 'Rss') - kibIn(text, 'Anonymous')]]
    })

/**
 * Memory of a family of processes in MiB. It is their proportional set size (PSS), only that pages of files are counted
 * whole and once: another Electron on this computer, which maps the same files, would else make ours seem smaller.
 */
export function memoryOf(pids) {
  const files = new Map()
  for (const [part, kib] of pids.flatMap(filePartsOf)) files.set(part, Math.max(files.get(part) ?? 0, kib))
  const rollups = pids.map(pid => readProcess(pid, 'smaps_rollup'))
  const own = rollups.map(text => kibIn(text, 'Pss_Anon') + kibIn(text, 'Pss_Shmem'))
  return [...own, ...files.values()].reduce((sum, each) => sum + each, 0) / 1024
}
