// Files from outside that mean harm or are damaged: bombs one by one, damaged files by the thousand.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { mustRun, root } from '../support/process.mjs'
import { bundleReader, loadCore, loadHostile } from './engine.mjs'
import { figure } from './figures.mjs'
import { cpuOf, peakOf } from './processes.mjs'

const FILES = 10_000
/** What is done with each part of the damaged files when it lies staged. */
const fates = ['discard', 'cancel', 'confirm', 'kill']
const child = fileURLToPath(new URL('hostile.child.mjs', import.meta.url))
const goal = { ms: 1000, megabytes: 300 }

/** A reader process asked for one file after the other. */
function askReader(reader) {
  let id = 0
  let settle
  reader.on('message', message => settle?.(message.answers[0]))
  reader.on('exit', () => settle?.(undefined))
  return file =>
    new Promise(resolve => {
      settle = resolve
      reader.postMessage({ kind: 'read', id: ++id, files: [{ ...file, picture: null }] })
    })
}

/** One bomb in a process that has read nothing but an honest file before. */
async function throwBomb(core, script, honest, { what, name, make, isHonest }) {
  const bytes = make()
  const started = []
  const reader = core.readerOutside(script, started)
  const ask = askReader(reader)
  await ask(honest)
  const { pid } = started[0]
  const before = cpuOf(pid)
  const startedAt = performance.now()
  const answer = await ask({ name, bytes })
  const ms = performance.now() - startedAt
  // A reader that has ended can be asked for nothing any more.
  const megabytes = answer ? (peakOf(pid) * 1024 * 1024) / 1e6 : Number.POSITIVE_INFINITY
  const cpuMs = answer ? cpuOf(pid) - before : ms
  reader.kill()
  const outcome = answer === undefined ? 'ended the reader' : answer.ok ? 'read' : answer.failure.code
  return { what, ms, cpuMs, megabytes, outcome, isRight: isHonest ? outcome === 'read' : answer?.ok === false }
}

async function measureBombs(core, hostile, script, honest, say) {
  const sparse = hostile.sparseBooks.map(book => ({ ...book, name: '名册.xlsx', isHonest: true }))
  const bombs = [...hostile.fileBombs, ...hostile.zipBombs, ...hostile.xlsxBombs, ...sparse]
  const thrown = []
  for (const bomb of bombs) {
    const result = await throwBomb(core, script, honest, bomb)
    thrown.push(result)
    const { what, ms, cpuMs, megabytes, outcome, isRight } = result
    if (ms > goal.ms || megabytes > goal.megabytes || !isRight)
      say(`bomb “${what}”: ${Math.round(ms)} ms (processor ${cpuMs} ms), ${Math.round(megabytes)} MB, ${outcome}`)
  }
  const worst = part => thrown.toSorted((a, b) => b[part] - a[part])[0]
  const slowest = worst('ms')
  const heaviest = worst('megabytes')
  const over = (part, most) => thrown.filter(each => each[part] > most).length
  const wrong = thrown.filter(({ isRight }) => !isRight)
  return [
    figure(
      'hostile-bomb-ms',
      slowest.ms,
      'ms',
      goal.ms,
      `slowest of ${bombs.length} bombs, each in a reader of its own: “${slowest.what}”, processor ${slowest.cpuMs} ms; ${over('ms', goal.ms)} over`,
    ),
    figure(
      'hostile-bomb-memory',
      heaviest.megabytes,
      'MB',
      goal.megabytes,
      `most that a reader held: “${heaviest.what}”; ${over('megabytes', goal.megabytes)} over`,
    ),
    figure(
      'hostile-bomb-read',
      wrong.length,
      'bombs',
      0,
      `read instead of refused, or fatal to the reader${wrong.map(({ what }) => `; “${what}”`).join('')}`,
    ),
  ]
}

async function measureFuzz(hostile, originals, script, work) {
  const folders = fates.map(fate => path.join(work, `damaged-${fate}`))
  for (const [part, folder] of folders.entries()) {
    mkdirSync(folder)
    for (let n = 0; n < FILES / fates.length; n++) {
      const { name, bytes } = hostile.damaged(originals, 1_000_000 + n * fates.length + part)
      writeFileSync(path.join(folder, `${String(n).padStart(5, '0')} ${name}`), bytes)
    }
  }
  const output = await mustRun(process.execPath, [
    child,
    work,
    script,
    ...fates.flatMap((fate, n) => [fate, folders[n]]),
  ])
  for (const folder of folders) rmSync(folder, { recursive: true })
  const { files, lost, left, readers, deaths, read, refused, coreMib } = JSON.parse(output)
  const what = `${files} damaged files, ${read} people read, ${refused} refused; ${readers} readers, core at most ${Math.round(coreMib)} MiB`
  return [
    figure('hostile-fuzz-lost', lost, 'files', 0, `without a line of their own; ${what}`),
    figure(
      'hostile-fuzz-left',
      left,
      'rows',
      0,
      'left or missing after discarding, cancelling, confirming and undoing, and after a reader was killed',
    ),
    figure('hostile-fuzz-deaths', deaths, 'readers', 0, 'that ended by themselves'),
  ]
}

export async function measureHostile({ work, say }) {
  if (process.platform !== 'linux') throw new Error('only Linux tells how much memory a process has held at most')
  const core = await loadCore()
  const hostile = await loadHostile()
  const script = await bundleReader()
  const originals = await hostile.honestFiles(path.join(root, 'test/samples/lrmx'))
  const bombs = await measureBombs(core, hostile, script, originals[0], say)
  return [...bombs, ...(await measureFuzz(hostile, originals, script, work))]
}
