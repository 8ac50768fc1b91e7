// A core process of its own: reads a folder of forms through a reader process, lays it aside, confirms.
import { loadCore, openCore, person } from './engine.mjs'
import { cpuOf, forgetPeak, peakOf } from './processes.mjs'

const [work, folder, script] = process.argv.slice(2)
const core = await loadCore()
const readers = []
const { gatehouse, files, call } = openCore(core, work, () => core.readerOutside(script, readers))
await call('session.signIn', { ...person, acceptClock: false })
files.grantReading('forms', [folder])

forgetPeak()
const cpu = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
const cpuBefore = cpu()
const startedAt = performance.now()
const staged = await call('imports.stage', { token: 'forms' })
const stagedAt = performance.now()
const [reader, ...others] = readers
if (others.length > 0) throw new Error('a reader ended while honest files were read')
// Asked now: without work the reader ends itself after a while.
const inReader = { readerCpuMs: cpuOf(reader.pid), readerMib: peakOf(reader.pid) }
const cpuStaged = cpu()
const resumedAt = performance.now()
const confirmed = await call('imports.confirm', { batchId: staged.id })
const endedAt = performance.now()
const cpuConfirmed = cpu()
const count = table => gatehouse.store.raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
console.log(
  JSON.stringify({
    stageMs: stagedAt - startedAt,
    confirmMs: endedAt - resumedAt,
    stageCpuMs: cpuStaged - cpuBefore,
    confirmCpuMs: cpuConfirmed - cpuStaged,
    coreMib: peakOf('self'),
    ...inReader,
    people: count('cadres'),
    photos: count('photos'),
    ...confirmed,
    duplicates: staged.counts.duplicate,
    unreadable: staged.unreadable,
  }),
)
gatehouse.close()
reader.kill()
