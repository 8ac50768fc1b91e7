import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const drop = (folder: string): void => rmSync(folder, { recursive: true, force: true })
const make = (): string => mkdtempSync(join(tmpdir(), 'dandang-test-'))

const made: string[] = []
/** A folder that goes with the test file that asked for it. */
export function tempFolder(): string {
  const folder = make()
  made.push(folder)
  return folder
}

/** Removes the folders of a test file; `setup.ts` calls it after each. */
export function dropFolders(): void {
  for (const folder of made.splice(0)) drop(folder)
}

/** A folder that goes with the worker: its test files share their modules, and so what lies in it. */
export function lastingFolder(): string {
  const folder = make()
  process.once('exit', () => drop(folder))
  return folder
}
