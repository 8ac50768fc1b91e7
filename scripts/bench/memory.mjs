// The memory of all processes of the application together, at rest.
import { sleep } from '../support/process.mjs'
import { familyOf, helloFolder, launch, memoryOf } from './application.mjs'
import { figure, median } from './figures.mjs'
import { helloSelector, unlockSelector } from './start.mjs'

const ROUNDS = 3
/** After this the pages that are fetched in advance are there and nothing is in motion any more. */
const SETTLING_SECONDS = 4

async function atRest(bench, options) {
  const app = launch(bench, { ...options, scenario: 'stay' })
  await app.mark('usable')
  await sleep(SETTLING_SECONDS)
  const mib = memoryOf(familyOf(app.pid))
  await app.end()
  return mib
}

export async function measureMemory(bench) {
  if (process.platform !== 'linux') throw new Error('only Linux tells what processes share')
  const states = {
    hello: { folder: helloFolder, awaited: [helloSelector] },
    unlock: { folder: bench.folder, awaited: [unlockSelector] },
    signedIn: { folder: bench.folder, awaited: ['.shell-main'], args: ['--demo'] },
  }
  const measured = { hello: [], unlock: [], signedIn: [] }
  for (let round = 0; round < ROUNDS; round++)
    for (const [state, options] of Object.entries(states)) measured[state].push(await atRest(bench, options))
  const [hello, unlock, signedIn] = Object.values(measured).map(median)
  const against = `against hello world ${Math.round(hello)} MiB, medians of ${ROUNDS}`
  return [
    figure('memory-unlock-ratio', unlock / hello, 'ratio', 1.5, `unlock screen ${Math.round(unlock)} MiB ${against}`),
    figure('memory-ratio', signedIn / hello, 'ratio', 1.5, `signed in (demo) ${Math.round(signedIn)} MiB ${against}`),
  ]
}
