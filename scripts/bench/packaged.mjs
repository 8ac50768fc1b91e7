// The packaged application against a bare Electron in the same run: until its window stands, its memory there, its size.
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { buildPackage } from '../package/build.mjs'
import { ended, projectCache, sleep, start } from '../support/process.mjs'
import { familyOf, helloFolder, launch, memoryOf } from './application.mjs'
import { figure, median, milliseconds } from './figures.mjs'
import { quietMoment } from './quiet.mjs'
import { helloSelector } from './start.mjs'

const ROUNDS = 5
const SETTLING_SECONDS = 4
const READY = 'dandang: window ready'

async function startHello(bench) {
  await quietMoment()
  const app = launch(bench, { folder: helloFolder, awaited: [helloSelector], scenario: 'stay' })
  const [{ ms }] = await Promise.all([app.mark('shown'), app.mark('usable')])
  await sleep(SETTLING_SECONDS)
  const mib = memoryOf(familyOf(app.pid))
  await app.end()
  return { ms, mib }
}

/** A package for the journeys tells when the window with the unlock screen is shown; a shipped one tells nothing. */
async function startPackaged({ electron, env, work }, executable) {
  await quietMoment()
  const startedAt = Date.now()
  const child = start(executable, electron.args, {
    env: { ...env, XDG_CONFIG_HOME: work, DANDANG_ANNOUNCE: '1' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const gone = ended(child)
  const ready = new Promise(resolve => {
    createInterface(child.stdout).on('line', line => {
      if (line === READY) resolve(Date.now() - startedAt)
    })
  })
  const early = gone.then(code => {
    throw new Error(`the package ended (${code}) before its window was ready`)
  })
  const ms = await Promise.race([ready, early])
  early.catch(() => {})
  await sleep(SETTLING_SECONDS)
  const mib = memoryOf(familyOf(child.pid))
  child.kill('SIGTERM')
  await gone
  return { ms, mib }
}

const megabytesIn = folder =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size / 1e6, 0)

export async function measurePackaged(bench) {
  const { electron, say } = bench
  const target = {
    platform: process.platform,
    arch: process.arch,
    electronDist: electron.dist,
    electronVersion: electron.version,
  }
  const output = path.join(projectCache, 'bench-package')
  const { unpacked } = await buildPackage(target, { output, compression: 'none', testable: true, say })
  const executable = path.join(unpacked, 'dandang')
  // The first start of each fills the caches of the disk and is not counted.
  await startHello(bench)
  await startPackaged(bench, executable)
  const [hello, ours] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    hello.push(await startHello(bench))
    ours.push(await startPackaged(bench, executable))
  }
  const of = (runs, name) => median(runs.map(run => run[name]))
  const [bare, shown] = [of(hello, 'ms'), of(ours, 'ms')]
  const [bareMib, mib] = [of(hello, 'mib'), of(ours, 'mib')]
  const size = megabytesIn(unpacked)
  const own = megabytesIn(path.join(unpacked, 'resources'))
  const against = `Electron ${electron.version}, medians of ${ROUNDS}`
  return [
    figure(
      'packaged-start',
      shown / bare,
      'ratio',
      1.5,
      `window ${milliseconds(shown)}, bare ${milliseconds(bare)}, ${against}`,
    ),
    figure(
      'packaged-memory',
      mib / bareMib,
      'ratio',
      1.5,
      `unlock screen ${Math.round(mib)} MiB, bare ${Math.round(bareMib)} MiB, ${against}`,
    ),
    figure('packaged-size', size, 'MB', 300, `installed; ${Math.round(own)} MB of it ours`),
  ]
}
