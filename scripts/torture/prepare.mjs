// The stores that the parts begin with, and the forms that they import.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { backStore } from './backups.mjs'
import { copyPlace, enter, FORMS, loadCore, oldVersions, placeIn, START } from './core.mjs'

/** Accounts that wait to be closed: each closing is a re-key. */
const CLOSABLE = 8

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
 * older versions; `backed`, one with a backup and more since; `forms`, files to import; `recovery.txt`, the printed code of them all.
 */
export async function prepare(work) {
  const core = await loadCore()
  const place = placeIn(path.join(work, 'now'))
  const first = core.startCore(place, START)
  const { recoveryCode } = await first.api.session.create(core.newStore())
  first.close()
  writeFileSync(path.join(work, 'recovery.txt'), recoveryCode)
  await openClosable(core, place)
  await backStore(core, work)
  writeForms(core, path.join(work, 'forms'))
  for (const version of oldVersions(core))
    await ageStore(core, path.join(work, 'now'), path.join(work, `old-${version}`), version, recoveryCode)
}

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
