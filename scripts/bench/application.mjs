// Starts an Electron application under the probe, and looks at its processes from outside.
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { ended, sleep, start } from '../support/process.mjs'

const probe = fileURLToPath(new URL('probe.cjs', import.meta.url))
export const helloFolder = fileURLToPath(new URL('hello', import.meta.url))

const LIMIT_SECONDS = 60

/**
 * Starts the application in `folder`. Resolves at once with `mark(name)`, which resolves with the facts of that mark and
 * `ms`, the milliseconds from the start; `end()`, which asks the application to quit and resolves when it is gone.
 */
export function launch({ electron, env, work }, { folder, args = [], scenario, awaited, signIn }) {
  const spawnedAt = Date.now()
  const child = start(electron.path, [...electron.args, '-r', probe, folder, ...args], {
    env: { ...electron.env, ...env, DANDANG_BENCH: JSON.stringify({ scenario, appData: work, awaited, signIn }) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const marks = new Map()
  const slot = name => {
    if (!marks.has(name)) marks.set(name, Promise.withResolvers())
    return marks.get(name)
  }
  let complaints = ''
  child.stderr.setEncoding('utf8').on('data', text => (complaints += text))
  createInterface(child.stdout).on('line', line => {
    if (!line.startsWith('bench ')) return
    const { mark, at, ...facts } = JSON.parse(line.slice('bench '.length))
    slot(mark).resolve({ ms: at - spawnedAt, at, ...facts })
  })
  const gone = ended(child)
  const fail = async why => {
    throw new Error(`${path.basename(folder)} ${why}\n${complaints.slice(-2000)}`)
  }
  return {
    pid: child.pid,
    gone,
    mark: name =>
      Promise.race([
        slot(name).promise,
        slot('failed').promise.then(({ text }) => fail(`failed: ${text}`)),
        gone.then(code => (marks.has(name) ? slot(name).promise : fail(`ended (${code}) before '${name}'`))),
        sleep(LIMIT_SECONDS).then(() => fail(`did not come to '${name}' in ${LIMIT_SECONDS} s`)),
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
  const parents = readdirSync('/proc').flatMap(name => (/^\d+$/.test(name) ? [[Number(name), statOf(name)?.parent]] : []))
  const family = new Set([pid])
  for (let before = 0; before < family.size; ) {
    before = family.size
    for (const [child, parent] of parents) if (family.has(parent)) family.add(child)
  }
  return [...family]
}

/** Memory of processes in MiB; what several of them share is counted once. */
export function pssOf(pids) {
  const kib = pids.map(pid => {
    try {
      return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
    } catch {
      return 0
    }
  })
  return kib.reduce((sum, each) => sum + each, 0) / 1024
}
