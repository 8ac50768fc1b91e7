import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'

/** Moves every clock that is asked for now. Loaded before the application, and into each of its pages. */
const shifted = (aheadMs: number): string => `(() => {
  const Real = Date
  globalThis.Date = class extends Real {
    constructor(...given) {
      if (given.length === 0) super(Real.now() + ${aheadMs})
      else super(...given)
    }
    static now() {
      return Real.now() + ${aheadMs}
    }
  }
})()`

/**
 * The application at a later time: its core is started with a clock that is ahead. The shell keeps the computer's time.
 * @returns Electron's arguments
 */
export function argumentsFor(home: string, aheadMs: number): string[] {
  const [core, shell] = [join(home, 'core-later.cjs'), join(home, 'shell-later.cjs')]
  writeFileSync(core, `${shifted(aheadMs)}\nrequire(process.argv.at(-1))\n`)
  writeFileSync(
    shell,
    `const { utilityProcess } = require('electron')
const fork = utilityProcess.fork.bind(utilityProcess)
utilityProcess.fork = (path, given, options) => fork(${JSON.stringify(core)}, [...given, path], options)
`,
  )
  return ['-r', shell]
}

/** Pages that are born from now on go by the later time too: the first one has to be replaced by a lock. */
export const moveClocks = (app: ElectronApplication, aheadMs: number): Promise<unknown> =>
  app.context().addInitScript(shifted(aheadMs))
