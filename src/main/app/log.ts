import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'

const MAX_BYTES = 1_000_000
const word = /^[\w.@:-]{1,80}$/

/** A value that may be written: a number, or a short word of letters, digits and . _ - : @. Anything else becomes '…'. */
const harmless = (value: string | number): string | number =>
  typeof value === 'number' || word.test(value) ? value : '…'

function append(file: string, line: string, settles: boolean): void {
  if (existsSync(file) && statSync(file).size > MAX_BYTES) renameSync(file, `${file}.1`)
  const handle = openSync(file, 'a', 0o600)
  try {
    writeSync(handle, line)
    if (settles) fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/**
 * The application's log: one JSON object a line with an event and ids, codes and durations.
 * It cannot carry free text, so nothing personal can reach it. Kept as one file and its predecessor, 1 MB each.
 */
export function openLog(file: string) {
  mkdirSync(dirname(file), { recursive: true })
  return {
    /** Never throws: a log that cannot be written must not stop a lock, or what tells of another failure. */
    write(event: string, facts: Record<string, string | number> = {}): void {
      const clean = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, harmless(value)]))
      const line = JSON.stringify({ at: new Date().toISOString(), event: harmless(event), ...clean })
      try {
        append(file, `${line}\n`, event === 'problem')
      } catch {
        // A full disk, say.
      }
    },
    /** The last lines, oldest first. */
    tail: (count: number): string[] =>
      existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count) : [],
  }
}
export type Log = ReturnType<typeof openLog>
