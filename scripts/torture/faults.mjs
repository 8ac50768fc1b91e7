// The system refuses a write, a sync, a truncation or a rename at a random call, once or from then on.
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { run } from '../support/process.mjs'
import { check } from './check.mjs'
import { copyPlace, loadCore, START } from './core.mjs'
import { dekOf, heldBefore, sourceOf } from './kill.mjs'
import { lookingAfter, operations, weighted } from './operations.mjs'
import { randomOf } from './random.mjs'
import { acksOf, startWorker } from './worker-process.mjs'

/** Which calls, with which errors, and up to which call it may strike. */
const faults = [
  { calls: 'pwrite64', errors: ['ENOSPC', 'EIO'], within: 300 },
  { calls: 'fsync,fdatasync', errors: ['EIO', 'ENOSPC'], within: 60 },
  { calls: 'ftruncate', errors: ['EIO'], within: 4 },
  { calls: 'write', errors: ['ENOSPC', 'EIO'], within: 12 },
  { calls: 'rename', errors: ['EIO', 'ENOSPC'], within: 8 },
]
/** Each operation under each kind of fault, before chance takes over: two lanes share them. */
const pairs = Object.keys(operations)
  .filter(name => operations[name].share > 0)
  .flatMap(name => faults.map(fault => ({ name, fault })))
const STEPS = { write: 25, import: 4, rekey: 4, migrate: 1, backup: 6, restore: 1, keys: 2 }

/** Every file that the core writes: nothing else of the process is disturbed. */
function pathsOf({ folder, machineDir }) {
  const id = readdirSync(path.join(machineDir, 'secrets'))[0].replace(/\.key$/, '')
  const inStore = ['store.db', 'store.db-wal', 'vault-a.json', 'vault-b.json', 'tries.json', 'restore.json', 'backups']
  const onMachine = ['anchors', 'tries', `anchors/${id}-a.json`, `anchors/${id}-b.json`, `tries/${id}.json`]
  const files = [...inStore.map(name => path.join(folder, name)), ...onMachine.map(name => path.join(machineDir, name))]
  return [folder, ...files.flatMap(file => [file, `${file}.tmp`])].flatMap(file => ['-P', file])
}

const faultySyscalls = async () => (await run('strace', ['-V'])).code === 0

export async function faultRounds({ base, lane, rounds, seed, tell }) {
  if (!(await faultySyscalls()))
    return { rounds: 0, missing: 'injecting faults needs strace (Debian: apt-get install strace)' }
  const core = await loadCore()
  const code = readFileSync(path.join(base, 'recovery.txt'), 'utf8')
  const random = randomOf(seed, 'faults', lane)
  const seen = { acknowledged: 0, struck: 0 }
  for (let round = 0; round < rounds; round++) {
    const pair = round < pairs.length / 2 ? pairs[2 * round + (lane % 2)] : undefined
    const name = pair?.name ?? random.pick(weighted)
    const place = copyPlace(sourceOf(core, base, name, random), path.join(base, `fault-${lane}`))
    const dek = await dekOf(core, place, code)
    const { calls, errors, within } = pair?.fault ?? random.pick(faults)
    const when = `${1 + random.below(within)}${random.chance(0.5) ? '+' : ''}`
    const error = random.pick(errors)
    const log = path.join(base, `fault-${lane}.log`)
    const strace = ['strace', '-f', '--seccomp-bpf', '-qq', '-o', log, '-e', `trace=${calls}`, ...pathsOf(place)]
    const command = [...strace, '-e', `inject=${calls}:error=${error}:when=${when}`]
    const order = { operation: name, place, seed: `${seed}/${lane}/${round}`, now: START + 60_000, base }
    const worker = startWorker(
      { ...order, steps: STEPS[name], tries: 3, anchors: 0.3, close: random.chance(0.5) },
      { command },
    )
    await worker.ended
    const held = heldBefore(base, name)
    const said = acksOf(worker.lines)
    seen.acknowledged += said.length
    if (readFileSync(log, 'utf8').includes('(INJECTED)')) seen.struck += 1
    rmSync(log)
    for (const { word, code: told } of worker.lines)
      if (word === 'failed') seen[`said ${told}`] = (seen[`said ${told}`] ?? 0) + 1
    const found = await check(core, place, {
      ...lookingAfter(name),
      now: START + 120_000,
      ...held,
      acks: [...held.acks, ...said],
      code,
      dek,
    })
    tell(found, `round ${round}, ${name}, ${calls} ${error} at ${when}`)
  }
  return { rounds, seen }
}
