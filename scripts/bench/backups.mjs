// Backups of a store of one gigabyte against a plain copy of its file, and opening it against a store of ten megabytes.
import { randomBytes, randomUUID } from 'node:crypto'
import { closeSync, copyFileSync, fsyncSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { buildStore, loadCore, openCore, person } from './engine.mjs'
import { figure, median } from './figures.mjs'

const MIB = 2 ** 20
const PART = MIB / 4
const LARGE = 1024 * MIB
const SMALL = 10 * MIB
const OPENINGS = 5

/** Fills a store up with attachments, which is what makes stores large. */
function fill(raw, bytes) {
  const content = raw.prepare("INSERT INTO attachment_contents (id, format, bytes) VALUES (?, 'pdf', ?)")
  const part = raw.prepare('INSERT INTO attachment_parts (id, part, bytes) VALUES (?, ?, ?)')
  const parts = 40
  for (let done = 0; done < bytes; done += parts * PART)
    raw
      .transaction(() => {
        const id = randomUUID()
        content.run(id, parts * PART)
        for (let i = 0; i < parts; i++) part.run(id, i, randomBytes(PART))
      })
      .immediate()
}

function copyPlainly(from, to) {
  const startedAt = performance.now()
  copyFileSync(from, to)
  const descriptor = openSync(to, 'r+')
  fsyncSync(descriptor)
  closeSync(descriptor)
  const ms = performance.now() - startedAt
  rmSync(to)
  return ms
}

async function timed(work) {
  const startedAt = performance.now()
  const value = await work()
  return { value, ms: performance.now() - startedAt }
}

/** From the password to the session, key derivation and all. */
async function openings(core, work) {
  const times = []
  for (let i = 0; i < OPENINGS; i++) {
    const { gatehouse, call } = openCore(core, work)
    times.push((await timed(() => call('session.signIn', { ...person, acceptClock: false }))).ms)
    gatehouse.close()
  }
  return median(times)
}

async function filled(core, base, name, bytes) {
  const work = path.join(base, name)
  mkdirSync(work)
  await buildStore(work)
  const { gatehouse, call } = openCore(core, work)
  await call('session.signIn', { ...person, acceptClock: false })
  fill(gatehouse.store.raw, bytes)
  gatehouse.close()
  return work
}

export async function measureBackups({ work }) {
  const core = await loadCore()
  const base = path.join(work, 'backups')
  mkdirSync(base)
  try {
    const large = await filled(core, base, 'large', LARGE)
    const small = await filled(core, base, 'small', SMALL)
    const file = path.join(large, 'store', 'store.db')
    const plain = median([1, 2, 3].map(() => copyPlainly(file, path.join(base, 'copy.db'))))
    const opened = { large: await openings(core, large), small: await openings(core, small) }
    const { gatehouse, call } = openCore(core, large)
    await call('session.signIn', { ...person, acceptClock: false })
    const made = await timed(() => call('backups.make', { note: '' }))
    const { place, file: name } = made.value
    const verified = await timed(() => call('backups.verify', { place, file: name }))
    if (!verified.value.good) throw new Error('the backup is not good')
    gatehouse.close()
    const seconds = ms => `${(ms / 1000).toFixed(1)} s`
    const of = `of ${(statSync(file).size / MIB).toFixed(0)} MiB, plain copy with fsync ${seconds(plain)}`
    return [
      figure(
        'backup-1g-ratio',
        made.ms / plain,
        'ratio',
        25,
        `written and read back page by page in ${seconds(made.ms)}, ${of}`,
      ),
      figure(
        'backup-1g-verify',
        verified.ms / plain,
        'ratio',
        12,
        `checked again from end to end in ${seconds(verified.ms)}, ${of}`,
      ),
      figure(
        'open-1g-ratio',
        opened.large / opened.small,
        'ratio',
        1.5,
        `signed in within ${Math.round(opened.large)} ms, with 10 MiB ${Math.round(opened.small)} ms, medians of ${OPENINGS}`,
      ),
    ]
  } finally {
    rmSync(base, { recursive: true, force: true })
  }
}
