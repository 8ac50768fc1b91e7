// A disk that is full, read-only or gone, two processes at one store, a clock that jumps, a core that dies in a command.
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { isRoot } from '../support/process.mjs'
import { check } from './check.mjs'
import { copyPlace, loadCore, START } from './core.mjs'
import { dekOf, heldBefore, sourceOf } from './kill.mjs'
import { compileShutdown, loopDisk, memoryDisk } from './mounts.mjs'
import { lookingAfter } from './operations.mjs'
import { randomOf } from './random.mjs'
import { acksOf, startWorker } from './worker-process.mjs'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const MIB = 2 ** 20
/** As many bytes as are left free at most: a re-key and a copy ask for more than 16 MB before they begin. */
const MOST_FREE = 26 * MIB
const STEPS = { write: 40, import: 4, rekey: 4, migrate: 1, backup: 4, restore: 1, keys: 2 }
/** What is made room for afterwards: a backup before a migration asks for 200 MB. */
const ROOM = 512 * MIB
/** How long a worker may go on whose disk has gone. */
const GONE_MS = 2500

async function ended(context, place, order, now = START + MINUTE) {
  const { base, seed } = context
  const worker = startWorker({ place, base, seed, now, anchors: 0.3, ...order })
  await worker.ended
  return {
    acks: acksOf(worker.lines),
    failures: worker.lines.flatMap(line => (line.word === 'failed' ? [line] : [])),
  }
}

/** Filled up at any phase of any operation; afterwards room is made and everything looked at. */
async function full(context) {
  const { core, code, random, scene } = context
  const operation = random.pick(Object.keys(STEPS))
  const disk = await memoryDisk(scene)
  try {
    const place = copyPlace(sourceOf(core, context.base, operation, random), path.join(scene, 'at'))
    const dek = await dekOf(core, place, code)
    if (random.chance(0.5)) core.makeBallast(place.folder, MIB)
    const free = Math.floor(MOST_FREE * random.next() ** 3)
    await disk.leave(free)
    const { acks, failures } = await ended(context, place, { operation, steps: STEPS[operation], tries: 4 })
    await disk.leave(ROOM)
    const held = heldBefore(context.base, operation)
    const promised = { ...held, acks: [...held.acks, ...acks] }
    const found = await check(core, place, {
      ...lookingAfter(operation),
      now: START + 2 * MINUTE,
      ...promised,
      code,
      dek,
    })
    const wrong = failures.filter(({ code: told }) => told !== 'disk-full' && told !== 'refused')
    if (wrong.length > 0) found.corrupt.push(`a full disk was called ${wrong[0].code} (${wrong[0].cause})`)
    return { found, where: `${operation}, ${free} bytes free`, seen: failures.length > 0 ? 'full' : 'not filled' }
  } finally {
    await disk.drop()
  }
}

/** Nothing can be written: said so, and nothing is changed. */
async function readOnly(context) {
  const { core, base, code, scene } = context
  const disk = await memoryDisk(scene)
  try {
    const place = copyPlace(path.join(base, 'now'), path.join(scene, 'at'))
    const before = await ended(context, place, { operation: 'write', steps: 5 })
    await disk.writable(false)
    const { failures } = await ended(context, place, { operation: 'write', steps: 5 }, START + 2 * MINUTE)
    await disk.writable(true)
    const found = await check(core, place, { now: START + 3 * MINUTE, acks: before.acks, code })
    const told = failures.map(failure => failure.code).join() || 'nothing'
    if (told !== 'store-read-only') found.corrupt.push(`a read-only folder was called ${told}`)
    return { found, where: 'read-only folder', seen: 'read-only' }
  } finally {
    await disk.drop()
  }
}

/**
 * Linux says yes to a sync that runs across such a shutdown, and loses what was to be synced (a plain C program that only
 * writes and syncs: 6 of 60, always the one in flight). What was promised last is no promise if it was heard since.
 */
function promisedBy(how, lines, before) {
  const acks = acksOf(lines)
  return how === 'shutDown' && acks.length > acksOf(lines.slice(0, before)).length ? acks.slice(0, -1) : acks
}

/** The medium goes while the core writes: pulled out from under it, or shut down without its last flush. */
const gone = how => async context => {
  const { core, base, code, scene, random } = context
  const disk = await loopDisk(scene, context.lane)
  try {
    const place = copyPlace(path.join(base, 'now'), path.join(scene, 'at'))
    await disk.settle()
    const order = { operation: random.chance(0.6) ? 'write' : 'import', place, base, seed: context.seed }
    const worker = startWorker({ ...order, now: START + MINUTE, anchors: 0.3, tries: 5 })
    await worker.says('ack')
    const timer = setTimeout(() => worker.child.kill('SIGKILL'), GONE_MS)
    let before = 0
    setTimeout(() => {
      before = worker.lines.length
      void disk[how]()
    }, random.below(300))
    await worker.ended
    clearTimeout(timer)
    await disk.bringBack()
    const acks = promisedBy(how, worker.lines, before)
    const found = await check(core, place, { now: START + 2 * MINUTE, acks, code })
    return { found, where: `${order.operation}, medium gone by ${how}`, seen: how }
  } finally {
    await disk.drop()
  }
}

/** The second one is turned away and the first one goes on. */
async function twoProcesses(context) {
  const { core, base, code, scene } = context
  const place = copyPlace(path.join(base, 'now'), scene)
  const first = startWorker({ operation: 'write', place, base, seed: context.seed, now: START + MINUTE })
  await first.says('ack')
  const second = await ended(context, place, { operation: 'write', steps: 3 })
  const before = first.lines.length
  await new Promise(resolve => {
    setTimeout(resolve, 200)
  })
  const goesOn = first.lines.length > before
  first.child.kill('SIGKILL')
  await first.ended
  const found = await check(core, place, { now: START + 2 * MINUTE, acks: acksOf(first.lines), code })
  if (second.failures.map(failure => failure.code).join() !== 'store-in-use' || !goesOn)
    found.corrupt.push('two processes had one store')
  return { found, where: 'two processes', seen: 'two processes' }
}

/** Days and years forward and back: nothing is lost, going back is asked about. */
async function clock(context) {
  const { core, base, code, scene } = context
  const place = copyPlace(path.join(base, 'now'), scene)
  const acks = []
  const wrong = []
  let now = START + MINUTE
  let latest = now
  let password = core.PASSWORD
  for (const jump of [DAY, -DAY, 3653 * DAY, -3653 * DAY]) {
    now += jump
    const isBack = now < latest - 5 * MINUTE
    const running = core.startCore(place, now)
    const signIn = acceptClock => running.api.session.signIn({ login: 'ganshi', password, acceptClock })
    const refusal = await signIn(false).then(
      () => null,
      error => error.code,
    )
    if (refusal !== (isBack ? 'clock-set-back' : null)) wrong.push(`a jump of ${jump / DAY} days was told ${refusal}`)
    if (refusal) await signIn(true)
    if ((await running.api.session.state({})).session.passwordDue) {
      const next = `${core.PASSWORD}${acks.length}`
      await running.api.session.changePassword({ current: password, next })
      password = next
    }
    const [root] = await running.api.units.tree({})
    for (const leap of [0, DAY, -DAY, 3653 * DAY, -3653 * DAY]) {
      running.time.now = now + leap
      const name = `钟${acks.length}`
      const added = await running.api.units.add({ parentId: root.id, name }).catch(error => error)
      // After years the password is due: nothing more is done until the next sign-in, at which it is changed.
      if (added.code === 'refused') continue
      latest = Math.max(latest, now + leap)
      const { id } = added
      const { seq, mac } = core.readHead(running.gatehouse.store.raw)
      acks.push({ kind: 'unit', id, name, seq, mac: mac.toString('base64') })
    }
    running.time.now = now
    running.close()
  }
  const found = await check(core, place, { byCode: true, now, acks, code })
  found.corrupt.push(...wrong)
  return { found, where: 'clock', seen: 'clock' }
}

/** The process ends inside a command's own transaction. */
async function dying(context) {
  const { core, base, code, scene, random } = context
  const place = copyPlace(path.join(base, 'now'), scene)
  const { acks } = await ended(context, place, { operation: 'write', dies: 1 + random.below(12) })
  const found = await check(core, place, { now: START + 2 * MINUTE, acks, code })
  return { found, where: 'a core that dies in a command', seen: 'died in a command' }
}

/** In turn; a full disk, with its phases, is tried as often as all the others. */
const scenes = [
  full,
  readOnly,
  full,
  gone('pullOut'),
  full,
  twoProcesses,
  full,
  gone('shutDown'),
  full,
  clock,
  full,
  dying,
]

export async function diskRounds({ base, lane, rounds, seed, tell }) {
  if (!isRoot || process.platform !== 'linux')
    return { rounds: 0, missing: 'filling and taking away disks needs Linux and root (mount)' }
  if (!compileShutdown(base)) return { rounds: 0, missing: 'taking a disk away needs a C compiler (cc)' }
  const core = await loadCore()
  const code = readFileSync(path.join(base, 'recovery.txt'), 'utf8')
  const random = randomOf(seed, 'disk', lane)
  const seen = {}
  for (let round = 0; round < rounds; round++) {
    const scene = path.join(base, `disk-${lane}`)
    const act = scenes[(round * 2 + lane) % scenes.length]
    const result = await act({ core, base, code, random, scene, lane, seed: `${seed}/${lane}/${round}` })
    rmSync(scene, { recursive: true, force: true })
    seen[result.seen] = (seen[result.seen] ?? 0) + 1
    tell(result.found, `round ${round}, ${result.where}`)
  }
  return { rounds, seen }
}
