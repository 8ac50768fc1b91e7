// Somebody puts back what was: the file, one page of it, the log that was not yet in it. The next unlock has to say so.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { copyPlace, loadCore, START } from './core.mjs'
import { openByCode } from './flips.mjs'
import { randomOf } from './random.mjs'
import { acksOf, startWorker } from './worker-process.mjs'

const PAGE = 4096
const MINUTE = 60_000

async function work(context, more = {}) {
  const { place, base, random } = context
  const order = { operation: random.chance(0.7) ? 'write' : 'import', place, base, seed: String(random.next()) }
  context.now += MINUTE
  const worker = startWorker({ ...order, now: context.now, steps: 4 + random.below(8), anchors: 1, ...more })
  await worker.ended
  context.now += MINUTE
  return acksOf(worker.lines)
}

/** Each changes the store as somebody might who has it for an hour. @returns false where there was nothing to change */
const deeds = {
  async 'older file'({ file, ...context }) {
    const old = readFileSync(file)
    await work(context)
    writeFileSync(file, old)
  },
  async 'older page'({ file, random, ...context }) {
    const old = readFileSync(file)
    await work({ ...context, random })
    const present = readFileSync(file)
    const isOther = page => old.compare(present, page * PAGE, (page + 1) * PAGE, page * PAGE, (page + 1) * PAGE) !== 0
    const pages = Array.from({ length: old.length / PAGE }, (_, page) => page).filter(isOther)
    const page = random.pick(pages)
    old.copy(present, page * PAGE, page * PAGE, (page + 1) * PAGE)
    writeFileSync(file, present)
  },
  async 'deleted log'({ file, ...context }) {
    await work(context, { close: false })
    for (const tail of ['-wal', '-shm']) rmSync(file + tail)
  },
  async 'changed log'({ file, random, ...context }) {
    await work({ ...context, random }, { close: false })
    const log = readFileSync(`${file}-wal`)
    // The last frames may be of a commit that is no part of the data any more; the first half is.
    log[random.below(log.length / 2)] ^= 1 << random.below(8)
    writeFileSync(`${file}-wal`, log)
    rmSync(`${file}-shm`, { force: true })
  },
  async 'older log'({ file, ...context }) {
    await work(context, { close: false })
    const log = readFileSync(`${file}-wal`)
    // The next session empties the log into the file.
    await work(context)
    writeFileSync(`${file}-wal`, log)
  },
}

export async function anchorRounds({ base, lane, rounds, seed, tell }) {
  const core = await loadCore()
  const code = readFileSync(path.join(base, 'recovery.txt'), 'utf8')
  const random = randomOf(seed, 'anchors', lane)
  const seen = {}
  for (let round = 0; round < rounds; round++) {
    const name = Object.keys(deeds)[round % Object.keys(deeds).length]
    const place = copyPlace(path.join(base, 'now'), path.join(base, `anchors-${lane}`))
    const context = { base, place, random, file: path.join(place.folder, 'store.db'), now: START }
    const before = await work(context)
    const isQuiet = await openByCode(core, place, code, context.now, store => store.readOnly === null)
    if (!isQuiet.value) tell({ falseAlarms: [isQuiet.refused ?? 'flagged'] }, `round ${round}, before “${name}”`)
    await deeds[name](context)
    if (before.length === 0 || !existsSync(context.file)) throw new Error('nothing was written')
    const { value: flagged, refused } = await openByCode(
      core,
      place,
      code,
      context.now,
      store => store.readOnly !== null,
    )
    const outcome = refused ?? (flagged ? 'flagged' : 'unseen')
    seen[`${name}: ${outcome}`] = (seen[`${name}: ${outcome}`] ?? 0) + 1
    if (outcome === 'unseen') tell({ unseen: [name] }, `round ${round}`)
  }
  return { rounds, seen }
}
