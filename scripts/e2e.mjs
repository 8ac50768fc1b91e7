// node scripts/e2e.mjs [Playwright's arguments]: the journeys on a real Electron, under Xvfb where there is no display.
import './support/right-node.mjs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { findElectron } from './electron.mjs'
import { buildIfStale } from './support/build.mjs'
import { display } from './support/display.mjs'
import { bin, ended, passedOn, start } from './support/process.mjs'
import { forgetReport, readReport } from './support/results.mjs'

/** Runs the journeys on the build in out/; resolves with the count of the tests. */
export async function runJourneys(electron, args) {
  const screens = [await display()]
  // Two workers, each on a screen of its own. A person's own screen has one focus and one clipboard: there one has to do.
  if (screens[0].isOwn && availableParallelism() > 1) screens.push(await display())
  forgetReport('playwright')
  const command = [bin('@playwright/test', 'playwright'), 'test', '--config', 'test/e2e/playwright.config.ts', ...args]
  const DANDANG_SCREENS = screens.flatMap(({ env }) => env.DISPLAY ?? []).join(' ')
  const code = await ended(start(process.execPath, command, { env: { ...electron.env, DANDANG_SCREENS } }))
  for (const screen of screens) await screen.stop()
  return readReport('playwright', code)
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const electron = await findElectron({ say: console.log })
  await buildIfStale()
  const { failed } = await runJourneys(electron, passedOn)
  process.exitCode = failed === 0 ? 0 : 1
}
