// A lock between processes, as a file whose time its holder keeps fresh: a holder that was killed lets go by itself.
import { rmSync } from 'node:fs'
import { mkdir, open, rm, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import { sleep } from './process.mjs'

const freshenSeconds = 2
const staleSeconds = 15

const held = new Set()

process.on('exit', () => {
  for (const file of held) rmSync(file, { force: true })
})

async function take(file) {
  try {
    await (await open(file, 'wx')).close()
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  const lock = await stat(file).catch(() => undefined)
  if (lock && Date.now() - lock.mtimeMs > staleSeconds * 1000) await rm(file, { force: true })
  return false
}

/**
 * Runs `work` while no other process runs work under the same file.
 * Two waiters may in theory both break a stale lock: whatever is done under it must therefore also end in one rename.
 */
export async function withLock(file, waiting, work) {
  await mkdir(path.dirname(file), { recursive: true })
  for (let told = false; !(await take(file)); told = true) {
    if (!told) waiting()
    await sleep(0.5)
  }
  held.add(file)
  const freshen = setInterval(() => {
    const now = new Date()
    utimes(file, now, now).catch(() => {})
  }, freshenSeconds * 1000)
  try {
    return await work()
  } finally {
    clearInterval(freshen)
    held.delete(file)
    await rm(file, { force: true })
  }
}
