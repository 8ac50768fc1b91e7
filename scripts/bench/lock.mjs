// From the command to lock until the processes that held the key and the page are gone.
import { sleep } from '../support/process.mjs'
import { isGone, launch } from './application.mjs'
import { person } from './engine.mjs'
import { figure, median, milliseconds } from './figures.mjs'
import { quietMoment } from './quiet.mjs'
import { unlockSelector } from './start.mjs'

const RUNS = 5

async function lockOnce(bench) {
  await quietMoment()
  const app = launch(bench, {
    folder: bench.folder,
    scenario: 'lock',
    awaited: [unlockSelector, '.shell-main'],
    signIn: person,
  })
  const { at, pids } = await app.mark('locking')
  if (pids.length !== 2) throw new Error(`expected one core and one page, found ${pids.length} processes`)
  while (!pids.every(isGone)) await sleep(0.002)
  const goneAt = Date.now()
  await app.end()
  return goneAt - at
}

export async function measureLock(bench) {
  if (process.platform !== 'linux') throw new Error('processes are watched in /proc')
  const runs = []
  for (let i = 0; i < RUNS; i++) runs.push(await lockOnce(bench))
  const note = `core and page gone, median of ${RUNS}, longest ${milliseconds(Math.max(...runs))}`
  return [figure('lock-ms', median(runs), 'ms', 500, note)]
}
