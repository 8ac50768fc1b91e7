// One of the processes among which a part's rounds are divided. Prints one line of JSON for each finding, and one at the end.
import { anchorRounds } from './anchors.mjs'
import { diskRounds } from './disk.mjs'
import { faultRounds } from './faults.mjs'
import { flips } from './flips.mjs'
import { fuzzRounds } from './fuzz.mjs'
import { killRounds } from './kill.mjs'
import { kinds } from './kinds.mjs'
import { packageRounds } from './packages.mjs'
import { powerStates } from './power.mjs'

const parts = {
  kill: killRounds,
  power: powerStates,
  faults: faultRounds,
  disk: diskRounds,
  flips,
  anchors: anchorRounds,
  fuzz: fuzzRounds,
  packages: packageRounds,
}
const order = JSON.parse(process.argv[2])
const counts = Object.fromEntries(kinds.map(kind => [kind, 0]))
const say = what => process.stdout.write(`${JSON.stringify(what)}\n`)

/** A round counts once for each kind of finding. */
function tell(found, where) {
  for (const kind of kinds) {
    const list = found[kind] ?? []
    if (list.length === 0) continue
    counts[kind] += 1
    say({ finding: kind, where: `seed ${order.seed}, lane ${order.lane}, ${where}`, what: list.slice(0, 3) })
  }
}

const result = await parts[order.part]({ ...order, tell })
say({ result: { ...counts, ...result } })
