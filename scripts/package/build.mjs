// One system's package: the unpacked application first, looked at by the gate, then what is made of it.
import { cpSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeChecksums } from './checksums.mjs'
import { configuration, fpmStandIn } from './configuration.mjs'
import { assertOldEnough } from './gate.mjs'
import { notices } from './notices.mjs'
import { layOut } from './stage.mjs'

const unpackedNames = {
  'linux-x64': 'linux-unpacked',
  'linux-arm64': 'linux-arm64-unpacked',
  'win32-x64': 'win-unpacked',
}

/** A copy without what only a source checkout needs: the default application and the loader of the stand-in. */
function cleanElectron(dist, work) {
  const folder = path.join(work, 'electron')
  const needless = file => /^(compat\.cjs|better_sqlite3-.*\.node|default_app\.asar)$/.test(path.basename(file))
  cpSync(dist, folder, { recursive: true, filter: file => !needless(file) })
  return folder
}

/** The laid-out application is electron-builder's whole project: from ours it would collect every package's files. */
async function run(target, kinds, staged, config, prepackaged) {
  const { Arch, build, Platform } = await import('electron-builder')
  const platform = target.platform === 'win32' ? Platform.WINDOWS : Platform.LINUX
  const targets = platform.createTarget(kinds, Arch[target.arch])
  const options = { targets, config, projectDir: staged.app, publish: 'never', ...(prepackaged ? { prepackaged } : {}) }
  return build(options)
}

/**
 * @param target `{ platform, arch, electronVersion, electronDist }`, `electronDist` undefined where it is to be fetched
 * @param options `{ output, mark, testable, compression, say }`
 * @returns `{ unpacked, glibc, make }`; `make(kind)` makes one kind of package and resolves with its files
 */
export async function buildPackage(target, { output, mark = '', testable = false, compression = 'xz', say }) {
  // The compression of Debian's packages is the stand-in's; nothing is downloaded for it.
  process.env.CUSTOM_FPM_PATH = fpmStandIn
  const work = mkdtempSync(path.join(tmpdir(), 'dandang-package-'))
  process.on('exit', () => rmSync(work, { recursive: true, force: true }))
  const staged = await layOut(path.join(work, 'stage'), target, { testable, say })
  const noticesFile = path.join(work, 'THIRD-PARTY-NOTICES.txt')
  writeFileSync(noticesFile, notices().text)
  const electronDist = target.electronDist && cleanElectron(target.electronDist, work)
  const told = {
    staged,
    electronDist,
    electronVersion: target.electronVersion,
    output,
    mark,
    testable,
    compression,
    notices: noticesFile,
  }
  await run(target, ['dir'], staged, configuration(told))
  const unpacked = path.join(output, unpackedNames[`${target.platform}-${target.arch}`])
  const glibc = target.platform === 'linux' ? assertOldEnough(unpacked, 'dandang') : undefined
  writeChecksums(unpacked)
  const make = async kind => {
    const files = await run(target, [kind], staged, configuration({ ...told, glibc }), unpacked)
    return files.map(file => ({ file, megabytes: Math.round(statSync(file).size / 1e6) }))
  }
  return { unpacked, glibc, make }
}
