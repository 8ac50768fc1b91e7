// The power is cut at random points of recorded operations, under four models of what an unsynced disk keeps.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { check } from './check.mjs'
import { copyPlace, loadCore, placeIn, START } from './core.mjs'
import { diskModel } from './disk-model.mjs'
import { dekOf, heldBefore } from './kill.mjs'
import { lookingAfter } from './operations.mjs'
import { randomOf } from './random.mjs'
import { compileRecorder, record } from './recording.mjs'

const models = ['none', 'all', 'prefix', 'random']
/** Every so many states are opened with a password; the others with the printed code, which derives no key. */
const PASSWORD_EACH = 8

/**
 * What is recorded: the operation, the store it begins with, how many calls, and its part of the states. A restore is a
 * chain of renames: the power is cut after each of them (`atNames`) before it is cut anywhere else.
 */
const sessions = [
  { operation: 'setup', steps: 1, part: 1 },
  { operation: 'write', from: 'now', steps: 30, part: 3 },
  { operation: 'import', from: 'now', steps: 4, part: 3 },
  { operation: 'rekey', from: 'now', steps: 4, part: 3 },
  { operation: 'migrate', from: 'old-3', steps: 2, part: 2 },
  { operation: 'backup', from: 'now', steps: 6, part: 2 },
  { operation: 'keys', from: 'now', steps: 2, part: 2 },
  { operation: 'restore', from: 'backed', steps: 1, part: 2, atNames: true },
]

const ofNames = new Set(['rename', 'unlink', 'mkdir', 'rmdir'])

/** The points at which the power is cut, as counts of records that came before; every third right after a promise. */
function cuts(records, states, random, atNames) {
  const promises = records.flatMap(({ op }, index) => (op === 'said' ? [index + 1] : []))
  const points = new Set()
  const wanted = Math.min(records.length, Math.ceil(states / models.length))
  for (const point of promises.slice(-1)) points.add(point)
  if (atNames) for (const [index, { op }] of records.entries()) if (ofNames.has(op)) points.add(index + 1)
  while (points.size < wanted)
    points.add(
      points.size % 3 === 0 && points.size < promises.length ? random.pick(promises) : 1 + random.below(records.length),
    )
  return points
}

export async function powerStates({ base, work = base, lane, rounds, seed, tell }) {
  const library = compileRecorder(base)
  if (!library)
    return { rounds: 0, missing: 'cutting the power needs Linux and a C compiler (cc, Debian: gcc libc6-dev)' }
  const core = await loadCore()
  const code = readFileSync(path.join(base, 'recovery.txt'), 'utf8')
  const random = randomOf(seed, 'power', lane)
  const parts = sessions.reduce((sum, { part }) => sum + part, 0)
  const scene = path.join(work, `power-${lane}`)
  let states = 0
  let acked = 0
  for (const { operation, from, steps, part, atNames } of sessions) {
    rmSync(scene, { recursive: true, force: true })
    mkdirSync(scene, { recursive: true })
    const place = from ? copyPlace(path.join(base, from), scene) : placeIn(scene)
    const dek = from && (await dekOf(core, place, code))
    const order = { operation, place, seed: `${seed}/${lane}`, now: START + 60_000, base, steps, anchors: 0.4 }
    const { begin, records } = await record(library, scene, `${scene}.log`, order)
    rmSync(`${scene}.log`)
    const disk = diskModel(scene, begin)
    const points = cuts(records, (rounds * part) / parts, random, atNames)
    const { acks, later } = heldBefore(base, operation)
    const held = acks.length
    for (const [index, one] of records.entries()) {
      if (one.op === 'said')
        for (const text of one.data.toString().trim().split('\n')) {
          const line = JSON.parse(text)
          if (line.word === 'ack') acks.push(line)
        }
      else disk.act(one)
      if (!points.has(index + 1)) continue
      for (const model of models) {
        const target = path.join(work, `cut-${lane}`)
        disk.materialise(model, random, target)
        const after = lookingAfter(operation)
        const how = from
          ? { ...after, byCode: !after.keys && states % PASSWORD_EACH !== 0, code, dek }
          : { role: 'auditor', mayBeAbsent: acks.length === 0 }
        const found = await check(core, placeIn(target), { now: START + 120_000, acks, later, ...how })
        states += 1
        tell(found, `${operation}, record ${index + 1} of ${records.length}, model ${model}, ${disk.pending} unsynced`)
      }
    }
    acked += acks.length - held
  }
  return { rounds: states, seen: { acknowledged: acked } }
}
