// A core process of its own that is given thousands of damaged files: every one gets a line, nothing is half there.
import { readdirSync } from 'node:fs'
import { loadCore, openCore, person } from './engine.mjs'
import { forgetPeak, peakOf } from './processes.mjs'

const [work, script, ...given] = process.argv.slice(2)
const readers = []
const core = await loadCore()
const { gatehouse, files, call, cancel } = openCore(core, work, () => core.readerOutside(script, readers))
await call('session.signIn', { ...person, acceptClock: false })
forgetPeak()
const { raw } = gatehouse.store
const count = from => raw.prepare(`SELECT count(*) FROM ${from}`).pluck().get()
const staging = ['import_items', 'import_photos', 'import_units', 'import_sheets']
const nobodysPictures = 'photo_bytes WHERE key NOT IN (SELECT bytes_key FROM photos)'
const laidAside = () => [...staging, nobodysPictures].reduce((sum, from) => sum + count(from), 0)

const totals = { files: 0, lost: 0, left: 0, read: 0, refused: 0 }
const killed = new Set()

async function stage(folder) {
  files.grantReading(folder, [folder])
  return call('imports.stage', { token: folder })
}

/** Files of a folder that no line of the batch tells of. */
function lostOf(folder, batchId) {
  const rows = raw.prepare('SELECT name FROM import_files WHERE batch_id = ?').pluck().all(batchId)
  const told = new Set(rows.map(name => name.split(' › ')[0]))
  return readdirSync(folder).filter(name => !told.has(name)).length
}

async function settle({ id, counts }) {
  for (const { place } of await call('imports.sheets', { batchId: id }))
    await call('imports.match', { batchId: id, place, matching: null })
  if (counts.undecided > 0)
    await call('imports.choose', { batchId: id, which: { state: 'undecided' }, fate: { kind: 'skip' } })
}

/** Everybody who was taken in is there in every table that a file has a row in. */
const incomplete = () =>
  ['cadre_files', 'cadre_facts', 'cadre_checks', 'cadre_search']
    .map(table => count(`cadres WHERE key NOT IN (SELECT ${table === 'cadre_search' ? 'rowid' : 'key'} FROM ${table})`))
    .reduce((sum, missing) => sum + missing, count('cadres WHERE id NOT IN (SELECT cadre_id FROM cadre_changes)'))

const fates = {
  async discard(folder) {
    const batch = await stage(folder)
    totals.lost += lostOf(folder, batch.id)
    totals.left += count('cadres') + Math.abs(batch.people - count('import_items'))
    totals.read += batch.people
    totals.refused += batch.unreadable
    await call('imports.discard', { batchId: batch.id })
  },
  async cancel(folder) {
    const staged = stage(folder).then(
      () => 'done',
      error => error.message,
    )
    setTimeout(() => void cancel(), 1000)
    const outcome = await staged
    if (!outcome.includes('cancelled')) throw new Error(`the cancel came too late or was not heard: ${outcome}`)
    totals.left += count('cadres') + count('import_files')
    // The same files to the end: a cancel leaves nothing that stands in the way.
    await fates.discard(folder)
  },
  async confirm(folder) {
    const batch = await stage(folder)
    totals.lost += lostOf(folder, batch.id)
    totals.read += batch.people
    totals.refused += batch.unreadable
    await settle(batch)
    const before = count('cadres')
    const { added } = await call('imports.confirm', { batchId: batch.id })
    totals.left += Math.abs(count('cadres') - before - added) + incomplete()
    await call('imports.undo', { batchId: batch.id, reason: '试验' })
    totals.left += count('cadres WHERE trashed_at IS NULL')
  },
  async kill(folder) {
    const timer = setInterval(() => {
      const reader = readers.at(-1)
      if (!reader || reader.exitCode !== null || killed.size >= 3) return
      killed.add(reader)
      process.kill(reader.pid, 'SIGKILL')
    }, 700)
    const batch = await stage(folder)
    clearInterval(timer)
    totals.lost += lostOf(folder, batch.id)
    totals.read += batch.people
    totals.refused += batch.unreadable
    await call('imports.discard', { batchId: batch.id })
  },
}

for (let at = 0; at < given.length; at += 2) {
  const [fate, folder] = given.slice(at, at + 2)
  totals.files += readdirSync(folder).length
  await fates[fate](folder)
  totals.left += laidAside()
}
// Ended by the host on its word, or here on purpose, is no death.
const deaths = readers.filter(
  reader => (reader.exitCode !== null || reader.signalCode !== null) && !reader.killed && !killed.has(reader),
)
console.log(JSON.stringify({ ...totals, readers: readers.length, deaths: deaths.length, coreMib: peakOf('self') }))
gatehouse.close()
for (const reader of readers) reader.kill()
