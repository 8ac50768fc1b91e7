// What goes into the package, laid out in a folder of its own: the build, a short package.json, and of the native addons
// the files for one system alone.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../support/process.mjs'
import { canBuildAddon, oldGlibcAddon } from './addon.mjs'
import { fetchPackage, lockedPackage } from './registry.mjs'

const argonNames = {
  'linux-x64': '@node-rs/argon2-linux-x64-gnu',
  'linux-arm64': '@node-rs/argon2-linux-arm64-gnu',
  'win32-x64': '@node-rs/argon2-win32-x64-msvc',
}

/** Node-API 10 came with Node 22, and that with Electron 35. */
const nodeApiOf = electronVersion => (Number(electronVersion.split('.')[0]) >= 35 ? 10 : 9)

/** Windows takes the addon that better-sqlite3 ships; so does Linux where none can be built, and then the gate speaks. */
async function sqliteAddon({ platform, arch, electronVersion }, say) {
  if (platform === 'linux' && canBuildAddon) return oldGlibcAddon({ arch, nodeApi: nodeApiOf(electronVersion) }, say)
  return path.join(root, 'node_modules', 'better-sqlite3', 'prebuilds', `${platform}-${arch}.node`)
}

const packageOf = folder => JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
const copy = (from, to, names) => {
  mkdirSync(to, { recursive: true })
  for (const name of names) cpSync(path.join(from, name), path.join(to, name), { recursive: true })
}

/** @returns the addons that were laid out, to be looked at by the gate */
async function layAddons(folder, target, say) {
  const modules = path.join(root, 'node_modules')
  const sqlite = path.join(folder, 'better-sqlite3')
  copy(path.join(modules, 'better-sqlite3'), sqlite, ['package.json', 'lib', 'LICENSE'])
  const sqliteFile = path.join(sqlite, 'prebuilds', `${target.platform}-${target.arch}.node`)
  mkdirSync(path.dirname(sqliteFile))
  cpSync(await sqliteAddon(target, say), sqliteFile)

  const argon = path.join(modules, '@node-rs', 'argon2')
  copy(argon, path.join(folder, '@node-rs', 'argon2'), ['package.json', 'index.js', 'LICENSE'])
  const name = argonNames[`${target.platform}-${target.arch}`]
  const binary = await fetchPackage(lockedPackage(name))
  const { main } = packageOf(binary)
  copy(binary, path.join(folder, name), ['package.json', main])
  return [sqliteFile, path.join(folder, name, main)]
}

/**
 * Lays `target` ({ platform, arch, electronVersion }) out below `folder`. With `testable` it is a build for the journeys.
 * Resolves with the folder of the application, that of its modules, and the addons.
 */
export async function layOut(folder, target, { testable, say }) {
  rmSync(folder, { recursive: true, force: true })
  const app = path.join(folder, 'app')
  const modules = path.join(folder, 'modules')
  mkdirSync(modules, { recursive: true })
  const isWanted = file => !file.endsWith('.map') && path.basename(file) !== 'bundled.json'
  cpSync(path.join(root, 'out'), path.join(app, 'out'), { recursive: true, filter: isWanted })
  const { name, productName, version, description, author, license, main } = packageOf(root)
  // electron-builder wants an address for a .deb; there is none, and the stand-in for fpm leaves it out.
  const homepage = 'https://dandang.invalid'
  const desktopName = 'dandang.desktop'
  const about = { name, productName, version, description, author, license, homepage, main, desktopName }
  const short = testable ? { ...about, testable } : about
  writeFileSync(path.join(app, 'package.json'), `${JSON.stringify(short, null, 2)}\n`)
  return { app, modules, addons: await layAddons(modules, target, say) }
}
