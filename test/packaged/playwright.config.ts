import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  tsconfig: '../e2e/playwright.tsconfig.json',
  outputDir: '../../test-results/packaged',
  workers: 1,
  timeout: 180_000,
  reporter: [['list']],
})
