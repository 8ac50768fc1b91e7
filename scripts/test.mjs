// npm test [-- Playwright's arguments]: the check, the short torture, then the journeys on a real Electron. The last line is the summary.
import './support/right-node.mjs'
import path from 'node:path'
import { check } from './check.mjs'
import { runJourneys } from './e2e.mjs'
import { findElectron } from './electron.mjs'
import { build } from './support/build.mjs'
import { passedOn, root, run } from './support/process.mjs'
import { inTable, torture } from './torture.mjs'

/** In a process of its own, because a failed check ends it: the first preparation takes minutes. */
const preparing = run(process.execPath, [path.join(root, 'scripts', 'electron.mjs')])

async function checkTortureAndJourneys() {
  const before = await check()
  if (before.failed > 0) return before
  const tortured = await torture({ short: true, tell: inTable(console.log) })
  const checked = { passed: before.passed + tortured.passed, failed: tortured.failed }
  if (checked.failed > 0) return checked
  const { code, output } = await preparing
  console.log(output.trimEnd())
  if (code !== 0) return { ...checked, failed: 1 }
  try {
    const electron = await findElectron({ say() {} })
    console.log(`Built in ${(await build()).toFixed(1)} s. End-to-end tests on Electron ${electron.version}:`)
    const journeys = await runJourneys(electron, passedOn)
    return { passed: checked.passed + journeys.passed, failed: journeys.failed }
  } catch (error) {
    console.error(error.message)
    return { ...checked, failed: 1 }
  }
}

const { passed, failed } = await checkTortureAndJourneys()
// A preparation that still runs ends with us.
process.stdout.write(`${passed} passed, ${failed} failed\n`, () => process.exit(failed === 0 ? 0 : 1))
