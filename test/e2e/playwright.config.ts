import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  // Without the paths of the compiler's own configuration, which name declarations and not programs.
  tsconfig: './playwright.tsconfig.json',
  outputDir: '../../test-results',
  workers: 1,
  timeout: 60_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: '../../node_modules/.cache/dandang/playwright.json' }]],
})
