import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/** Only the native addons stay outside the bundles: everything else is a dev dependency and is bundled. */
const external = ['electron', 'better-sqlite3', '@node-rs/argon2']

export default defineConfig({
  main: {
    build: {
      minify: true,
      target: 'node20.18',
      sourcemap: 'hidden',
      rollupOptions: {
        external,
        input: {
          index: 'src/main/index.ts',
          core: 'src/main/core.ts',
          reader: 'src/main/reader.ts',
          'backup-worker': 'src/main/backup-worker.ts',
        },
      },
    },
  },
  preload: {
    build: {
      minify: true,
      target: 'node20.18',
      rollupOptions: { input: { index: 'src/preload/index.ts', paper: 'src/preload/paper.ts' } },
    },
  },
  renderer: {
    plugins: [react()],
    build: {
      minify: true,
      target: 'chrome130',
      modulePreload: false,
      assetsInlineLimit: 0,
      rollupOptions: { input: { index: 'src/renderer/index.html', paper: 'src/renderer/paper.html' } },
    },
  },
})
