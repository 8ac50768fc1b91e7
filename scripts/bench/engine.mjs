// The application's core in a plain Node, and a store to try it on.
import { randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'
import { projectCache } from '../support/process.mjs'

const bundled = name => path.join(projectCache, `bench-${name}`, 'entry.mjs')

/** Bundled as the application's own processes are: whole and minified, the native addons left outside. */
export async function bundle(name, entry) {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: fileURLToPath(entry),
      outDir: path.dirname(bundled(name)),
      emptyOutDir: true,
      minify: true,
      target: 'node24',
      rollupOptions: {
        external: ['better-sqlite3', '@node-rs/argon2'],
        output: { entryFileNames: 'entry.mjs', chunkFileNames: '[name].mjs' },
      },
    },
    ssr: { noExternal: true },
  })
  return bundled(name)
}

export const bundleCore = () => bundle('core', new URL('core.entry.mjs', import.meta.url))
/** The reader's own file, over the channel of a forked Node. @returns the script that `readerOutside` starts */
export const bundleReader = () => bundle('reader', new URL('../../test/main/cadres/reader.child.ts', import.meta.url))

/** Bombs and damaged files, as the tests make them. */
export async function loadHostile() {
  return import(pathToFileURL(await bundle('hostile', new URL('hostile.entry.mjs', import.meta.url))).href)
}

export const loadCore = () => import(pathToFileURL(bundled('core')).href)

export const person = { login: 'ganshi', password: 'Shan7-He#Yue' }
const unit = '测试区委组织部'
const accounts = [
  { role: 'sysadmin', login: 'xitong', name: '程一', holder: 'A1', department: '信息科' },
  { role: 'secadmin', login: 'baomi', name: '沈二', holder: 'A2', department: '办公室' },
  { role: 'auditor', login: 'shenji', name: '贺三', holder: 'A3', department: '研究室' },
  { role: 'officer', login: person.login, name: '陆四', holder: 'A4', department: '干部科' },
].map(account => ({ ...account, password: person.password }))

/** Where the application looks for everything when `work` is its folder of settings. */
const placeIn = work => ({
  folder: path.join(work, 'store'),
  machineDir: path.join(work, 'Dandang', 'machine'),
})

const noReader = () => {
  throw new Error('nothing is imported here')
}

/** The gatehouse and the dispatch of one core process, bound to the store in `work`. */
export function openCore(core, work, fork = noReader) {
  const clock = { now: Date.now, newId: randomUUID }
  const files = core.createGrantedFiles()
  const gatehouse = core.createGatehouse({
    limits: {},
    ...placeIn(work),
    machine: 'BENCH-PC',
    version: '0.0.0-bench',
    clock,
    files,
    reader: core.createReaderHost(fork),
    sessionChanged() {},
  })
  const dispatch = core.createDispatch({
    handlers: core.handlers,
    gatehouse,
    clock,
    emit() {},
    log() {},
    unexpected: (channel, error) => console.error(channel, error),
  })
  let count = 0
  const call = async (channel, input) => {
    const result = await dispatch({ id: `b${++count}`, channel, input })
    if (!result.ok) throw new Error(`${channel}: ${result.error.code} ${result.error.message}`)
    return result.value
  }
  /** Cancels the call that was begun last. */
  const cancel = () => dispatch({ id: 'cancel', channel: core.CANCEL, input: `b${count}` })
  return { gatehouse, files, call, cancel }
}

/** Settings that lead to the store in `work`, as a person has chosen it. */
export function nameStore(work) {
  const { folder } = placeIn(work)
  const id = randomUUID()
  const settings = {
    theme: 'light',
    stores: [{ id, folder, label: unit, lastUsedAt: new Date().toISOString() }],
    current: id,
  }
  mkdirSync(path.join(work, 'Dandang'), { recursive: true })
  writeFileSync(path.join(work, 'Dandang', 'settings.json'), JSON.stringify(settings))
}

/** Builds a store with a key derivation that is calibrated on this computer, and settings that name it. */
export async function buildStore(work) {
  const { gatehouse, call } = openCore(await loadCore(), work)
  await call('session.create', { unit, profile: 'internal', accounts })
  gatehouse.close()
  nameStore(work)
}
