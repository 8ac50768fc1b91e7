// What a person waits for beside the key derivation, whose slowness is wanted.
import { fileURLToPath } from 'node:url'
import { mustRun } from '../support/process.mjs'
import { figure, median, milliseconds } from './figures.mjs'

const RUNS = 5
const child = fileURLToPath(new URL('unlock.child.mjs', import.meta.url))

export async function measureUnlock({ work }) {
  const runs = []
  for (let i = 0; i < RUNS; i++) {
    const { totalMs, kdfMs } = JSON.parse(await mustRun(process.execPath, [child, work]))
    if (kdfMs === 0) throw new Error('no key derivation was seen: is Argon2 still called through hashRaw?')
    runs.push({ totalMs, kdfMs, besideMs: totalMs - kdfMs })
  }
  const [total, kdf, beside] = ['totalMs', 'kdfMs', 'besideMs'].map(part => median(runs.map(run => run[part])))
  const note = `sign-in ${milliseconds(total)}, of which key derivation ${milliseconds(kdf)}, medians of ${RUNS}`
  return [figure('unlock-time', beside / total, 'ratio', 0.3, note)]
}
