// Runs a worker under the recorder and reads what it has written down.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { startWorker } from './worker-process.mjs'

const operations = ['', 'open', 'write', 'sync', 'truncate', 'unlink', 'rename', 'mkdir', 'rmdir', 'close', 'said']
const source = fileURLToPath(new URL('recorder.c', import.meta.url))
const HEAD_BYTES = 24

/** Compiles the recorder. @returns undefined where there is no compiler or the system is not Linux */
export function compileRecorder(folder) {
  const library = path.join(folder, 'recorder.so')
  if (process.platform !== 'linux') return undefined
  if (existsSync(library)) return library
  try {
    execFileSync('cc', ['-O2', '-shared', '-fPIC', '-o', library, source, '-ldl'], { stdio: 'pipe' })
    return library
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}

function* records(bytes) {
  for (let at = 0; at + HEAD_BYTES <= bytes.length; ) {
    const number = offset => bytes.readUInt32LE(at + offset)
    const [op, nameLength, length] = [operations[number(0)], number(4), number(8)]
    const [fd, offset] = [bytes.readInt32LE(at + 12), Number(bytes.readBigInt64LE(at + 16))]
    const nameAt = at + HEAD_BYTES
    const name = bytes.toString('utf8', nameAt, nameAt + nameLength)
    at = nameAt + nameLength + length
    yield { op, fd, offset, name, data: bytes.subarray(at - length, at) }
  }
}

/** The files below a folder as they are now: what the recording begins with. */
function snapshot(folder) {
  const entries = new Map()
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name)
    entries.set(entry.name, entry.isDirectory() ? snapshot(full) : readFileSync(full))
  }
  return entries
}

/** @returns `begin`, the files before, and `records`, everything that happened to them, with what was said in between */
export async function record(library, base, log, order) {
  const begin = snapshot(base)
  const env = { ...process.env, LD_PRELOAD: library, TORTURE_DIR: base, TORTURE_LOG: log }
  const worker = startWorker(order, { env })
  await worker.ended
  const failed = worker.lines.find(({ word }) => word === 'failed' || word === 'unexpected')
  if (failed) throw new Error(`${order.operation} failed while it was recorded: ${failed.code} ${failed.message ?? ''}`)
  return { begin, records: [...records(readFileSync(log))] }
}
