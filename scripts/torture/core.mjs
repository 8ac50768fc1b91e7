// The application's core in a plain Node, and the stores that it is tried on.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
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
/** Accounts that wait to be closed: each closing is a re-key. */
const CLOSABLE = 8
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

async function openClosable(core, place) {
  const numbers = Array.from({ length: CLOSABLE }, (_, n) => n)
  const propose = async changes => {
    const { api, close } = await enter(core, place, 'sysadmin', START)
    for (const change of changes) await api.accounts.propose({ change, reason: '试' })
    close()
  }
  const account = n => ({
    login: `linshi${n}`,
    name: `临时${n}`,
    holder: `T${n}`,
    department: '',
    phone: '',
    roles: ['officer'],
    scope: null,
  })
  await propose(numbers.map(n => ({ kind: 'open', account: account(n) })))
  const { api, close } = await enter(core, place, 'secadmin', START)
  for (const { id } of await api.accounts.proposals({})) await api.accounts.decide({ id, accept: true, reason: '试' })
  const all = await api.accounts.list({})
  close()
  await propose(
    all.filter(({ login }) => login.startsWith('linshi')).map(({ id }) => ({ kind: 'close', accountId: id })),
  )
}

function writeForms(core, folder) {
  mkdirSync(folder, { recursive: true })
  const city = core.createCity({ seed: 'torture', people: 300, on: '2026-11', mistakes: 0 })
  for (let n = 0; n < FORMS; n++) {
    const { name, bytes } = core.sampleFile(city, n, n % 2 === 0 ? '3' : '4')
    writeFileSync(path.join(folder, `${n}-${name}`), bytes)
  }
}

/**
 * Prepares in `work`: `now`, a store with accounts that wait to be closed; `old-<version>`, the same people in stores of
 * older versions; `forms`, files to import; `recovery.txt`, the printed code of them all.
 */
export async function prepare(work) {
  const core = await loadCore()
  const place = placeIn(path.join(work, 'now'))
  const first = core.startCore(place, START)
  const { recoveryCode } = await first.api.session.create(core.newStore())
  first.close()
  writeFileSync(path.join(work, 'recovery.txt'), recoveryCode)
  await openClosable(core, place)
  writeForms(core, path.join(work, 'forms'))
  for (const version of oldVersions(core))
    await ageStore(core, path.join(work, 'now'), path.join(work, `old-${version}`), version, recoveryCode)
}

export const oldVersions = core => [3, 12, 26, core.migrations.length - 1].filter(n => n < core.migrations.length)

/** Tables that every version has, those that others refer to first. */
const kept = [
  'store_info',
  'policies',
  'accounts',
  'password_history',
  'proposals',
  'units',
  'audit_epochs',
  'audit_lines',
  'audit_head',
  'audit_checkpoints',
]

/** The same keys over a file that an older version of the application would have left: real tables, real rows. */
async function ageStore(core, from, to, version, recoveryCode) {
  const { folder, machineDir } = copyPlace(from, to)
  const { dek, vault } = await core.unlockWithRecovery(core.readVaultCopies(folder), recoveryCode)
  const file = path.join(folder, 'store.db')
  const present = core.openEncrypted(file, dek)
  rmSync(`${file}.old`, { force: true })
  const old = core.openEncrypted(`${file}.old`, dek, { create: true })
  core.migrate(old, core.migrations.slice(0, version))
  for (const table of kept) {
    const columns = old.pragma(`table_info(${table})`).map(({ name }) => name)
    const insert = old.prepare(`INSERT INTO ${table} (${columns}) VALUES (${columns.map(() => '?')})`)
    for (const row of present.prepare(`SELECT ${columns} FROM ${table}`).raw().all()) insert.run(...row)
  }
  const head = core.readHead(old)
  core.closeStore(present)
  core.closeStore(old)
  for (const tail of ['-wal', '-shm']) rmSync(file + tail, { force: true })
  cpSync(`${file}.old`, file)
  rmSync(`${file}.old`)
  // What this computer remembers is the aged store, as if it had been locked.
  rmSync(path.join(machineDir, 'anchors'), { recursive: true })
  const pages = core.digestPages(folder)
  core.writeAnchor({ machineDir, storeId: vault.storeId }, dek, { ...head, at: START, pages })
}
