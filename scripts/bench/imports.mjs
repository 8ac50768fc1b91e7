// Thousands of forms taken in on the way that the application goes, against parsing and inserting alone.
import { cpSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { mustRun } from '../support/process.mjs'
import { bundleReader, loadCore } from './engine.mjs'
import { figure, least } from './figures.mjs'
import { writeForms } from './import-files.mjs'

const PEOPLE = 3000
const ROUNDS = 3
/** As the shell starts the core. */
const coreFlags = ['--max-semi-space-size=2']
const plainChild = fileURLToPath(new URL('import-plain.child.mjs', import.meta.url))
const child = fileURLToPath(new URL('import.child.mjs', import.meta.url))

/** Each run has a store of its own that nobody has written to. */
async function runOn(work, flags, script, ...args) {
  const place = path.join(work, 'import-run')
  for (const part of ['store', 'Dandang']) cpSync(path.join(work, part), path.join(place, part), { recursive: true })
  try {
    return JSON.parse(await mustRun(process.execPath, [...flags, script, place, ...args]))
  } finally {
    rmSync(place, { recursive: true })
  }
}

const seconds = ms => `${(ms / 1000).toFixed(1)} s`

export async function measureImports({ work, say }) {
  if (process.platform !== 'linux') throw new Error('only Linux tells how much memory a process has held at most')
  const reader = await bundleReader()
  const folder = path.join(work, 'forms')
  const bytes = writeForms(await loadCore(), folder, PEOPLE)
  const taken = []
  const plain = []
  for (let round = 0; round < ROUNDS; round++) {
    plain.push(await runOn(work, [], plainChild, folder))
    const run = await runOn(work, coreFlags, child, folder, reader)
    if (run.added !== PEOPLE || run.people !== PEOPLE || run.photos !== PEOPLE)
      throw new Error(`not everybody was taken in: ${JSON.stringify(run)}`)
    taken.push({ ...run, ms: run.stageMs + run.confirmMs })
    say(`import ${seconds(taken.at(-1).ms)} against ${seconds(plain.at(-1).ms)}, round ${round + 1} of ${ROUNDS}`)
  }
  rmSync(folder, { recursive: true })
  const ms = least(taken.map(run => run.ms))
  const plainMs = least(plain.map(run => run.ms))
  const best = taken.find(run => run.ms === ms)
  const heaviest = taken.toSorted((a, b) => b.coreMib + b.readerMib - (a.coreMib + a.readerMib))[0]
  const what = `${PEOPLE} forms, ${Math.round(bytes / 1e6)} MB`
  return [
    figure(
      'import-3k-ratio',
      ms / plainMs,
      'ratio',
      2,
      `${what}: read and laid aside ${seconds(best.stageMs)} (processor ${seconds(best.stageCpuMs)}, in the reader ${seconds(best.readerCpuMs)}), confirmed ${seconds(best.confirmMs)} (processor ${seconds(best.confirmCpuMs)}); against parsing and inserting alone ${seconds(plainMs)} (processor ${seconds(least(plain.map(run => run.cpuMs)))}); least of ${ROUNDS}`,
    ),
    figure(
      'import-3k-memory',
      heaviest.coreMib + heaviest.readerMib,
      'MiB',
      500,
      `the two peaks added: core ${Math.round(heaviest.coreMib)}, reader ${Math.round(heaviest.readerMib)}; parsing and inserting alone ${Math.round(plain[0].mib)}; counted from the sign-in on, most of ${ROUNDS}`,
    ),
  ]
}
