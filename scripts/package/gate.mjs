// Whether what was packed for Linux runs wherever its Electron does.
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { beyond, newestOf, readElf } from './elf.mjs'

const addonsIn = folder =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.node'))
    .map(entry => path.join(entry.parentPath, entry.name))

/** @returns the glibc that the package needs; throws with every addon that wants more of a system than Electron does */
export function assertOldEnough(unpacked, executable) {
  const program = readElf(path.join(unpacked, executable))
  const addons = addonsIn(path.join(unpacked, 'resources', 'app.asar.unpacked'))
  if (addons.length === 0) throw new Error(`no addon is packed in ${unpacked}`)
  const problems = addons.flatMap(file =>
    beyond(readElf(file), program).map(what => `${path.basename(file)} needs ${what}`),
  )
  if (problems.length > 0) throw new Error(`not for old systems:\n  ${problems.join('\n  ')}`)
  return newestOf(program.versions).GLIBC
}
