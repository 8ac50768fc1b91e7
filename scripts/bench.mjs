// npm run bench [-- --json] [-- --only NAME,NAME] [-- --million]: how fast and how frugal the application is, as ratios within one run.
import './support/right-node.mjs'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { measureAlbum } from './bench/album.mjs'
import { measureAudit } from './bench/audit.mjs'
import { measureBackups } from './bench/backups.mjs'
import { measureCare } from './bench/care.mjs'
import { measureDatabase } from './bench/database.mjs'
import { buildStore, bundleCore } from './bench/engine.mjs'
import { asJson, inWords } from './bench/figures.mjs'
import { measureHonours } from './bench/honours.mjs'
import { measureHostile } from './bench/hostile.mjs'
import { measureImports } from './bench/imports.mjs'
import { measureLock } from './bench/lock.mjs'
import { measureMemory } from './bench/memory.mjs'
import { measurePackaged } from './bench/packaged.mjs'
import { measurePeople } from './bench/people.mjs'
import { measureScale } from './bench/scale.mjs'
import { measureScreen } from './bench/screen.mjs'
import { measureStart } from './bench/start.mjs'
import { measureTalkHour } from './bench/talk-hour.mjs'
import { measureTalks } from './bench/talks.mjs'
import { measureTalksKill } from './bench/talks-kill.mjs'
import { measureUnlock } from './bench/unlock.mjs'
import { findElectron } from './electron.mjs'
import { buildIfStale } from './support/build.mjs'
import { display } from './support/display.mjs'
import { Advice, passedOn, projectCache, root } from './support/process.mjs'

const groups = [
  { names: ['start-window-ratio', 'start-unlock-ratio'], measure: measureStart, isOnScreen: true },
  { names: ['unlock-time'], measure: measureUnlock },
  { names: ['insert-100k-ratio', 'point-read-ratio'], measure: measureDatabase },
  { names: ['memory-unlock-ratio', 'memory-ratio'], measure: measureMemory, isOnScreen: true },
  { names: ['invent-20k'], measure: measurePeople },
  { names: ['audit-verify-100k', 'audit-append-overhead', 'audit-append-ms'], measure: measureAudit },
  {
    names: [
      'search-100k',
      'search-growth',
      'query-100k',
      'query-growth',
      'query-page-100k',
      'list-100k',
      'list-growth',
      'list-page-100k',
      'open-100k',
      'open-growth',
    ],
    measure: measureScale,
  },
  { names: ['talks-due', 'talks-coverage', 'talks-search'], measure: measureTalks },
  {
    names: ['care-due-100k', 'care-due-growth', 'care-due-page', 'care-coverage', 'care-home'],
    measure: measureCare,
    isOnScreen: true,
  },
  { names: ['honours-board', 'honours-page', 'honours-text'], measure: measureHonours },
  { names: ['import-3k-ratio', 'import-3k-memory'], measure: measureImports },
  {
    names: [
      'hostile-bomb-ms',
      'hostile-bomb-memory',
      'hostile-bomb-read',
      'hostile-fuzz-lost',
      'hostile-fuzz-left',
      'hostile-fuzz-deaths',
    ],
    measure: measureHostile,
  },
  {
    names: ['type-painted', 'scroll-wheel', 'scroll-bar', 'scroll-page-keys', 'open-painted'],
    measure: measureScreen,
    isOnScreen: true,
  },
  { names: ['album-seconds', 'album-memory'], measure: measureAlbum, isOnScreen: true },
  { names: ['backup-1g-ratio', 'backup-1g-verify', 'open-1g-ratio'], measure: measureBackups },
  { names: ['lock-ms'], measure: measureLock, isOnScreen: true },
  { names: ['talk-hour-type', 'talk-hour-memory'], measure: measureTalkHour, isOnScreen: true },
  // Makes a package first.
  {
    names: ['packaged-start', 'packaged-memory', 'packaged-size'],
    measure: measurePackaged,
    isOnScreen: true,
    isWhenAsked: true,
  },
  // Takes a quarter of an hour and is a proof more than a measure: only where it is asked for.
  { names: ['talks-kill-lost'], measure: measureTalksKill, isWhenAsked: true },
]

const { values: asked } = parseArgs({
  args: passedOn,
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    /** Lists and queries over a million people too. */
    million: { type: 'boolean', default: false },
  },
})
const only = asked.only?.split(',')
/** `--only search,query` takes every figure whose name begins so. */
const isAsked = name => only === undefined || only.some(start => name === start || name.startsWith(`${start}-`))
const chosen = groups.filter(({ names, isWhenAsked }) => (only === undefined ? !isWhenAsked : names.some(isAsked)))
if (chosen.length === 0) throw new Advice(`--only takes one of: ${groups.flatMap(({ names }) => names).join(', ')}`)

/** With --json the standard output holds nothing but figures. */
const say = asked.json ? console.error : console.log

/** A copy, because whoever works on the sources meanwhile may build anew. It lies where the native addons are found. */
async function takeBuild() {
  await buildIfStale({ say })
  const folder = path.join(projectCache, 'bench-app')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const name of ['out', 'package.json'])
    cpSync(path.join(root, name), path.join(folder, name), { recursive: true })
  return folder
}

async function prepareScreen() {
  const electron = await findElectron({ say })
  const folder = await takeBuild()
  return { electron, folder, screen: await display({ say }) }
}

const startedAt = Date.now()
const work = mkdtempSync(path.join(tmpdir(), 'dandang-bench-'))
process.on('exit', () => rmSync(work, { recursive: true, force: true }))

await bundleCore()
await buildStore(work)
const onScreen = chosen.some(({ isOnScreen }) => isOnScreen) ? await prepareScreen() : {}
const { electron, folder, screen } = onScreen
let missed = 0
for (const { names, measure } of chosen) {
  const figures = await measure({ electron, folder, env: screen?.env, work, million: asked.million, say })
  for (const each of figures.filter(({ name }) => isAsked(name))) {
    if (!names.includes(each.name)) throw new Error(`${each.name} is not announced`)
    if (!each.ok) missed++
    console.log(asked.json ? asJson(each) : inWords(each))
  }
}
await screen?.stop()
const [load] = loadavg()
say(`${Math.round((Date.now() - startedAt) / 1000)} s, load ${load.toFixed(1)} at the end, ${missed} goals missed`)
process.exitCode = missed === 0 ? 0 : 1
