// Other programs on the same computer make a start seem slower than it is.
import { cpus } from 'node:os'
import { sleep } from '../support/process.mjs'

const SAMPLE_SECONDS = 0.15
const PATIENCE_SECONDS = 4
const BUSY_SHARE = 0.15

const clocks = () =>
  cpus().reduce(
    ({ idle, all }, { times }) => ({
      idle: idle + times.idle,
      all: all + times.user + times.nice + times.sys + times.irq + times.idle,
    }),
    { idle: 0, all: 0 },
  )

/** Waits until the processors have next to nothing to do, or until patience ends. */
export async function quietMoment() {
  for (let waited = 0; waited < PATIENCE_SECONDS; waited += SAMPLE_SECONDS) {
    const before = clocks()
    await sleep(SAMPLE_SECONDS)
    const after = clocks()
    if ((after.idle - before.idle) / (after.all - before.all) > 1 - BUSY_SHARE) return
  }
}
