// npm run package [-- --quick] [-- --only deb,nsis,…]: installers for every system for which an Electron can be had here.
// Of each it says what was built with which Electron, and of what was not built, why.
import './support/right-node.mjs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { findElectron } from './electron.mjs'
import { buildPackage } from './package/build.mjs'
import { buildIfStale } from './support/build.mjs'
import { wantedElectron, whyUnreachable } from './support/electron-download.mjs'
import { passedOn, root } from './support/process.mjs'

const systems = [
  { platform: 'linux', arch: 'x64', kinds: ['deb', 'AppImage'] },
  { platform: 'linux', arch: 'arm64', kinds: ['deb', 'AppImage'] },
  { platform: 'win32', arch: 'x64', kinds: ['nsis', 'portable', 'msi'] },
]

const { values: asked } = parseArgs({
  args: passedOn,
  options: {
    /** Compresses little: for trying things out. */
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
})
const only = asked.only?.split(',')
const output = path.join(root, 'dist')
const wanted = wantedElectron()

/** The Electron for a system: the one at hand for this computer's own, the proper one where its download can be reached. */
async function electronFor({ platform, arch }) {
  if (platform === process.platform && arch === process.arch) {
    const { dist, version } = await findElectron()
    return { electronDist: dist, electronVersion: version, isStandIn: version !== wanted }
  }
  const failure = await whyUnreachable({ platform, arch })
  return failure ? { failure } : { electronVersion: wanted, isStandIn: false }
}

/** What makes a kind of package is a download too, from where Electron comes. */
const toolsInPlace = {
  AppImage: 'APPIMAGE_TOOLS_PATH',
  nsis: 'ELECTRON_BUILDER_NSIS_DIR',
  portable: 'ELECTRON_BUILDER_NSIS_DIR',
}
async function whyNot(kind, platform) {
  if (kind === 'msi' && process.platform !== 'win32') return 'its tool, WiX, runs on Windows only'
  if (kind === 'deb') return undefined
  if (process.env[toolsInPlace[kind]]) return undefined
  const failure = await whyUnreachable({ platform, arch: 'x64' })
  return failure && `the tools for it cannot be downloaded (${failure})`
}

const report = []
let failed = 0
const tell = (ok, what, words) => report.push(`${ok ? '✓' : '✗'} ${what.padEnd(22)} ${words}`)

async function makeFor({ platform, arch }, kinds) {
  const system = `${platform}-${arch}`
  const electron = await electronFor({ platform, arch })
  if (electron.failure) {
    const words = `not built: Electron ${wanted} for ${system} cannot be downloaded (${electron.failure})`
    for (const kind of kinds) tell(false, `${system} ${kind}`, words)
    return
  }
  const { electronVersion, isStandIn } = electron
  const mark = isStandIn ? `.electron-${electronVersion}` : ''
  const remark = isStandIn ? `, which stands in for ${wanted}: for trials, not for release` : ''
  const target = { platform, arch, ...electron }
  const { unpacked, glibc, make } = await buildPackage(target, {
    output,
    mark,
    compression: asked.quick ? 'gz' : 'xz',
    say: console.log,
  })
  const needs = glibc ? `, needs glibc ${glibc}` : ''
  tell(true, `${system} folder`, `${path.relative(root, unpacked)}, Electron ${electronVersion}${remark}${needs}`)
  for (const kind of kinds) {
    const reason = await whyNot(kind, platform)
    if (reason) tell(false, `${system} ${kind}`, `not built: ${reason}`)
    else
      for (const { file, megabytes } of await make(kind))
        tell(
          true,
          `${system} ${kind}`,
          `${path.relative(root, file)}, ${megabytes} MB, Electron ${electronVersion}${remark}`,
        )
  }
}

await buildIfStale()
for (const system of systems) {
  const kinds = only ? system.kinds.filter(kind => only.includes(kind)) : system.kinds
  if (kinds.length === 0) continue
  try {
    await makeFor(system, kinds)
  } catch (error) {
    failed++
    tell(false, `${system.platform}-${system.arch}`, `failed: ${error.message}`)
  }
}
console.log(`\n${report.join('\n')}`)
process.exitCode = failed === 0 ? 0 : 1
