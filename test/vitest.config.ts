import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

export default defineConfig({
  root,
  test: {
    // One worker's files share their modules: loading the application anew for each took most of the time.
    isolate: false,
    reporters: ['default', ['json', { outputFile: 'node_modules/.cache/dandang/vitest.json' }]],
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          // Real key derivation on real files: a busy computer takes its time.
          testTimeout: 60_000,
          setupFiles: ['test/setup.ts'],
          include: ['test/{shared,main,scripts}/**/*.test.ts', 'test/architecture.test.ts'],
        },
      },
      {
        extends: true,
        plugins: [react()],
        test: {
          name: 'jsdom',
          environment: 'jsdom',
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          setupFiles: ['test/setup.ts', 'test/renderer/jsdom.ts', 'test/renderer/setup.ts'],
          testTimeout: 60_000,
        },
      },
    ],
  },
})
