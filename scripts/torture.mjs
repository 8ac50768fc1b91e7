// npm run torture [-- --json] [-- --short] [-- --only NAME,NAME] [-- --rounds N] [-- --seed TEXT]: kills, power cuts, faults
// and changed bytes on the real core, and whether anything that was acknowledged is lost or anything damaged is taken for whole.
import './support/right-node.mjs'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Advice, passedOn } from './support/process.mjs'
import { bundleCore, workFolder } from './torture/core.mjs'
import { kinds } from './torture/kinds.mjs'
import { runPart } from './torture/lanes.mjs'
import { prepare } from './torture/prepare.mjs'

/** Rounds of the full run and of the one that belongs to every test. */
const parts = [
  { name: 'kill', full: 1000, short: 200 },
  { name: 'power', full: 5000, short: 1000 },
  { name: 'faults', full: 500, short: 32 },
  { name: 'disk', full: 240, short: 12 },
  /** As many bits of the store, and ten times as many of the header. */
  { name: 'flips', full: 2000, short: 200 },
  { name: 'anchors', full: 500, short: 10 },
  { name: 'fuzz', full: 5000, short: 200 },
  { name: 'packages', full: 5000, short: 200 },
]

const titles = { falseAlarms: 'false alarms' }
const columns = ['part', 'rounds', ...kinds, 'seconds']

function inWords(result) {
  const cells = columns.map(name => String(result[name]).padStart((titles[name] ?? name).length))
  cells[0] = result.part.padEnd(8)
  const seen = Object.entries(result.seen).map(([what, count]) => `${what} ${count}`)
  return `${result.ok ? '✓' : '✗'} ${cells.join('  ')}  ${seen.join(', ')}`
}

const heading = `  ${['part'.padEnd(8), ...columns.slice(1).map(name => titles[name] ?? name)].join('  ')}`

/**
 * @param options `short` for the figures of every test; `only`, names of parts; `rounds` in place of the figures; `seed`
 *   of an earlier run; `tell` hears each part's line, `say` everything else
 * @returns how many parts have passed and failed
 */
export async function torture({
  short = false,
  only,
  rounds,
  seed = randomUUID().slice(0, 8),
  tell,
  say = console.log,
}) {
  const chosen = parts.filter(({ name }) => only === undefined || only.includes(name))
  if (chosen.length === 0) throw new Advice(`--only takes one of: ${parts.map(({ name }) => name).join(', ')}`)
  await bundleCore()
  const base = workFolder()
  await prepare(base)
  say(`seed ${seed}`)
  const counts = { passed: 0, failed: 0 }
  for (const { name, full, short: few, ...how } of chosen) {
    const result = await runPart({ name, rounds: rounds ?? (short ? few : full), base, seed, short, ...how }, say)
    if (result.missing) {
      say(`${short ? '–' : '✗'} ${name} ${short ? 'is left out' : 'cannot run'}: ${result.missing}`)
      if (short) continue
      result.ok = false
    }
    counts[result.ok ? 'passed' : 'failed'] += 1
    tell(result)
  }
  if (counts.failed > 0) say(`To repeat: npm run torture -- --seed ${seed}`)
  return counts
}

/** The lines of a table, for a person. */
export function inTable(say) {
  let isFirst = true
  return result => {
    if (isFirst) say(heading)
    isFirst = false
    say(inWords(result))
  }
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    args: passedOn,
    options: {
      json: { type: 'boolean', default: false },
      short: { type: 'boolean', default: false },
      only: { type: 'string' },
      rounds: { type: 'string' },
      seed: { type: 'string' },
    },
  })
  const { failed } = await torture({
    short: values.short,
    only: values.only?.split(','),
    ...(values.rounds && { rounds: Number(values.rounds) }),
    ...(values.seed && { seed: values.seed }),
    tell: values.json ? result => console.log(JSON.stringify(result)) : inTable(console.log),
    // With --json the standard output holds nothing but results.
    say: values.json ? console.error : console.log,
  })
  process.exitCode = failed === 0 ? 0 : 1
}
