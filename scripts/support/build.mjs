// Building the application into out/, and knowing when that is not necessary.
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { bin, root, run } from './process.mjs'

const sources = ['src', 'package.json', 'electron.vite.config.ts', '.tsconfig.base.json']
const results = ['out/main/index.js', 'out/main/core.js', 'out/preload/index.js', 'out/renderer/index.html']

/** The time of the newest file or folder below; a folder is newer when something was taken out of it. */
function newest(file) {
  const stats = statSync(file)
  if (!stats.isDirectory()) return stats.mtimeMs
  return Math.max(stats.mtimeMs, ...readdirSync(file).map(name => newest(path.join(file, name))))
}

function isUpToDate() {
  const inRoot = names => names.map(name => path.join(root, name)).filter(existsSync)
  const built = inRoot(results)
  if (built.length < results.length) return false
  return Math.max(...inRoot(sources).map(newest)) < Math.min(...built.map(file => statSync(file).mtimeMs))
}

/** Builds with electron-vite; resolves with the seconds it took, and throws what it printed when it fails. */
export async function build() {
  const startedAt = Date.now()
  const { code, output } = await run(process.execPath, [bin('electron-vite'), 'build'])
  if (code !== 0) throw new Error(`electron-vite build failed:\n${output}`)
  return (Date.now() - startedAt) / 1000
}

export async function buildIfStale() {
  if (isUpToDate()) console.log('The build in out/ is up to date.')
  else console.log(`Built in ${(await build()).toFixed(1)} s.`)
}

/** For those who leave something else in out/ than a build: the next start builds anew. */
export function forgetBuild() {
  for (const result of results) rmSync(path.join(root, result), { force: true })
}
