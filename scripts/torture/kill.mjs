// kill -9 at random moments of every operation; the store is then opened as a person would.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readBacked } from './backups.mjs'
import { check } from './check.mjs'
import { copyPlace, loadCore, oldVersions, START } from './core.mjs'
import { lookingAfter, operations, weighted } from './operations.mjs'
import { randomOf } from './random.mjs'
import { acksOf, startWorker } from './worker-process.mjs'

/** So many kills in a row hit one store. */
const KILLS_OF_ONE_STORE = 12
const MINUTE = 60_000

/** Which store an operation begins with. */
export const sourceOf = (core, base, name, random) =>
  path.join(base, operations[name].from === 'old' ? `old-${random.pick(oldVersions(core))}` : operations[name].from)

/** What was acknowledged before an operation begins: `acks` in any case, `later` unless a backup is restored. */
export function heldBefore(base, name) {
  if (operations[name].from !== 'backed') return { acks: [], later: [] }
  const { before, after } = readBacked(base)
  return { acks: before, later: after }
}

export const dekOf = async (core, place, code) =>
  (await core.unlockWithRecovery(core.readVaultCopies(place.folder), code)).dek

export async function killRounds({ base, lane, rounds, seed, tell }) {
  const core = await loadCore()
  const code = readFileSync(path.join(base, 'recovery.txt'), 'utf8')
  const random = randomOf(seed, 'kill', lane)
  const seen = { acknowledged: 0 }
  let place
  let acks = []
  let later = []
  let age = 0
  let now = START
  for (let round = 0; round < rounds; round++) {
    const name = random.pick(weighted)
    const { spanMs, ends } = operations[name]
    if (!place || ends || age >= KILLS_OF_ONE_STORE) {
      place = copyPlace(sourceOf(core, base, name, random), path.join(base, `kill-${lane}`))
      ;({ acks, later } = heldBefore(base, name))
      age = 0
    }
    const dek = await dekOf(core, place, code)
    now += MINUTE
    const worker = startWorker({ operation: name, place, seed: `${seed}/${lane}/${round}`, now, base, anchors: 0.3 })
    // Most kills are meant for the operation itself, some for the way there.
    await worker.says(ends || random.chance(0.2) ? 'start' : 'entered')
    const timer = setTimeout(() => worker.child.kill('SIGKILL'), random.next() * spanMs)
    await worker.ended
    clearTimeout(timer)
    const said = acksOf(worker.lines)
    acks.push(...said)
    seen.acknowledged += said.length
    const stage = worker.lines.at(-1)?.word ?? 'nothing'
    // A kill in the middle of a call is worth most; between calls and on the way there it has to happen too.
    const where = `${name} ${stage === 'begin' || (name === 'migrate' && stage === 'start') ? 'in a call' : 'beside'}`
    seen[where] = (seen[where] ?? 0) + 1
    const failed = worker.lines.find(({ word }) => word === 'failed')
    now += MINUTE
    const found = await check(core, place, { ...lookingAfter(name), now, acks, later, code, dek })
    if (failed) found.corrupt.push(`the operation itself failed: ${failed.code} ${failed.message}`)
    tell(found, `round ${round}, ${name}, killed after ${stage}`)
    age += ends ? KILLS_OF_ONE_STORE : 1
    if (Object.values(found).some(list => list.length > 0)) age = KILLS_OF_ONE_STORE
  }
  return { rounds, seen }
}
