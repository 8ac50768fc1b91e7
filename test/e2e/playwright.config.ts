import { defineConfig } from '@playwright/test'

/** The displays that were started for the journeys, one a worker. None: the tester's own, for a single worker. */
const screens = (process.env.DANDANG_SCREENS ?? '').split(' ').filter(Boolean)
const own = screens[Number(process.env.TEST_PARALLEL_INDEX ?? 0)]
if (own) process.env.DISPLAY = own

export default defineConfig({
  testDir: '.',
  // Without the paths of the compiler's own configuration, which name declarations and not programs.
  tsconfig: './playwright.tsconfig.json',
  outputDir: '../../test-results',
  workers: Math.max(1, screens.length),
  // On a busy machine Electron now and then starts without telling Playwright where it listens: the start is repeated.
  timeout: 120_000,
  retries: process.env.CI ? 2 : 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: '../../node_modules/.cache/dandang/playwright.json' }]],
})
