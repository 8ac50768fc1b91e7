// A core process of its own that does one operation on a store and says what it has been told was done.
import { writeSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import path from 'node:path'
import { projectCache } from '../support/process.mjs'
import { enter, loadCore } from './core.mjs'
import { operations } from './operations.mjs'
import { randomOf } from './random.mjs'

enableCompileCache(path.join(projectCache, 'torture-compiled'))
const order = JSON.parse(process.argv[2])
/** Straight into the pipe: what was said before a kill has been said. */
const say = (word, what = {}) => writeSync(1, `${JSON.stringify({ word, ...what })}\n`)

const core = await loadCore()
const {
  operation,
  place,
  seed,
  now,
  base,
  steps = Number.POSITIVE_INFINITY,
  anchors = 0,
  tries = 1,
  close = true,
  dies = 0,
} = order
say('start')
let running
let done = 0
const random = randomOf(seed)

class Enough extends Error {}

/** Handlers that end the process inside the transaction of their `dies`-th call. */
function dying() {
  if (dies === 0) return {}
  let calls = 0
  const deadly = handler => async (context, input) => {
    const result = await handler(context, input)
    calls += 1
    if (calls >= dies) process.kill(process.pid, 'SIGKILL')
    return result
  }
  const { units, cadres } = core.handlers
  return {
    units: { ...units, add: deadly(units.add) },
    cadres: { ...cadres, add: deadly(cadres.add), change: deadly(cadres.change) },
  }
}

/** One call: said before it begins and, with what the chain had come to, after it has returned. */
async function step(kind, work, factsOf) {
  if (done >= steps) throw new Enough()
  say('begin', { kind })
  const result = await work()
  const { store } = running.gatehouse
  const head = store && core.readHead(store.raw)
  say('ack', { kind, ...(head && { seq: head.seq, mac: head.mac.toString('base64') }), ...factsOf(result) })
  done += 1
  if (random.chance(anchors)) store?.anchor()
  return result
}

/** As a person does who is told that something failed: the same once more, up to `tries` times. */
for (let attempt = 0; attempt < tries; attempt++) {
  try {
    const { role } = operations[operation]
    running ??= role ? await enter(core, place, role, now, dying()) : core.startCore(place, now)
    say('entered')
    await operations[operation].run({ ...running, core, random, step, base })
    break
  } catch (error) {
    if (error instanceof Enough) break
    say('failed', { code: error.code ?? 'internal', message: error.message, cause: error.details?.cause })
    if (error.code === undefined) console.error(error)
  }
}
for (const error of running?.unexpected ?? [])
  say('unexpected', { code: error.cause?.code ?? error.code ?? error.message })
if (close) {
  try {
    running?.close()
    say('closed')
  } catch (error) {
    say('failed', { code: error.code ?? 'internal', message: error.message, cause: error.details?.cause })
  }
}
// Without closing, the process ends as if it had been killed between two calls.
process.reallyExit(0)
