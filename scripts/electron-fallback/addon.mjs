// Builds the SQLite addon for an Electron that has no Node-API 10 yet, from the sources that npm installed.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, rename, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { provideSystemPackages } from '../support/linux.mjs'
import { bin, mustRun, root, userCache } from '../support/process.mjs'

const sources = path.join(root, 'node_modules', 'better-sqlite3')
const neededSources = ['binding.gyp', 'package.json', 'deps', 'src', 'lib']
const addonVersion = async () => JSON.parse(await readFile(path.join(sources, 'package.json'), 'utf8')).version

/** The name under which compat.cjs looks for the addon beside the executable. */
export const addonFile = async () => `better_sqlite3-${await addonVersion()}.node`

/** Changes with the version of the sources and with this recipe. */
export async function addonKey() {
  const recipe = await readFile(fileURLToPath(import.meta.url))
  return createHash('sha256')
    .update(recipe)
    .update(await addonVersion())
    .digest('hex')
    .slice(0, 12)
}

async function layOutSources(work) {
  for (const name of neededSources) await cp(path.join(sources, name), path.join(work, name), { recursive: true })
  const headers = path.dirname(createRequire(path.join(sources, 'package.json')).resolve('node-addon-api/package.json'))
  await mkdir(path.join(work, 'node_modules'), { recursive: true })
  await symlink(headers, path.join(work, 'node_modules', 'node-addon-api'))
  // Node-API 10 consists of functions that Node-API 9 has too, then still marked as experimental.
  const gyp = path.join(work, 'binding.gyp')
  const recipe = await readFile(gyp, 'utf8')
  const changed = recipe.replace("'NAPI_VERSION=10'", "'NAPI_EXPERIMENTAL'")
  if (changed === recipe)
    throw new Error('binding.gyp of better-sqlite3 has changed: look at electron-fallback/addon.mjs')
  await writeFile(gyp, changed)
}

/** Builds in the folder `work`. Resolves with the file of the addon, which is kept for later preparations. */
export async function buildAddon(work, say) {
  const kept = path.join(userCache, `addon-${await addonKey()}.node`)
  if (existsSync(kept)) return kept
  await provideSystemPackages(say, { toBuild: true })
  const startedAt = Date.now()
  await layOutSources(work)
  // The Node that runs this brings its headers along, beside its bin folder; binding.gyp calls `node` by name.
  const nodeFolder = path.dirname(process.execPath)
  const env = { PATH: nodeFolder + path.delimiter + process.env.PATH }
  const options = ['rebuild', '--release', '--force_build=1', '-j', '2', `--nodedir=${path.dirname(nodeFolder)}`]
  await mustRun(process.execPath, [bin('node-gyp'), ...options], { cwd: work, env })
  const built = path.join(work, 'build', 'Release', 'better_sqlite3.node')
  await mustRun('strip', ['--strip-unneeded', built])
  await rename(built, kept)
  say(`the SQLite addon is built (${Math.round((Date.now() - startedAt) / 1000)} s)`)
  return kept
}
