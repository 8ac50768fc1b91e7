import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  // Without the paths of the compiler's own configuration, which name declarations and not programs.
  tsconfig: './playwright.tsconfig.json',
  outputDir: '../../test-results',
  workers: 1,
  // On a busy machine Electron now and then starts without telling Playwright where it listens: the start is repeated.
  timeout: 120_000,
  retries: process.env.CI ? 2 : 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: '../../node_modules/.cache/dandang/playwright.json' }]],
})
