// Single bits are turned in the store and in its header. What is read afterwards is what was there, or an error.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { copyPlace, enter, loadCore, START } from './core.mjs'
import { randomOf } from './random.mjs'
import { startWorker } from './worker-process.mjs'

/** So many times as many bits are turned in the header. */
const HEADER_TIMES = 10
/** After every so many of these the whole way through the gate is gone, with a password. */
const GATE_EACH = 100

/** A store with people, photos and a log in it, closed as a lock closes it. */
async function filledStore(core, base, name, seed) {
  const place = copyPlace(path.join(base, 'now'), path.join(base, name))
  let now = START
  for (const [operation, steps] of [
    ['write', 20],
    ['import', 2],
  ]) {
    now += 60_000
    const worker = startWorker({ operation, place, seed, now, base, steps, anchors: 0.2 })
    await worker.ended
    if (!worker.lines.some(({ word }) => word === 'closed')) throw new Error(`${operation} did not end well`)
  }
  return { place, now: now + 60_000 }
}

/** Every value of every table but those named. */
export function everything(raw, without = []) {
  const hash = createHash('sha256')
  const tables = raw
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all()
  for (const table of tables) {
    if (without.includes(table)) continue
    hash.update(table)
    for (const row of raw.prepare(`SELECT * FROM "${table}"`).raw().iterate())
      for (const value of row) hash.update(Buffer.isBuffer(value) ? value : `${typeof value}${value}`)
  }
  return hash.digest('hex')
}

/** How often a bit is turned where the file begins: salt, format and the first page's header. */
const AT_HEAD = 0.05
const HEAD_BYTES = 128
const PAGE_BYTES = 4096

const turned = (bytes, random) => {
  const copy = Buffer.from(bytes)
  const at = random.below(random.chance(AT_HEAD) ? Math.min(HEAD_BYTES, copy.length) : copy.length)
  copy[at] ^= 1 << random.below(8)
  return { copy, at }
}
const clean = { lost: [], corrupt: [], half: [], unseen: [], falseAlarms: [] }

/** Opens with the printed code on the application's own way. @returns what `work` gives, or the code of the refusal */
export async function openByCode(core, place, code, now, work) {
  const running = core.startCore(place, now)
  try {
    return { value: await running.gatehouse.withRecovery(code, 'ganshi', async store => work(store)) }
  } catch (error) {
    return { refused: String(error.code ?? error.message) }
  } finally {
    running.close()
  }
}

const unwatched = { insist() {}, step() {} }

/** What reading every row did not meet: the check that a person may start names it, or the page holds nothing. */
async function flipUnread({ core, place, code, now, used, at }) {
  const { value, refused } = await openByCode(
    core,
    place,
    code,
    now,
    ({ raw }) => core.findDamage(raw, unwatched).length,
  )
  if (refused || value > 0) return 'store found by the check'
  return used.has(Math.floor(at / PAGE_BYTES) + 1) ? undefined : 'store in a free page'
}

async function flipHeader({ core, place, code, dek, random, headers, tell, now, n }) {
  const [a, b] = headers
  const { copy, at } = turned(a.bytes, random)
  const both = random.chance(0.3)
  writeFileSync(a.file, copy)
  writeFileSync(b.file, both ? copy : b.bytes)
  const where = `header flip ${n} at byte ${at}${both ? ' of both copies' : ''}`
  let opened
  try {
    opened = (await core.unlockWithRecovery(core.readVaultCopies(place.folder), code)).dek.equals(dek)
  } catch {
    opened = undefined
  }
  if (opened === false || (both && opened)) tell({ ...clean, unseen: ['a changed header was taken'] }, where)
  if (!both && !opened) tell({ ...clean, corrupt: ['the good copy of the header did not stand in'] }, where)
  if (!both && n % GATE_EACH === 0) {
    const running = await enter(core, place, 'officer', now).catch(() => undefined)
    const healed = running && core.isVaultWritten(place.folder, running.gatehouse.store.vault)
    running?.close()
    if (!healed) tell({ ...clean, corrupt: ['the damaged copy was not mended'] }, where)
  }
  return both ? 'header refused' : 'header from the other copy'
}

export async function flips({ base, lane, rounds, seed, tell }) {
  const core = await loadCore()
  const code = readFileSync(path.join(base, 'recovery.txt'), 'utf8')
  const random = randomOf(seed, 'flips', lane)
  const { place, now } = await filledStore(core, base, `flips-${lane}`, `${seed}/${lane}`)
  const file = path.join(place.folder, 'store.db')
  const pristine = readFileSync(file)
  const { dek } = await core.unlockWithRecovery(core.readVaultCopies(place.folder), code)
  const { value: truth } = await openByCode(core, place, code, now, ({ raw }) => everything(raw))
  const { value: used } = await openByCode(
    core,
    place,
    code,
    now,
    ({ raw }) => new Set(raw.prepare('SELECT pageno FROM dbstat').pluck().all()),
  )
  const seen = {}
  const count = what => {
    seen[what] = (seen[what] ?? 0) + 1
  }
  for (let n = 0; n < rounds; n++) {
    const { copy, at } = turned(pristine, random)
    writeFileSync(file, copy)
    const { value, refused } = await openByCode(core, place, code, now, store => everything(store.raw))
    const where = `store flip ${n} at byte ${at}`
    if (!refused && value !== truth) tell({ ...clean, unseen: ['other data was shown'] }, where)
    const found = refused ? `store ${refused}` : await flipUnread({ core, place, code, now, used, at })
    if (found === undefined) tell({ ...clean, unseen: ['no check finds it'] }, where)
    else count(found)
  }
  writeFileSync(file, pristine)
  const headers = ['a', 'b']
    .map(copy => path.join(place.folder, `vault-${copy}.json`))
    .map(name => ({ file: name, bytes: readFileSync(name) }))
  for (let n = 0; n < rounds * HEADER_TIMES; n++)
    count(
      await flipHeader({
        core,
        place,
        code,
        dek,
        random,
        headers: n % 2 === 0 ? headers : headers.toReversed(),
        tell,
        now,
        n,
      }),
    )
  return { rounds: rounds * (1 + HEADER_TIMES), seen }
}
