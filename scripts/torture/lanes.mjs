// Divides the rounds of a part among processes and adds up what they found.
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { ended, start } from '../support/process.mjs'
import { kinds } from './kinds.mjs'

const script = fileURLToPath(new URL('lane.mjs', import.meta.url))
/** Findings that are shown; the others are counted. */
const SHOWN = 12

async function runLane(order, hear) {
  const child = start(process.execPath, [script, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let rest = ''
  let result
  child.stdout.setEncoding('utf8').on('data', text => {
    const lines = (rest + text).split('\n')
    rest = lines.pop()
    for (const line of lines) {
      const told = JSON.parse(line)
      if (told.result) result = told.result
      else hear(told)
    }
  })
  const code = await ended(child)
  if (code !== 0 || !result) throw new Error(`a process of “${order.part}” ended with ${code} before it was done`)
  return result
}

const merge = (into, from) => {
  for (const [name, count] of Object.entries(from)) into[name] = (into[name] ?? 0) + count
  return into
}

/** Runs a part. @returns its line of the table: rounds, findings, seconds, and `missing` where it cannot run here */
export async function runPart({ name, rounds, alone = false, ...order }, say) {
  const startedAt = Date.now()
  const lanes = alone ? 1 : Math.min(rounds, Math.max(2, availableParallelism()))
  let shown = 0
  const hear = ({ finding, where, what }) => {
    shown += 1
    if (shown <= SHOWN) say(`✗ ${name}, ${finding}: ${what.join('; ')}\n  ${where}`)
  }
  const shareOf = lane => Math.floor(rounds / lanes) + (lane < rounds % lanes ? 1 : 0)
  const running = Array.from({ length: lanes }, (_, lane) =>
    runLane({ part: name, lane, rounds: shareOf(lane), ...order }, hear),
  )
  // The others are waited for also when one breaks off: they have disks to take down.
  await Promise.allSettled(running)
  const results = await Promise.all(running)
  const sum = key => results.reduce((total, result) => total + result[key], 0)
  const seen = results.reduce((all, result) => merge(all, result.seen ?? {}), {})
  const missing = results.find(result => result.missing)?.missing
  const found = Object.fromEntries(kinds.map(kind => [kind, sum(kind)]))
  return {
    part: name,
    rounds: sum('rounds'),
    ...found,
    seconds: Math.round((Date.now() - startedAt) / 1000),
    ok: kinds.every(kind => found[kind] === 0),
    seen,
    ...(missing && { missing }),
  }
}
