// Small disks of memory and of a file that can be filled, forbidden and taken away. Linux, as root.
import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, ftruncateSync, mkdirSync, openSync, rmSync, statfsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { mustRun, run } from '../support/process.mjs'

const MIB = 2 ** 20
const source = fileURLToPath(new URL('shutdown.c', import.meta.url))
const program = base => path.join(base, 'shutdown')

/** @returns whether there is a compiler */
export function compileShutdown(base) {
  try {
    execFileSync('cc', ['-O2', '-o', program(base), source], { stdio: 'pipe' })
    return true
  } catch (error) {
    if (error.code === 'ENOENT') return false
    throw error
  }
}

const mounted = new Set()
process.on('exit', () => {
  for (const where of mounted) spawnSync('umount', ['-l', where])
})
async function mountAt(where, options) {
  await mustRun('mount', [...options, where])
  mounted.add(where)
}
async function unmount(where) {
  await run('umount', ['-l', where])
  mounted.delete(where)
}

export async function memoryDisk(where) {
  mkdirSync(where, { recursive: true })
  const size = 128 * MIB
  await mountAt(where, ['-t', 'tmpfs', '-o', `size=${size},mode=700`, 'tmpfs'])
  return {
    /** Leaves so many bytes free. */
    async leave(bytes) {
      const { blocks, bfree, bsize } = statfsSync(where)
      const used = (blocks - bfree) * bsize
      await mustRun('mount', ['-o', `remount,size=${used + Math.ceil(bytes / 4096) * 4096}`, where])
    },
    writable: isWritable => mustRun('mount', ['-o', isWritable ? 'remount,rw' : 'remount,ro', where]),
    drop: () => unmount(where),
  }
}

export async function loopDisk(where, lane) {
  const base = path.dirname(where)
  const image = path.join(base, `disk-${lane}.img`)
  mkdirSync(where, { recursive: true })
  const file = openSync(image, 'w')
  ftruncateSync(file, 96 * MIB)
  closeSync(file)
  await mustRun('mkfs.ext4', ['-q', '-F', image], { env: { PATH: `${process.env.PATH}:/usr/sbin:/sbin` } })
  const mount = () => mountAt(where, ['-o', 'loop', image])
  await mount()
  return {
    /** What the test has put there is not what is tried. */
    settle: () => mustRun('sync', ['-f', where]),
    pullOut: () => unmount(where),
    /** The file system stops at once, what it had not yet written is gone: as when the plug is pulled. */
    shutDown: () => mustRun(program(base), [where]),
    async bringBack() {
      await unmount(where)
      await mount()
    },
    async drop() {
      await unmount(where)
      rmSync(image, { force: true })
    },
  }
}
