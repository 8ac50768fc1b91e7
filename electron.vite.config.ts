import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

/** Only the native addons stay outside the bundles: everything else is a dev dependency and is bundled. */
const external = ['electron', 'better-sqlite3', '@node-rs/argon2']

/** Says in bundled.json whose code went into a bundle, for the notices that go with a package. */
const bundledPackages = (): Plugin => ({
  name: 'bundled-packages',
  generateBundle() {
    const names = [...this.getModuleIds()].flatMap(id => {
      const found = /\/(node_modules\/.*?)?node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/'))
      return found ? [`${found[1] ?? ''}node_modules/${found[2]}`] : []
    })
    const source = JSON.stringify([...new Set(names)])
    this.emitFile({ type: 'asset', fileName: 'bundled.json', source })
  },
})

export default defineConfig({
  main: {
    plugins: [bundledPackages()],
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
          'self-check': 'src/main/self-check.ts',
        },
      },
    },
  },
  preload: {
    plugins: [bundledPackages()],
    build: {
      minify: true,
      target: 'node20.18',
      rollupOptions: { input: { index: 'src/preload/index.ts', paper: 'src/preload/paper.ts' } },
    },
  },
  renderer: {
    plugins: [react(), bundledPackages()],
    build: {
      minify: true,
      target: 'chrome130',
      modulePreload: false,
      assetsInlineLimit: 0,
      rollupOptions: {
        input: {
          index: 'src/renderer/index.html',
          paper: 'src/renderer/paper.html',
          check: 'src/renderer/check.html',
        },
      },
    },
  },
})
