// What an Electron on Linux needs from the system: libraries, a Chinese font, Xvfb where there is no display.
// A container as root gets it from apt without being asked; anybody else is told the one command to run.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { withLock } from './lock.mjs'
import { Advice, isRoot, mustRun, run, userCache } from './process.mjs'

/** Library -> the Debian package that brings it. */
const libraries = {
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnss3.so': 'libnss3',
  'libgbm.so.1': 'libgbm1',
  'libasound.so.2': 'libasound2',
  'libXss.so.1': 'libxss1',
  'libXtst.so.6': 'libxtst6',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libcups.so.2': 'libcups2',
}

/** Command -> package, for building the addon. */
const buildTools = { make: 'make', 'g++': 'g++', python3: 'python3' }

export const hasDisplay = () => Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

const onPath = command => process.env.PATH.split(path.delimiter).some(folder => existsSync(path.join(folder, command)))

/** Packages that have to be there (those for building too, on demand), and those that one would wish for. */
async function findMissing(toBuild) {
  const { output } = await run('ldconfig', ['-p'], { env: { PATH: `${process.env.PATH}:/usr/sbin:/sbin` } })
  const missing = Object.keys(libraries).filter(library => !output.includes(`\t${library} `))
  const needed = missing.map(library => libraries[library])
  if (!hasDisplay() && !onPath('Xvfb')) needed.push('xvfb', 'xauth')
  if (toBuild) for (const [tool, name] of Object.entries(buildTools)) if (!onPath(tool)) needed.push(name)
  const fonts = onPath('fc-list') ? await run('fc-list', [':lang=zh', 'file']) : { output: '' }
  return { needed, wished: fonts.output.trim() ? [] : ['fontconfig', 'fonts-noto-cjk'] }
}

/** Since their change to a 64-bit time, Debian 13 and Ubuntu 24.04 have some of the libraries under a longer name. */
async function namesHere(packages) {
  if (!onPath('apt-cache')) return packages
  const { output } = await run('apt-cache', ['pkgnames'])
  const known = new Set(output.split('\n'))
  return packages.map(name => (known.has(`${name}t64`) ? `${name}t64` : name))
}

async function install(packages, say) {
  say(`installing with apt: ${packages.join(' ')}`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const wait = ['-o', 'DPkg::Lock::Timeout=300', '-qq']
  await mustRun('apt-get', [...wait, 'update'], { env })
  const names = await namesHere(packages)
  await mustRun('apt-get', [...wait, 'install', '-y', '--no-install-recommends', ...names], { env })
}

/** Provides what is missing for windows and, with `toBuild`, for compiling; throws the command to run if it may not. */
export async function provideSystemPackages(say, { toBuild = false } = {}) {
  // Looking costs some 30 ms, so there is no stamp that could outlive what it vouches for.
  const { needed, wished } = await findMissing(toBuild)
  if (needed.length + wished.length === 0) return
  if (isRoot && onPath('apt-get')) {
    const waiting = () => say('waiting for another apt of this project')
    await withLock(path.join(userCache, 'apt.lock'), waiting, async () => {
      const now = await findMissing(toBuild)
      const packages = [...now.needed, ...now.wished]
      if (packages.length > 0) await install(packages, say)
    })
    return
  }
  const names = (await namesHere([...needed, ...wished])).join(' ')
  const advice = onPath('apt-get')
    ? `Please run:\n  sudo apt-get install -y --no-install-recommends ${names}`
    : `On Debian they are: ${names}`
  if (needed.length > 0) throw new Advice(`Electron needs packages of the system. ${advice}`)
  say(`There is no Chinese font for the dialogs of the system. ${advice}`)
}
