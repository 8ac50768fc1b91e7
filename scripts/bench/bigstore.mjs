// A store of a hundred thousand people. It takes minutes to build: it is kept, and used again for as long as the
// application would write the same.
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { projectCache } from '../support/process.mjs'
import { buildStore, loadCore, nameStore, openCore, person } from './engine.mjs'
import { cityOf, fillStore, tablesOfPeople } from './people.mjs'

export const MANY = 100_000
const SAMPLE = 400
const kept = path.join(projectCache, 'bench-people')
const digestFile = path.join(kept, 'digest.txt')

/** Signs in to the store in `folder`, works on it, and closes it. */
export async function withStore(folder, work) {
  const core = await loadCore()
  const { gatehouse, call } = openCore(core, folder)
  try {
    await call('session.signIn', { ...person, acceptClock: false })
    return await work({ core, call, store: gatehouse.store })
  } finally {
    gatehouse.close()
  }
}

/** A new store in `folder` with so many people of the invented city. */
export async function buildPeople(folder, people, { say, thenRead = () => {} } = {}) {
  mkdirSync(folder, { recursive: true })
  await buildStore(folder)
  return withStore(folder, async ({ core, call, store }) => {
    await fillStore(core, store, call, cityOf(core, people), say)
    return thenRead(store.raw)
  })
}

/** What the application writes of some people: tables, and every row that does not belong to the store itself. */
function digestOf(raw) {
  const hash = createHash('sha256')
  for (const sql of raw.prepare('SELECT sql FROM sqlite_master ORDER BY name').pluck().all()) hash.update(String(sql))
  for (const table of [...tablesOfPeople(raw), 'cadre_search'])
    for (const row of raw.prepare(`SELECT * FROM ${table} ORDER BY 1`).raw().all()) hash.update(JSON.stringify(row))
  return hash.digest('hex')
}

/** Puts a store of a hundred thousand people into `folder`. */
export async function copyMany({ work, say }, folder) {
  const sample = path.join(work, 'people-sample')
  const digest = await buildPeople(sample, SAMPLE, { thenRead: digestOf })
  rmSync(sample, { recursive: true })
  if (!existsSync(digestFile) || readFileSync(digestFile, 'utf8') !== digest) {
    say('A store of a hundred thousand people is built once; that takes some minutes.')
    const fresh = `${kept}.partial`
    for (const old of [kept, fresh]) rmSync(old, { recursive: true, force: true })
    await buildPeople(fresh, MANY, { say })
    writeFileSync(path.join(fresh, 'digest.txt'), digest)
    renameSync(fresh, kept)
  }
  cpSync(kept, folder, { recursive: true })
  nameStore(folder)
}
